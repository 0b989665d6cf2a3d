"""Read a watch query, or say in one sentence what is wrong, at which column, and what was expected there.

NEAR binds most, then NOT, AND, OR. Bare words side by side are one phrase (`cầu Cây Được`); terms side by side
of which one is in quotation marks or brackets must both be there, as if AND stood between.
"""

from haidang.engine.spotting.watch_lexer import InvalidQuery, Kind, Sign, signs
from haidang.engine.spotting.watch_query import And, Near, Not, Or, Query, Term, required_terms, term_of

_BEGINS_TERM: frozenset[Kind] = frozenset(["words", "phrase", "("])
_MOST_TERMS, _DEEPEST = 200, 20


def parse_watch(query: str) -> Query:
    """The query, read. Raises InvalidQuery, which points to the place."""
    return _Reader(query).whole()


class _Reader:
    def __init__(self, query: str) -> None:
        self.query = query
        self.signs = signs(query)
        self.at = 0
        self.depth = 0
        self.terms = 0
        self.sides: list[tuple[int, int, Query]] = []  # what OR joins outside all brackets, with its place

    @property
    def sign(self) -> Sign:
        return self.signs[self.at]

    def whole(self) -> Query:
        found = self.either()
        if self.sign.kind == ")":
            raise self.wrong(
                "closing_bracket", "AND, OR or the end", "This bracket was never opened; take it out."
            )
        if self.sign.kind != "end":
            raise self.wrong(
                "operator", "AND, OR or the end", "Two NEAR in a row are not clear; join them by AND."
            )
        if not required_terms(found):
            raise self._only_not()
        return found

    def _only_not(self) -> InvalidQuery:
        start, end = next((start, end) for start, end, side in self.sides if not required_terms(side))
        return InvalidQuery(
            "only_not", self.query, start, end, expected="a word that must be there",
            sentence="This side of the query needs a word that must be there; NOT alone matches nearly everything.",
        )  # fmt: skip

    def wrong(self, code: str, expected: str, sentence: str, sign: Sign | None = None) -> InvalidQuery:
        place = sign or self.sign
        return InvalidQuery(code, self.query, place.start, place.end, expected=expected, sentence=sentence)

    def take(self, kind: Kind) -> bool:
        if self.sign.kind != kind:
            return False
        self.at += 1
        return True

    def either(self) -> Query:
        parts = [self._side()]
        while self.take("or"):
            parts.append(self._side())
        return _flat(Or, parts)

    def _side(self) -> Query:
        start = self.sign.start
        found = self.both()
        if self.depth == 0:
            self.sides.append((start, self.signs[self.at - 1].end, found))
        return found

    def both(self) -> Query:
        parts = [self.denied()]
        while self.take("and") or self.sign.kind in _BEGINS_TERM or self.sign.kind == "not":
            parts.append(self.denied())
        return _flat(And, parts)

    def denied(self) -> Query:
        if not self.take("not"):
            return self.near()
        if self.sign.kind == "not":
            raise self.wrong("double_not", "a word", "NOT NOT says nothing; take both out.")
        return Not(self.near())

    def near(self) -> Query:
        began = self.sign
        left = self.one()
        if self.sign.kind != "near":
            return left
        distance = self.sign.distance
        self.at += 1
        after = self.sign
        right = self.one()
        return Near(self._terms_only(left, began), self._terms_only(right, after), distance)

    def _terms_only(self, query: Query, sign: Sign) -> tuple[Term, ...]:
        parts = query.parts if isinstance(query, Or) else (query,)
        terms = tuple(part for part in parts if isinstance(part, Term))
        if len(terms) == len(parts):
            return terms
        raise self.wrong(
            "near_what", "a word, a phrase or (a OR b)", "NEAR joins words and phrases, or lists of them joined by OR.",
            sign,
        )  # fmt: skip

    def one(self) -> Query:
        if self.sign.kind == "(":
            return self._bracket()
        if self.sign.kind in ("words", "phrase"):
            return self._term()
        raise self._nothing_here()

    def _nothing_here(self) -> InvalidQuery:
        if self.sign.kind == "end" and self.at == 0:
            return self.wrong("empty", "a word", "The query is empty; write a word or a phrase to watch for.")
        if self.sign.kind == "end":
            return self.wrong("unfinished", "a word or (", "The query ends here, but a word should follow.")
        shown = "A closing bracket" if self.sign.kind == ")" else f"The operator {self.sign.text}"
        return self.wrong("word", "a word or (", f"{shown} stands where a word should stand.")

    def _bracket(self) -> Query:
        opened = self.sign
        self.at += 1
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.wrong(
                "too_deep", "fewer brackets", "There are too many brackets inside brackets.", opened
            )
        found = self.either()
        if not self.take(")"):
            raise self.wrong(
                "open_bracket", ")", "This bracket is never closed; write ) after its end.", opened
            )
        self.depth -= 1
        return found

    def _term(self) -> Term:
        first = last = self.sign
        self.at += 1
        while first.kind == "words" and self.sign.kind == "words" and not self.sign.exact:
            last = self.sign
            self.at += 1
        text = first.text if first.kind == "phrase" else self.query[first.start : last.end].removeprefix("=")
        term = term_of(text, exact=first.exact)
        place = Sign("words", first.start, last.end)
        if not term.folded:
            raise self.wrong("no_word", "a word", "There is no word here, only signs; write one.", place)
        self.terms += 1
        if self.terms > _MOST_TERMS:
            raise self.wrong(
                "too_many", "fewer words", f"A query may hold {_MOST_TERMS} terms; make two.", place
            )
        return term


def _flat(kind: type[And] | type[Or], parts: list[Query]) -> Query:
    """One part stands for itself; a AND (b AND c) is a AND b AND c; a AND a is a."""
    flat: list[Query] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else [part]
    different = tuple(dict.fromkeys(flat))
    return different[0] if len(different) == 1 else kind(different)
