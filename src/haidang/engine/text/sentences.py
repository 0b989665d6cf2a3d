"""Cut a text into sentences, for Vietnamese and English, without being fooled by abbreviations and numbers."""

import re
from dataclasses import dataclass

from haidang.engine.text.folding import fold
from haidang.engine.text.wordlist import word_set

_CLOSERS = "\"'”’»)]"
# End marks with closing quotes and the space after them, or a line break. Possessive: linear on any input.
_STOP = re.compile(r"(?P<mark>[.!?…]++)(?P<closing>[\"'”’»)\]]*+)(?=\s|\Z)|[\r\n\u2028\u2029]++")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«]*\Z")
_LOOK_BACK = 24  # no abbreviation in the table is longer

_ABBREVIATIONS = word_set(
    "tp tx tt q p h d ths ts pgs gs bs ks cn ncs nsut nsnd ong ba mr mrs ms dr prof st no nr vs etc e.g "
    "i.e cf tr vd u.s u.k u.n a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp "
    "gov sen rep gen col lt sgt capt hon th.s t.s p.gs g.s b.s tel dt đt ubnd hdnd"
)
# These end a sentence when a capital follows, and do not otherwise.
_MAYBE_LAST = word_set("v.v a.m p.m etc inc ltd co corp u.s u.k u.n")


@dataclass(frozen=True, slots=True)
class Span:
    """One sentence: `text == whole[start:end]`."""

    start: int
    end: int
    text: str


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order, without the white space around them."""
    spans: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop["mark"] is not None and not _ends_here(text, start, stop):
            continue
        _keep(spans, text, start, stop.end())
        start = stop.end()
    _keep(spans, text, start, len(text))
    return spans


def _keep(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    body = piece.strip()
    if any(char.isalnum() for char in body):
        first = start + len(piece) - len(piece.lstrip())
        spans.append(Span(first, first + len(body), body))


def _ends_here(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the end mark closes the sentence that began at `start`."""
    after = text[stop.end() : stop.end() + 8].lstrip(" \t\u00a0“‘\"'(«")[:1]
    mark = stop["mark"]
    if after.islower() and (stop["closing"] or "…" in mark or len(mark) > 1):
        return False  # “Chạy đi!” anh hô; và rồi… không ai biết
    if mark != ".":
        return True
    before = _LAST_WORD.search(text, max(start, stop.start() - _LOOK_BACK), stop.start())
    word = fold(before.group()) if before else ""
    if word in _MAYBE_LAST:
        return not after.islower()
    if word in _ABBREVIATIONS:
        return False
    alone = stop.start() - len(word) <= start or not text[start : stop.start() - len(word)].strip()
    if word.isdigit() and alone:
        return False  # 1. Phạm vi điều chỉnh
    return not (len(word) == 1 and word.isalpha() and text[stop.start() - 1].isupper())  # J. Smith
