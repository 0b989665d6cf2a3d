"""Cut a text into the words that watch queries see: folded, or with their tone, with a sign where a phrase ends."""

import re
from collections.abc import Sequence

from haidang.engine.text import fold, tone_key

BREAK = "|"  # stands for a comma, full stop, bracket, line end or dash: no phrase reaches across it
# A word with its loose marks (NFD); a number whole (12/5, 3,4, 500.000); what ends a phrase. Quotation marks and
# hyphens inside words do not. Possessive, so that no input makes it slow.
TOKEN = re.compile(
    r"[^\W\d_][^\W_]*+(?:[\u0300-\u036f]++[^\W_]*+)*+"
    r"|\d++(?:[.,/:]\d++)*+[^\W_]*+(?:[\u0300-\u036f]++[^\W_]*+)*+"
    r"|[.,;:!?…|()\[\]{}•·–—\n\r\u2028\u2029]++"
    r"|(?<=\s)-++(?=\s)"
)
_REMEMBERED, _LONGEST = 200_000, 24  # words; letters: longer "words" are junk and would fill the memory


class _Memory(dict[str, str]):
    """Each word is folded once: news use the same few thousand over and over (4 times as fast as folding texts)."""

    def __missing__(self, token: str) -> str:
        key = self.made(token) if token[0].isalnum() else BREAK
        if len(token) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[token] = key
        return key

    def made(self, token: str) -> str:
        raise NotImplementedError


class _Folded(_Memory):
    def made(self, token: str) -> str:
        return fold(token) or token


class _Toned(_Memory):
    def made(self, token: str) -> str:
        return tone_key(token)


_FOLDED, _TONED = _Folded(), _Toned()


def folded_words(text: str) -> list[str]:
    """Folded words of a text, BREAK among them."""
    return list(map(_FOLDED.__getitem__, TOKEN.findall(text)))


def toned_words(text: str) -> list[str]:
    """The same words with their tone (`hòa` and `hoà` agree, `hoá` does not)."""
    return list(map(_TONED.__getitem__, TOKEN.findall(text)))


def joined(words: Sequence[str]) -> str:
    """One string in which ` cau sap ` can be looked for."""
    return f" {' '.join(words)} "


def occurrences(phrase: Sequence[str], words: list[str]) -> list[tuple[int, int]]:
    """Every [first, last) at which the phrase stands among the words."""
    found: list[tuple[int, int]] = []
    wanted, first = list(phrase), -1
    while wanted[0] in words[first + 1 :]:
        first = words.index(wanted[0], first + 1)
        if words[first : first + len(wanted)] == wanted:
            found.append((first, first + len(wanted)))
    return found


def order_of_words(words: Sequence[str]) -> list[int]:
    """For each place the number of words before it: breaks are not counted in distances."""
    order, count = [], 0
    for word in words:
        order.append(count)
        count += word != BREAK
    order.append(count)
    return order
