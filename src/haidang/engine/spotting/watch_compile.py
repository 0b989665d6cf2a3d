"""Turn a watch query into rules that the index can test quickly: strings that must, or must not, be in a text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from haidang.engine.spotting.watch_plain import is_near
from haidang.engine.spotting.watch_query import And, Near, Not, Or, Query, Term
from haidang.engine.spotting.watch_rarity import Anchor, Rarity
from haidang.engine.spotting.watch_words import (
    folded_words,
    joined,
    occurrences,
    order_of_words,
    toned_words,
)

_MOST_RULES = 24  # a query with more alternatives stays one rule and is tested as it is


class View:
    """A text as the index sees it; what few queries need is made when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = folded_words(text)
        self.folded = joined(self.words)

    @cached_property
    def toned_words(self) -> list[str]:
        return toned_words(self.text)

    @cached_property
    def toned(self) -> str:
        return joined(self.toned_words)

    @cached_property
    def order(self) -> list[int]:
        return order_of_words(self.words)

    def stretches(self, terms: tuple[Term, ...]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for term in terms:
            words = self.toned_words if term.toned else self.words
            found += occurrences(term.toned or term.folded, words)
        return found


Test = Callable[[View], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """Once one of `anchors` is seen: `all_of` in the folded text, `none_of` not, and `test` (if any) holds."""

    anchors: tuple[Anchor, ...]
    all_of: tuple[str, ...]
    none_of: tuple[str, ...]
    test: Test | None


def rules_of(query: Query, rarity: Rarity) -> tuple[Rule, ...]:
    """The query matches exactly when one of the rules does: (a OR b) AND c becomes a AND c, b AND c."""
    return tuple(_rule(parts, rarity) for parts in _alternatives(query))


def _alternatives(query: Query) -> list[tuple[Query, ...]]:
    if isinstance(query, Or):
        found = [parts for part in query.parts for parts in _alternatives(part)]
        return found if len(found) <= _MOST_RULES else [(query,)]
    if isinstance(query, And):
        each = [_alternatives(part) for part in query.parts]
        if prod(map(len, each)) > _MOST_RULES:
            return [query.parts]
        return [tuple(one for parts in chosen for one in parts) for chosen in product(*each)]
    return [(query,)]


def _rule(parts: tuple[Query, ...], rarity: Rarity) -> Rule:
    anchors = rarity.anchors(And(parts))
    all_of = [joined(term.folded) for part in parts for term in _needed(part)]
    none_of = [joined(term.folded) for part in parts if (term := _denied(part)) is not None]
    if len(anchors) == 1:
        seen = joined(anchors[0] if isinstance(anchors[0], tuple) else anchors)  # type: ignore[arg-type]  # a word
        all_of = [piece for piece in all_of if piece != seen]
    left = [part for part in parts if not _is_flat(part)]
    longest_first = sorted(dict.fromkeys(all_of), key=len, reverse=True)
    return Rule(anchors, tuple(longest_first), tuple(dict.fromkeys(none_of)), _all(left) if left else None)


def _needed(part: Query) -> Sequence[Term]:
    """Terms whose words must be there, whatever else the part asks."""
    if isinstance(part, Term):
        return (part,)
    if isinstance(part, Near):
        return [terms[0] for terms in (part.left, part.right) if len(terms) == 1]
    return ()


def _denied(part: Query) -> Term | None:
    inner = part.part if isinstance(part, Not) else None
    return inner if isinstance(inner, Term) and not inner.toned else None


def _is_flat(part: Query) -> bool:
    return (isinstance(part, Term) and not part.toned) or _denied(part) is not None


def _all(parts: Sequence[Query]) -> Test:
    tests = [_test(part) for part in parts]
    return tests[0] if len(tests) == 1 else lambda view: all(test(view) for test in tests)


def _test(query: Query) -> Test:
    match query:
        case Term():
            return _term_test(query)
        case Near():
            return lambda view: _near(query, view)
        case Not():
            inner = _test(query.part)
            return lambda view: not inner(view)
        case And():
            return _all(query.parts)
        case Or():
            tests = [_test(part) for part in query.parts]
            return lambda view: any(test(view) for test in tests)


def _term_test(term: Term) -> Test:
    if term.toned:
        toned = joined(term.toned)
        return lambda view: toned in view.toned
    folded = joined(term.folded)
    return lambda view: folded in view.folded


def _near(query: Near, view: View) -> bool:
    left = view.stretches(query.left)
    right = view.stretches(query.right) if left else []
    return any(is_near(one, other, view.order, query.distance) for one in left for other in right)
