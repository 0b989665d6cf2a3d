"""Many watch queries of many users over a stream of texts: each text meets only the queries it could match.

A query becomes rules, and a rule is filed under its rarest required word, or pair of neighbouring words. A text is
cut into words once; which anchors are among its words and pairs is found by one set intersection each; only the
rules filed there are tested. Adding or removing a query touches its own anchors and nothing else.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from haidang.engine.spotting.watch_compile import View, rules_of
from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_plain import Place, ReadText
from haidang.engine.spotting.watch_query import Query
from haidang.engine.spotting.watch_rarity import Anchor, Rarity
from haidang.engine.spotting.watch_shelf import Shelf, add_flat_matches, add_other_matches

Key = TypeVar("Key", bound=Hashable)


class UnknownTopic(KeyError):
    """A topic was to be removed that is not in the index."""


@dataclass(frozen=True, slots=True)
class WatchHit(Generic[Key]):
    """A topic that matches, and what to highlight in the text as it came."""

    key: Key
    places: tuple[Place, ...]


@dataclass(slots=True, eq=False)
class _Filed(Generic[Key]):
    """One query with the topics that share it, and where it is filed."""

    keys: list[Key]
    anchors: frozenset[Anchor]


class WatchIndex(Generic[Key]):
    """Topics by key. `rarity` from texts of the last days makes it fast; results do not depend on it."""

    def __init__(self, rarity: Rarity | None = None) -> None:
        self._rarity = rarity or Rarity()
        self._topics: dict[Key, Query] = {}
        self._filed: dict[Query, _Filed[Key]] = {}
        self._words: dict[Anchor, Shelf[Key]] = {}
        self._pairs: dict[Anchor, Shelf[Key]] = {}

    def __len__(self) -> int:
        return len(self._topics)

    def add(self, key: Key, query: str | Query) -> None:
        """Add a topic, or replace its query. A query as text may raise InvalidQuery; nothing changes then."""
        parsed = parse_watch(query) if isinstance(query, str) else query
        if key in self._topics:
            self.remove(key)
        self._topics[key] = parsed
        if (known := self._filed.get(parsed)) is None:
            self._filed[parsed] = self._file(parsed, key)
        else:
            known.keys.append(key)

    def _file(self, query: Query, key: Key) -> _Filed[Key]:
        rules = rules_of(query, self._rarity)
        found = [anchor for rule in rules for anchor in rule.anchors]
        filed = _Filed([key], frozenset(found))
        for rule in rules:
            for anchor in rule.anchors:
                shelf = self._shelves(anchor).setdefault(anchor, Shelf())
                shelf.put(filed.keys, rule, alone=len(found) == 1)
        return filed

    def remove(self, key: Key) -> None:
        if key not in self._topics:
            raise UnknownTopic(key)
        query = self._topics.pop(key)
        filed = self._filed[query]
        filed.keys.remove(key)
        if filed.keys:
            return
        del self._filed[query]
        for anchor in filed.anchors:
            shelves = self._shelves(anchor)
            shelves[anchor].take_out(filed.keys)
            if not shelves[anchor]:
                del shelves[anchor]

    def _shelves(self, anchor: Anchor) -> dict[Anchor, Shelf[Key]]:
        return self._pairs if isinstance(anchor, tuple) else self._words

    def match(self, text: str) -> list[Key]:
        """The topics that the text matches, each once, in no order."""
        view = View(text)
        words = view.words
        shelves = [self._words[word] for word in self._words.keys() & words]
        shelves += [self._pairs[pair] for pair in self._pairs.keys() & pairwise(words)]
        found: list[Key] = []
        once: dict[int, list[Key]] = {}
        for shelf in shelves:
            for keys in shelf.sure:
                found += keys
            if shelf.flat:
                add_flat_matches(shelf.flat, view.folded, found)
            if shelf.others:
                add_other_matches(shelf.others, view, once)
        for keys in once.values():
            found += keys
        return found

    def find(self, text: str) -> list[WatchHit[Key]]:
        """The same with the places to highlight."""
        found = self.match(text)
        if not found:
            return []
        read = ReadText(text)
        return [WatchHit(key, read.places(self._topics[key]) or ()) for key in found]
