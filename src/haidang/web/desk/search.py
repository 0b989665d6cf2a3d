"""Which stored copies could be evidence: those of the claim's own story, official texts, what is searched for."""

from collections.abc import Sequence

from django.db.models import Q

from haidang.information.collect.models import Revision
from haidang.information.verify.models import Case

LIMIT = 12
SHORTEST = 3


def copies_for(case: Case, *, asked: str = "") -> Sequence[Revision]:
    """At most a dozen revisions, newest first; with `asked`, those whose title, text or address contains it."""
    rows = Revision.objects.select_related("capture", "publication__source").order_by("-seen_at", "-pk")
    wanted = asked.strip()
    if len(wanted) >= SHORTEST:
        return list(
            rows.filter(
                Q(title__icontains=wanted)
                | Q(text__icontains=wanted)
                | Q(publication__address__icontains=wanted)
            )[:LIMIT]
        )
    near = Q(appearances__claim=case.claim)
    if case.claim.story_id is not None:
        near |= Q(publication__story_member__story=case.claim.story_id)
    official = Q(publication__source__official=True)
    return _one_each(list(rows.filter(near | official).distinct()[: 4 * LIMIT]))


def _one_each(rows: Sequence[Revision]) -> Sequence[Revision]:
    """Of each publication its text as it stands: the last reading of the page, else of the feed. Search finds all."""
    newest: dict[int, Revision] = {}
    for row in rows:
        kept = newest.setdefault(row.publication_id, row)
        if row.from_page and not kept.from_page:
            newest[row.publication_id] = row
    return list(newest.values())[:LIMIT]
