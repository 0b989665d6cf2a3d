"""Claim the sources and pages that are due, fairly: no site takes all the places of a round."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from haidang.base import lease
from haidang.information.collect.models import Publication, Source, SourceState

PAGES_A_SOURCE = 8  # in flight at once; a site is asked for one page a second anyway


def claim_sources(*, at: datetime, limit: int, lease_s: float) -> list[Source]:
    """Lease up to `limit` sources that are due and not paused."""
    if limit <= 0:
        return []
    rows = Source.objects.exclude(state=SourceState.PAUSED).order_by("due_at", "pk")
    return lease.claim_due(rows, at=at, limit=limit, lease_s=lease_s)


def claim_pages(*, at: datetime, limit: int, busy: Sequence[int], lease_s: float) -> list[Publication]:
    """Lease up to `limit` pages; `busy` names the source of each page that is already in flight."""
    chosen = _fair(at=at, limit=limit, busy=Counter(busy)) if limit > 0 else []
    if not chosen:
        return []
    rows = Publication.objects.filter(pk__in=chosen).order_by("due_at", "pk")
    claimed = {row.pk: row for row in lease.claim_due(rows, at=at, limit=limit, lease_s=lease_s)}
    sources = Source.objects.in_bulk({row.source_id for row in claimed.values()})
    for row in claimed.values():
        row.source = sources[row.source_id]
    return list(claimed.values())


def _fair(*, at: datetime, limit: int, busy: Counter[int]) -> list[int]:
    """Keys of due pages, the first of every source before the second of any."""
    turn = Window(RowNumber(), partition_by=F("source_id"), order_by=[F("due_at"), F("pk")])
    due = (
        Publication.objects.filter(due_at__lte=at)
        .filter(Q(leased_until__isnull=True) | Q(leased_until__lte=at))
        .exclude(source__state=SourceState.PAUSED)
        .annotate(turn=turn)
        .filter(turn__lte=PAGES_A_SOURCE)
        .order_by("turn", "due_at", "pk")
        .values_list("pk", "source_id", "turn")
    )
    free = [key for key, source, turn in due if turn + busy[source] <= PAGES_A_SOURCE]
    return free[:limit]
