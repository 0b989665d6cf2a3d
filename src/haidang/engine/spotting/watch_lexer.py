"""Cut a watch query into its signs: words, phrases in quotation marks, operators, brackets, each with its place."""

import re
from dataclasses import dataclass
from typing import Literal

from haidang.engine.text import nfc

Kind = Literal["words", "phrase", "and", "or", "not", "near", "(", ")", "end"]

_OPERATORS: dict[str, Kind] = {
    "AND": "and", "VÀ": "and", "OR": "or", "HOẶC": "or", "NOT": "not", "KHÔNG": "not",
}  # fmt: skip
_NEAR = re.compile(r"(?:NEAR|GẦN)(?:/(?P<distance>\d{1,3}))?")
_OPENERS, _CLOSERS = '"“”„«', '"“”»'
_PIECE = re.compile(rf"\s++|[()]|=?[{_OPENERS}]|[^\s(){_OPENERS}]++")
_FARTHEST = 100
MOST_LETTERS = 2_000


class InvalidQuery(ValueError):
    """A watch query that cannot be read: `column` (from 1) and `length` point to the place."""

    def __init__(self, code: str, query: str, start: int, end: int, *, expected: str, sentence: str) -> None:
        super().__init__(f"Column {start + 1}: {sentence}")
        self.code = code
        self.query = query
        self.column = start + 1
        self.length = max(1, end - start)
        self.expected = expected
        self.sentence = sentence

    def pointer(self) -> str:
        """The query with signs under the place, for people who read in a terminal."""
        shown = re.sub(r"\s", " ", self.query)
        return f"{shown}\n{' ' * (self.column - 1)}{'^' * self.length}"


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of a query; `text` are the words of `words` and `phrase`; `distance` belongs to NEAR."""

    kind: Kind
    start: int
    end: int
    text: str = ""
    exact: bool = False
    distance: int = 0


def signs(query: str) -> list[Sign]:
    """The pieces in order, an `end` last. Operators are written in capitals; in small letters they are words."""
    if len(query) > MOST_LETTERS:
        raise InvalidQuery(
            "too_long", query, MOST_LETTERS, len(query), expected="a shorter query",
            sentence=f"The query is longer than {MOST_LETTERS} characters; make two topics of it.",
        )  # fmt: skip
    found: list[Sign] = []
    at = 0
    while (piece := _PIECE.match(query, at)) is not None:
        at = piece.end()
        text = piece.group()
        if text.isspace():
            continue
        if text in ("(", ")"):
            found.append(Sign("(" if text == "(" else ")", piece.start(), at))
        elif text[-1] in _OPENERS and text.lstrip("=") in tuple(_OPENERS):
            found.append(_phrase(query, piece.start(), at))
            at = found[-1].end
        else:
            found.append(_operator(query, piece) or _word(query, piece))
    return [*found, Sign("end", len(query), len(query))]


def _phrase(query: str, start: int, inside: int) -> Sign:
    end = next((at for at in range(inside, len(query)) if query[at] in _CLOSERS), -1)
    if end < 0:
        raise InvalidQuery(
            "open_quotation", query, start, inside, expected='a closing "',
            sentence="This quotation mark is never closed; write a second one after the phrase.",
        )  # fmt: skip
    return Sign("phrase", start, end + 1, query[inside:end], exact=query[start] == "=")


def _operator(query: str, piece: re.Match[str]) -> Sign | None:
    text = nfc(piece.group())
    if kind := _OPERATORS.get(text):
        return Sign(kind, piece.start(), piece.end(), text)
    near = _NEAR.fullmatch(text)
    if near is None:
        return None
    if near["distance"] is None or int(near["distance"]) > _FARTHEST:
        raise InvalidQuery(
            "distance", query, piece.start(), piece.end(), expected=f"NEAR/ and a number up to {_FARTHEST}",
            sentence="NEAR needs the greatest number of words between, such as NEAR/5.",
        )  # fmt: skip
    return Sign("near", piece.start(), piece.end(), text, distance=int(near["distance"]))


def _word(query: str, piece: re.Match[str]) -> Sign:
    text, start = piece.group(), piece.start()
    if "*" in text or "?" in text[:-1]:
        sign = next(at for at, char in enumerate(text) if char in "*?")
        raise InvalidQuery(
            "wildcard", query, start + sign, start + sign + 1, expected="a whole word",
            sentence="Parts of words cannot be watched; write the whole word, or several joined by OR.",
        )  # fmt: skip
    return Sign("words", start, piece.end(), text.removeprefix("="), exact=text.startswith("="))
