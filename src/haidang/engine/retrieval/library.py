"""Shelves of known claims by language; a text is compared with the shelf in whose language it is."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from haidang.engine.retrieval.features import NAMES
from haidang.engine.retrieval.posts import plain
from haidang.engine.retrieval.shelf import Compared, KnownItem, Shelf
from haidang.engine.text import language_of

_COVERED = NAMES.index("asked_any")


class Library:
    """Items by key, whatever their language. Grows and shrinks while it serves."""

    def __init__(self, items: Iterable[KnownItem] = ()) -> None:
        self._shelves: dict[str, Shelf] = {}
        self._language_of: dict[str, str] = {}
        for item in items:
            self.put(item)

    def __len__(self) -> int:
        return len(self._language_of)

    def put(self, item: KnownItem) -> None:
        """Add an item, or replace the one with its key."""
        self.remove(item.key)
        language = item.language or "en"
        self._language_of[item.key] = language
        self._shelves.setdefault(language, Shelf(language)).put(item)

    def remove(self, key: str) -> None:
        language = self._language_of.pop(key, None)
        if language is not None:
            self._shelves[language].remove(key)

    def settle(self) -> None:
        """Take in what was put since the last search."""
        for shelf in self._shelves.values():
            shelf.settle()

    def compare(self, text: str, *, on: date | None = None) -> Compared:
        """Candidates for a post as it came, with their features."""
        words = plain(text)
        found = [shelf.compare(words, on=on) for shelf in self._asked(words)]
        if not found:
            return Compared((), np.zeros((0, len(NAMES)), np.float32))
        return max(found, key=_covered)

    def _asked(self, words: str) -> list[Shelf]:
        """The shelf of the text's language, and the fullest one: short posts are easily taken for another language."""
        stocked = [shelf for shelf in self._shelves.values() if len(shelf)]
        if len(stocked) < 2:  # noqa: PLR2004
            return stocked
        fullest = max(stocked, key=len)
        spoken = self._shelves.get(language_of(words))
        return [fullest] if spoken is None or spoken is fullest or not len(spoken) else [spoken, fullest]


def _covered(one: Compared) -> float:
    return float(one.features[:, _COVERED].max()) if len(one.items) else -1.0
