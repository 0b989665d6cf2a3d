"""Put a publication into the story whose text it copies, within a window of time. In memory; rebuilt from rows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from haidang.engine.grouping.fingerprint import PERMUTATIONS, Fingerprint, fingerprint, similarity

COPY_AT = 0.5  # estimated share of common triples from which a text counts as a copy
_ROWS = 4  # 32 bands of 4: pairs at 0.5 meet with probability 0.87, at 0.6 with 0.99, at 0.2 with 0.05
_BANDS = PERMUTATIONS // _ROWS
_MAX_LOOKED_AT = 200  # candidates compared for one text; boilerplate may share a band with thousands


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a text belongs. `story` is the key of the first item of the story it joins; None opens a new one."""

    story: int | None
    nearest: int | None
    similarity: float
    why: Literal["opened", "copy"]


@dataclass(frozen=True, slots=True)
class _Item:
    story: int
    at: datetime
    print: Fingerprint


class StoryIndex:
    """Near-copies by MinHash and banding. Not thread-safe; one worker owns one index."""

    def __init__(self) -> None:
        self._items: dict[int, _Item] = {}
        self._bands: dict[tuple[int, ...], list[int]] = {}

    def __len__(self) -> int:
        return len(self._items)

    def place(self, *, key: int, text: str, at: datetime) -> Placement:
        """Say where a text belongs, and remember it. The same key again replaces what was remembered."""
        self._drop(key)
        found = fingerprint(text)
        nearest, likeness = self._nearest(found)
        if nearest is not None and likeness >= COPY_AT:
            story = self._items[nearest].story
            self._keep(key, _Item(story, at, found))
            return Placement(story, nearest, likeness, "copy")
        self._keep(key, _Item(key, at, found))
        return Placement(None, nearest, likeness, "opened")

    def add(self, key: int, story: int, text: str, at: datetime) -> None:
        """Remember a text whose story is known: to rebuild the index from what is stored."""
        self._drop(key)
        self._keep(key, _Item(story, at, fingerprint(text)))

    def forget_before(self, at: datetime) -> int:
        """Forget items older than the window; how many went."""
        old = [key for key, item in self._items.items() if item.at < at]
        for key in old:
            self._drop(key)
        return len(old)

    def _nearest(self, found: Fingerprint) -> tuple[int | None, float]:
        """The most alike of the items that share a band; the earlier key where two are equal."""
        candidates: dict[int, None] = {}
        for band in _bands(found):
            candidates.update(dict.fromkeys(self._bands.get(band, ())[-_MAX_LOOKED_AT:]))
        best, likeness = None, 0.0
        for key in sorted(candidates)[:_MAX_LOOKED_AT]:
            here = similarity(found, self._items[key].print)
            if here > likeness:
                best, likeness = key, here
        return best, likeness

    def _keep(self, key: int, item: _Item) -> None:
        self._items[key] = item
        for band in _bands(item.print):
            self._bands.setdefault(band, []).append(key)

    def _drop(self, key: int) -> None:
        item = self._items.pop(key, None)
        if item is None:
            return
        for band in _bands(item.print):
            keys = self._bands.get(band)
            if keys and key in keys:
                keys.remove(key)
                if not keys:
                    del self._bands[band]


def _bands(found: Fingerprint) -> list[tuple[int, ...]]:
    return (
        [(number, *found[number * _ROWS : (number + 1) * _ROWS]) for number in range(_BANDS)] if found else []
    )
