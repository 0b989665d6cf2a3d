"""The codes of the last failures: rows keep the sentence, the list of failures keeps the code beside it."""

from collections.abc import Collection

from haidang.information.collect.models import Failure, Publication, Source


def codes_of_sources(sources: Collection[Source]) -> dict[int, str]:
    """By source, the code of the failure whose sentence the source shows now; one query."""
    said = {source.pk: source.last_reason for source in sources if source.last_reason}
    rows = Failure.objects.filter(source__in=said, reason__in=set(said.values())).order_by("at", "pk")
    return {row.source_id: row.code for row in rows if row.reason == said[row.source_id]}


def codes_of_pages(publications: Collection[Publication]) -> dict[int, str]:
    """By publication, the code of the failure whose sentence it shows now; one query."""
    said = {(row.source_id, row.address, row.last_reason): row.pk for row in publications if row.last_reason}
    rows = Failure.objects.filter(
        source__in={source for source, _address, _reason in said},
        address__in={address for _source, address, _reason in said},
    )
    found = {(row.source_id, row.address, row.reason): row.code for row in rows}
    return {pk: found[key] for key, pk in said.items() if key in found}
