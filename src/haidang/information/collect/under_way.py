"""Fetches that were started and have not arrived: what one worker has in flight between its rounds."""

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from haidang.base import lease
from haidang.base.models import Leased
from haidang.base.net import Fetched

Row = TypeVar("Row", bound=Leased)
Arrival = tuple[Row, "Future[Fetched]"]


class UnderWay(Generic[Row]):
    """Rows whose fetch runs. Keep one for sources and one for pages as long as the worker lives."""

    def __init__(self) -> None:
        self._rows: dict[Future[Fetched], Row] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows.values())

    def add(self, row: Row, future: "Future[Fetched]") -> None:
        self._rows[future] = row

    def arrivals(self, *, wait_for_all: bool, together: int = 1) -> Iterator[list[Arrival[Row]]]:
        """Groups of at most `together` that have arrived, soonest first; waits for the others if told so."""
        while self._rows:
            done, _ = wait(self._rows, timeout=None if wait_for_all else 0, return_when=FIRST_COMPLETED)
            if not done:
                return
            group = [future for future in self._rows if future in done][:together]
            yield [(self._rows.pop(future), future) for future in group]

    def keep_leases(self, *, at: datetime, lease_s: float) -> None:
        """Renew what would run out before half a lease: a slow site is no reason to ask it twice."""
        for row in self.rows():
            if row.leased_until is None or row.leased_until < at + timedelta(seconds=lease_s / 2):
                lease.renew(row, at=at, lease_s=lease_s)
