"""Put a publication into the story it belongs to, within a window of time. In memory; rebuilt from rows.

A text that copies another joins its story. With `events` on, a headline about the same event joins too. What people
put together or took apart goes before both. Stories keep the key of their first item as their name for good.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from haidang.engine.grouping.copies import CopyIndex, is_copy
from haidang.engine.grouping.headline import Bridge, Term, topic_terms
from haidang.engine.grouping.placement import Placement, Shared, reasons
from haidang.engine.grouping.sketch import Sketch, likeness, sketch
from haidang.engine.grouping.topics import EVIDENCE, TopicIndex, Vector, cosine
from haidang.engine.grouping.wishes import Wishes

# More than makes a pair worth showing: a long official phrase must not glue short items of a day together.
_COPIED_AT, _COPY_ALIKE_AT = 0.5, 0.25
_COMPARED = 40  # newest members of a story among which the nearest is looked for


@dataclass(slots=True)
class _Item:
    story: int
    at: datetime
    vector: Vector


class StoryIndex:
    """Copies and, if asked for, events. Memory is bounded by `forget_before`. Not thread-safe; one worker owns one."""

    def __init__(
        self, *, events: bool = False, evidence: float = EVIDENCE, bridge: Bridge | None = None
    ) -> None:
        self._events = events
        self._bridge = bridge
        self._copies = CopyIndex()
        self._topics = TopicIndex(evidence=evidence)
        self._items: dict[int, _Item] = {}
        self._members: dict[int, dict[int, None]] = {}
        self._wishes = Wishes()

    def __len__(self) -> int:
        return len(self._items)

    def story_of(self, key: int) -> int:
        """The story an item stands in. Raises KeyError for what is not remembered."""
        return self._items[key].story

    def place(self, *, key: int, text: str, at: datetime) -> Placement:
        """Say where a text belongs, and remember it. The same key again replaces what was remembered."""
        self._drop(key)
        made = sketch(text)
        terms, vector = self._subject(text)
        barred = self._stories_of(self._wishes.kept_from(key))
        candidates = chain(self._by_people(key), self._by_copy(made), self._by_subject(terms, vector, at))
        opened = Placement(None, None, 0.0, "opened")
        found = next((placed for placed in candidates if placed.story not in barred), opened)
        self._copies.add(key, made)
        self._keep(key, _Item(key if found.story is None else found.story, at, vector))
        return found

    def add(self, key: int, story: int, text: str, at: datetime) -> None:
        """Remember a text whose story is known: to rebuild the index from what is stored."""
        self._drop(key)
        self._copies.add(key, sketch(text))
        self._keep(key, _Item(story, at, self._subject(text)[1]))

    def forget_before(self, at: datetime) -> int:
        """Forget items older than the window; how many went."""
        old = [key for key, item in self._items.items() if item.at < at]
        for key in old:
            self._drop(key)
            self._wishes.forget(key)
        return len(old)

    def keep_together(self, one: int, other: int) -> tuple[int, ...]:
        """People say that both belong to one story: the other's story goes into the first's. Keys that moved.

        Items that people keep apart from that story stay behind.
        """
        self._wishes.together(one, other)
        if one not in self._items or other not in self._items:
            return ()
        story, leaving = self._items[one].story, self._items[other].story
        if story == leaving:
            return ()
        members = list(self._members[leaving])
        moved = [key for key in members if story not in self._stories_of(self._wishes.kept_from(key))]
        self._move(moved, story)
        return tuple(moved)

    def keep_apart(self, one: int, other: int) -> tuple[int, ...]:
        """People say that the other does not belong with the first: it opens a story of its own. Keys that moved.

        What people put together with it goes along. Raises WishesConflict when that is the first item itself.
        """
        self._wishes.apart(one, other)
        if one not in self._items or other not in self._items:
            return ()
        story = self._items[one].story
        if story != self._items[other].story:
            return ()
        staying = self._wishes.held_with(one) if story == other else set()
        going = self._wishes.held_with(other) if story != other else staying
        moved = sorted(key for key in going if key in self._members[story])
        self._move(moved, one if story == other else other)
        return tuple(moved)

    def explain(self, one: str, other: str) -> tuple[Shared, ...]:
        """Why two texts are alike: how much is copied, then the names, numbers and words in both, rarest first."""
        alike = likeness(sketch(one), sketch(other))
        copied = (Shared("copied", "", round(alike.contained, 3)),) if is_copy(alike) else ()
        here, there = self._terms(one), self._terms(other)
        both = [(key, term.share * self._topics.rarity(key)) for key, term in here.items() if key in there]
        return copied + reasons(sorted(both, key=lambda pair: (-pair[1], pair[0])), here)

    def _by_people(self, key: int) -> Iterator[Placement]:
        for other in sorted(self._wishes.held_with(key) - {key}):
            if other in self._items:
                yield Placement(self._items[other].story, other, 1.0, "people")

    def _by_copy(self, made: Sketch) -> Iterator[Placement]:
        for near in self._copies.copies(made):
            if near.likeness.contained < _COPIED_AT or near.likeness.jaccard < _COPY_ALIKE_AT:
                continue
            because = (Shared("copied", "", round(near.likeness.contained, 3)),)
            yield Placement(self._items[near.key].story, near.key, near.likeness.jaccard, "copy", because)

    def _by_subject(self, terms: dict[str, Term], vector: Vector, at: datetime) -> Iterator[Placement]:
        for joined in self._topics.best(terms, vector, at):
            nearest, similarity = self._nearest(joined.story, vector)
            yield Placement(joined.story, nearest, similarity, "event", reasons(joined.because, terms))

    def _nearest(self, story: int, vector: Vector) -> tuple[int, float]:
        """The most alike of the newest members."""
        newest = islice(reversed(self._members[story]), _COMPARED)
        alike = ((cosine(vector, self._items[key].vector), -key) for key in newest)
        similarity, key = max(alike)
        return -key, similarity

    def _terms(self, text: str) -> dict[str, Term]:
        return topic_terms(text, bridge=self._bridge)

    def _subject(self, text: str) -> tuple[dict[str, Term], Vector]:
        """Nothing, where only copies are looked for."""
        if not self._events:
            return {}, {}
        terms = self._terms(text)
        return terms, self._topics.vector(terms)

    def _stories_of(self, keys: set[int]) -> set[int]:
        return {self._items[key].story for key in keys if key in self._items}

    def _move(self, keys: Iterable[int], story: int) -> None:
        for key in keys:
            item = self._items[key]
            self._leave(key, item)
            self._keep(key, _Item(story, item.at, item.vector))

    def _keep(self, key: int, item: _Item) -> None:
        self._items[key] = item
        self._members.setdefault(item.story, {})[key] = None
        if item.vector:
            self._topics.add(item.story, item.vector, item.at)

    def _leave(self, key: int, item: _Item) -> None:
        members = self._members[item.story]
        del members[key]
        if not members:
            del self._members[item.story]
        if item.vector:
            self._topics.remove(item.story, item.vector)

    def _drop(self, key: int) -> None:
        self._copies.drop(key)
        item = self._items.pop(key, None)
        if item is not None:
            self._leave(key, item)
