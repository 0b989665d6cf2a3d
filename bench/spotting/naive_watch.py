"""The naive scan that people start with: every query on every text, each phrase looked for with `in`."""

import re
from collections.abc import Sequence

from haidang.engine.spotting.watch_query import And, Near, Not, Or, Query, Term
from haidang.engine.spotting.watch_words import folded_words, toned_words


def naive_matches(queries: Sequence[Query], text: str) -> set[int]:
    """Numbers of the queries that match. Written apart from the index: strings only, no filing, no word lists."""
    folded = f" {' '.join(folded_words(text))} "
    toned = f" {' '.join(toned_words(text))} "
    return {number for number, query in enumerate(queries) if holds(query, folded, toned)}


def holds(query: Query, folded: str, toned: str) -> bool:
    if isinstance(query, Term):
        if query.toned:
            return f" {' '.join(query.toned)} " in toned
        return f" {' '.join(query.folded)} " in folded
    if isinstance(query, And):
        return all(holds(part, folded, toned) for part in query.parts)
    if isinstance(query, Or):
        return any(holds(part, folded, toned) for part in query.parts)
    if isinstance(query, Not):
        return not holds(query.part, folded, toned)
    return _near(query, folded)


def _near(query: Near, folded: str) -> bool:
    for one in query.left:
        for other in query.right:
            assert not one.toned
            assert not other.toned  # made queries join folded phrases by NEAR
            pair = (" ".join(one.folded), " ".join(other.folded))
            if any(_in_order(first, second, query.distance, folded) for first, second in (pair, pair[::-1])):
                return True
    return False


def _in_order(first: str, second: str, distance: int, folded: str) -> bool:
    if f" {first} " not in folded or f" {second} " not in folded:
        return False
    between = rf"(?:(?:\| )*[^ |]+ (?:\| )*){{0,{distance}}}(?:\| )*"
    return re.search(rf" {re.escape(first)} {between}{re.escape(second)} ", folded) is not None
