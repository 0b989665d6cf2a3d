"""A text beside its folded form, so that what is found in the folded text can be shown as printed."""

import re
from dataclasses import dataclass

from haidang.engine.text.folding import fold

_LOOSE = re.compile(r"[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Aligned:
    """`letters[i]` is the stretch of `text` that became the folded character `i`; None when places are the same."""

    text: str
    folded: str
    letters: tuple[tuple[int, int], ...] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where `folded[start:end]` stands in `text`."""
        if self.letters is None or start >= end:
            return start, end
        return self.letters[start][0], self.letters[end - 1][1]


def aligned(text: str) -> Aligned:
    """Fold a text and remember the places. Composed text (nearly all) costs no more than folding."""
    if text.isascii():
        return Aligned(text, text.lower(), None)
    folded = fold(text)
    if len(folded) == len(text) and _LOOSE.search(text) is None:
        return Aligned(text, folded, None)
    return _by_letter(text)


def _by_letter(text: str) -> Aligned:
    """Letter by letter: a letter and the loose marks after it are folded together."""
    pieces: list[str] = []
    letters: list[tuple[int, int]] = []
    first = 0
    while first < len(text):
        last = first + 1
        while last < len(text) and "\u0300" <= text[last] <= "\u036f":
            last += 1
        piece = fold(text[first:last])
        pieces.append(piece)
        letters += [(first, last)] * len(piece)
        first = last
    return Aligned(text, "".join(pieces), tuple(letters))
