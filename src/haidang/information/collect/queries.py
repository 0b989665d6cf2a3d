"""Reads of sources and of what they published, for the desk and for the floors above."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Case, IntegerField, QuerySet, Value, When

from haidang.information.collect.models import Failure, Publication, Revision, Source, SourceState

WORST_FIRST = {SourceState.FAILING: 0, SourceState.ACTIVE: 1, SourceState.PAUSED: 2}


def sources_by_health() -> QuerySet[Source]:
    """All sources, failing ones first, paused ones last."""
    whens = [When(state=state, then=Value(place)) for state, place in WORST_FIRST.items()]
    health = Case(*whens, default=Value(3), output_field=IntegerField())
    return Source.objects.annotate(health=health).order_by("health", "name")


def sources_late(*, at: datetime) -> QuerySet[Source]:
    """Sources that should have been looked at before `at` and are in nobody's hands."""
    rows = Source.objects.exclude(state=SourceState.PAUSED).filter(due_at__lt=at)
    return rows.exclude(leased_until__gt=at).order_by("due_at")


def failures_of(source: Source) -> QuerySet[Failure]:
    """What went wrong with a source and its pages, newest first."""
    return source.failures_seen.order_by("-at", "-pk")


def publications_since(since: datetime) -> QuerySet[Publication]:
    """What was first seen since then, newest first, with its source."""
    rows = Publication.objects.filter(first_seen_at__gte=since).select_related("source")
    return rows.order_by("-first_seen_at", "-pk")


def revisions_of(publication: Publication) -> QuerySet[Revision]:
    """Every text that the publication has had, in order, with the bytes that it was read in."""
    return publication.revisions.select_related("capture").order_by("number")


def edits_of(publication: Publication) -> list[tuple[Revision, Revision]]:
    """Each edit as (before, after): a page is compared with the page, a feed entry with the feed entry."""
    edits: list[tuple[Revision, Revision]] = []
    before: dict[bool, Revision] = {}
    for revision in revisions_of(publication):
        if revision.from_page in before:
            edits.append((before[revision.from_page], revision))
        before[revision.from_page] = revision
    return edits


def latest_revision(publication: Publication) -> Revision | None:
    """The text as it stands: the last reading of the page, else the last of the feed."""
    return publication.revisions.select_related("capture").order_by("-from_page", "-number").first()


def latest_revisions(publications: Collection[int]) -> dict[int, Revision]:
    """The text as it stands of many publications, by publication, in one query."""
    rows = Revision.objects.filter(publication__in=publications).order_by("from_page", "number")
    return {row.publication_id: row for row in rows}
