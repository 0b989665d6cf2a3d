"""A clock that a test moves by hand: nothing waits, nothing depends on the hour of the run."""

from datetime import UTC, datetime, timedelta

OFFICE_MORNING = datetime(2026, 5, 12, 0, 42, tzinfo=UTC)  # 07:42 in Cà Mau


class FakeClock:
    """`clock()` is now; `clock.advance(hours=2)` makes it later and returns the new now."""

    def __init__(self, now: datetime = OFFICE_MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> datetime:
        """Move on by what `timedelta` takes: days, hours, minutes, seconds."""
        self.now += timedelta(**by)
        return self.now
