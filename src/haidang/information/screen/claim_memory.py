"""What a screener remembers of the claims of the last days, to know one when it is seen again."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from haidang.engine.retrieval import ClaimIndex, KnownItem
from haidang.engine.text import fold
from haidang.information.screen.models import Claim, ClaimState

WINDOW = timedelta(days=14)
LIVE = (ClaimState.WAITING, ClaimState.TAKEN)


def folded(text: str) -> str:
    """The text without tone marks, case and doubled spaces: equal for the same words."""
    return " ".join(fold(text).split())


class ClaimMemory:
    """Claims by a name that lasts as long as this memory; `row_of` gives the row once it is saved."""

    def __init__(self) -> None:
        self._index = ClaimIndex()
        self._last_claim = 0
        self._made = 0
        self._first_seen: dict[str, datetime] = {}
        self._set_aside: dict[str, str] = {}
        self.row_of: dict[str, int] = {}

    def catch_up(self, *, at: datetime) -> None:
        """Learn the claims that others found since."""
        rows = Claim.objects.filter(pk__gt=self._last_claim, last_seen_at__gte=at - WINDOW).order_by("pk")
        for claim in rows.iterator():
            self.saved(self.put(claim), claim)

    def put(self, claim: Claim) -> str:
        """Remember a claim, saved or not, and name it."""
        self._made += 1
        name = str(self._made)
        if claim.state in LIVE:
            self._first_seen[name] = claim.first_seen_at
            self._index.put(
                KnownItem(
                    key=name,
                    language=claim.language,
                    claim=claim.text,
                    title="",
                    date=timezone.localdate(claim.first_seen_at),
                )
            )
        else:
            self._set_aside[claim.folded] = name
        return name

    def saved(self, name: str, claim: Claim) -> None:
        """A claim has got its row."""
        self.row_of[name] = claim.pk
        self._last_claim = max(self._last_claim, claim.pk)

    def find(self, text: str, *, on: date, after: datetime | None) -> str | None:
        """The claim that says the same as a text seen on a day; first seen after a time if one is given."""
        for hit in self._index.search(text, on=on):
            if hit.level == "match" and (after is None or self._first_seen[hit.key] > after):
                return hit.key
        return None

    def find_set_aside(self, text: str) -> str | None:
        """The statement that left the queue in the same words."""
        return self._set_aside.get(folded(text))

    def rows_like(self, text: str) -> list[int]:
        """Rows of saved claims that a text may answer; for a closer look."""
        names = [hit.key for hit in self._index.search(text, limit=20)]
        return [self.row_of[name] for name in names if name in self.row_of]
