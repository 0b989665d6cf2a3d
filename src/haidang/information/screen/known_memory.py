"""What a screener remembers of what is known: published conclusions and official texts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Max
from django.utils import timezone

from haidang.engine.retrieval import ClaimIndex, Hit, KnownItem
from haidang.information.screen.claim_memory import folded
from haidang.information.screen.models import Known, KnownKind

# At its start a screener compares what became known in the last day with the claims that wait: the one
# before it may have been stopped before it did.
RECENT = timedelta(days=1)
BEST = 5


@dataclass(frozen=True, slots=True)
class KnownRow:
    """What decides about a hit, without asking the database."""

    pk: int
    kind: str
    key: str
    claim: str
    folded: str
    address: str
    known_at: datetime


class KnownMemory:
    """The index over what is known, and the rows behind it."""

    def __init__(self) -> None:
        self._index = ClaimIndex()
        self._rows: dict[str, KnownRow] = {}
        self._seen: tuple[int, datetime | None] | None = None

    def has_changed(self) -> bool:
        """Whether something became known or was withdrawn since `catch_up` (one small query)."""
        return self._signature() != self._seen

    def catch_up(self, *, at: datetime) -> list[KnownRow]:
        """Learn the changes; returns what is new and must be compared with the claims that wait."""
        signature = self._signature()
        if signature == self._seen:
            return []
        recent_from = at - RECENT if self._seen is None else None
        fresh = [row for row in self._load() if recent_from is None or row.known_at >= recent_from]
        self._seen = signature
        return fresh

    def search(self, text: str, *, on: date, address: str = "") -> list[tuple[KnownRow, Hit]]:
        """What is known near a text, best first, without what stands at `address` itself."""
        hits = [(self._rows[hit.key], hit) for hit in self._index.search(text, limit=BEST, on=on)]
        return [(row, hit) for row, hit in hits if not address or row.address != address]

    def same_claim(self, key: str) -> set[str]:
        """The claim of a conclusion in all its languages, folded."""
        return {row.folded for row in self._rows.values() if row.key == key}

    def _signature(self) -> tuple[int, datetime | None]:
        found = Known.objects.filter(withdrawn=False).aggregate(count=Count("pk"), latest=Max("known_at"))
        return found["count"], found["latest"]

    def _load(self) -> list[KnownRow]:
        """Bring index and rows in line with the table; returns the rows that are new or changed."""
        there: set[str] = set()
        fresh: list[KnownRow] = []
        for known in Known.objects.filter(withdrawn=False).order_by("pk").iterator():
            name = str(known.pk)
            there.add(name)
            before = self._rows.get(name)
            if before is None or before.known_at != known.known_at:
                fresh.append(self._put(name, known))
        for name in self._rows.keys() - there:
            self._index.remove(name)
            del self._rows[name]
        return fresh

    def _put(self, name: str, known: Known) -> KnownRow:
        row = KnownRow(
            pk=known.pk,
            kind=known.kind,
            key=known.key,
            claim=known.claim,
            folded=folded(known.claim),
            address=known.address,
            known_at=known.known_at,
        )
        self._rows[name] = row
        self._index.put(
            KnownItem(
                key=name,
                language=known.language,
                claim=known.claim,
                title=known.title,
                date=timezone.localdate(known.known_at),
            )
        )
        return row


def answered_at(hits: list[tuple[KnownRow, Hit]]) -> datetime | None:
    """When a published conclusion last answered this very claim, as far as the words show."""
    times = [row.known_at for row, hit in hits if row.kind == KnownKind.REVIEW and hit.level == "match"]
    return max(times, default=None)
