"""Evaluate one watch query on one text the plain way, with the places to highlight.

For the preview of a topic while it is written, for the marks on the page, and as what the index is tested against.
"""

from dataclasses import dataclass
from functools import cached_property

from haidang.engine.spotting.watch_query import And, Near, Not, Or, Query, Term
from haidang.engine.spotting.watch_words import TOKEN, folded_words, occurrences, order_of_words, toned_words

Stretch = tuple[int, int]  # [first, last) among the words


@dataclass(frozen=True, slots=True)
class Place:
    """What to highlight: `text[start:end]`, of the text as it came."""

    start: int
    end: int


def watch_places(query: Query, text: str) -> tuple[Place, ...] | None:
    """The words that made the text match, in order; None when it does not match."""
    return ReadText(text).places(query)


class ReadText:
    """A text cut into words once, to be asked about several queries."""

    def __init__(self, text: str) -> None:
        self._folded = folded_words(text)
        self._text = text

    @cached_property
    def _toned(self) -> list[str]:
        return toned_words(self._text)

    @cached_property
    def _order(self) -> list[int]:
        return order_of_words(self._folded)

    def places(self, query: Query) -> tuple[Place, ...] | None:
        stretches = self._evaluated(query)
        if stretches is None:
            return None
        spans = self._spans
        places = sorted({(spans[first][0], spans[last - 1][1]) for first, last in stretches})
        return _without_overlap(places)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [found.span() for found in TOKEN.finditer(self._text)]

    def _evaluated(self, query: Query) -> list[Stretch] | None:
        match query:
            case Term():
                return self._stretches(query) or None
            case Near():
                return self._near(query)
            case Not():
                return [] if self._evaluated(query.part) is None else None
            case And():
                each = [self._evaluated(part) for part in query.parts]
                met = [found for found in each if found is not None]
                return [one for found in met for one in found] if len(met) == len(each) else None
            case Or():
                met = [found for part in query.parts if (found := self._evaluated(part)) is not None]
                return [one for found in met for one in found] if met else None

    def _stretches(self, term: Term) -> list[Stretch]:
        return occurrences(term.toned, self._toned) if term.toned else occurrences(term.folded, self._folded)

    def _near(self, query: Near) -> list[Stretch] | None:
        left = [one for term in query.left for one in self._stretches(term)]
        right = [one for term in query.right for one in self._stretches(term)]
        found = [
            stretch
            for one in left
            for other in right
            if is_near(one, other, self._order, query.distance)
            for stretch in (one, other)
        ]
        return found or None


def is_near(one: Stretch, other: Stretch, order: list[int], distance: int) -> bool:
    """Not overlapping, and at most `distance` words between."""
    first, second = (one, other) if one <= other else (other, one)
    return first[1] <= second[0] and order[second[0]] - order[first[1]] <= distance


def _without_overlap(places: list[tuple[int, int]]) -> tuple[Place, ...]:
    """Marks that overlap become one mark."""
    merged: list[tuple[int, int]] = []
    for start, end in places:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(Place(start, end) for start, end in merged)
