"""What one screener keeps in memory between its rounds. Everything in it can be read again from the database."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from haidang.information.screen.claim_memory import ClaimMemory
from haidang.information.screen.known_memory import KnownMemory, KnownRow
from haidang.information.screen.story_memory import StoryMemory

REBUILT_EVERY = timedelta(days=1)  # that is also how what is too old leaves the memory


class Memory:
    """Stories, claims and what is known. Keep one as long as the worker lives and pass it to every round."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start anew; the next `catch_up` reads the last days from the database."""
        self.stories = StoryMemory()
        self.claims = ClaimMemory()
        self.known = KnownMemory()
        self._built_at: datetime | None = None

    def catch_up(self, *, at: datetime, publications: Iterable[int]) -> list[KnownRow]:
        """Learn what others wrote since; returns what became known. Inside the screener's transaction."""
        if self._built_at and at - self._built_at >= REBUILT_EVERY:
            self.forget()
        self._built_at = self._built_at or at
        self.stories.catch_up(at=at, among=publications)
        self.claims.catch_up(at=at)
        return self.known.catch_up(at=at)
