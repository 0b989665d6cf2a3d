"""The peer that people glue together: Aho-Corasick over all phrases, then counting the hits of each query."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from bench.spotting.naive_watch import holds
from haidang.engine.spotting.watch_query import And, Near, Not, Or, Query, Term
from haidang.engine.spotting.watch_words import folded_words


def aho_matcher(queries: Sequence[Query]) -> Callable[[str], set[int]] | None:
    """A function from a text to the numbers of matching queries; None when the peer is not installed."""
    try:
        from ahocorasick_rs import AhoCorasick
    except ModuleNotFoundError:
        return None
    pieces: dict[str, int] = {}
    needs: list[int] = []
    by_piece: dict[int, list[int]] = defaultdict(list)
    for number, query in enumerate(queries):
        wanted = {_piece(term) for term in _needed(query)}
        needs.append(len(wanted))
        for piece in wanted:
            by_piece[pieces.setdefault(piece, len(pieces))].append(number)
    automaton = AhoCorasick(list(pieces))
    plain = [_only_and(query) for query in queries]

    def matches(text: str) -> set[int]:
        folded = f" {' '.join(folded_words(text))} ".replace(" ", "  ")
        seen = {hit[0] for hit in automaton.find_matches_as_indexes(folded, overlapping=True)}
        counts = Counter(number for piece in seen for number in by_piece[piece])
        single = folded.replace("  ", " ")
        return {
            number
            for number, count in counts.items()
            if count >= needs[number] and (plain[number] or holds(queries[number], single, ""))
        }

    return matches


def _piece(term: Term) -> str:
    """Spaces are doubled, so that neighbouring phrases do not share one."""
    return f" {'  '.join(term.folded)} "


def _only_and(query: Query) -> bool:
    return isinstance(query, Term) or (
        isinstance(query, And) and all(isinstance(one, Term) for one in query.parts)
    )


def _needed(query: Query) -> list[Term]:
    """Terms that must all be there; of an OR only the fewest (one alternative is tested afterwards)."""
    if isinstance(query, Term):
        return [query]
    if isinstance(query, And):
        return [term for part in query.parts if not isinstance(part, Or | Not) for term in _needed(part)]
    if isinstance(query, Near):
        return [query.left[0], query.right[0]]
    return []
