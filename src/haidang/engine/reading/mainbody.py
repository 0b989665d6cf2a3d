"""Find the main text of a page: score its blocks, take the element that holds most of what scores well, and say if that is sure."""

from dataclasses import dataclass
from itertools import accumulate
from math import exp

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from haidang.engine.reading.blocks import Sheet, read_sheet
from haidang.engine.reading.choosing import Trees, scores, shipped_trees
from haidang.engine.reading.features import describe

_OPTIONS = LexborDocumentOptions.WO_EVENTS.value
_DULL = -9.0  # the score of a block that is not described
_COST = 0.35  # what a character costs that an element holds, against its chance to be main text
_LONGEST = 1500  # characters of one block that count: one endless block must not decide alone
_GAP = 0.7  # a block this little below zero is kept between two that are kept
_CLIMB, _CLIMB_COST = 0.15, 2.0
_DOUBTFUL = 1.2  # scores nearer to zero than this are a guess
# Cross-checked on 382 development pages: hands over 4 of 92 news pages and 8 of 160 Vietnamese ones, and gains by it.
_SURE_LENGTH, _MOST_DOUBT = 120, 1.0


@dataclass(frozen=True, slots=True)
class MainBody:
    """Paragraphs joined by line breaks. `sure` when it is long enough and the page has less text that is a mere guess."""

    text: str
    sure: bool
    sheet: Sheet
    texts: list[str]
    extent: tuple[int, int]  # first block of the element that holds the main text, and the one after its last


def parsed(markup: str | bytes) -> LexborHTMLParser:
    """The tree of a page. Bytes must be UTF-8."""
    return LexborHTMLParser(markup, options=_OPTIONS, scripting=True)


def main_body(tree: LexborHTMLParser, *, trees: Trees | None = None) -> MainBody:
    """The main text of a page. The tree is cut on the way."""
    sheet = read_sheet(tree)
    described = describe(sheet)
    texts = described.texts
    found = [_DULL] * len(texts)
    for number, score in zip(
        described.numbers, scores(described.rows, trees or shipped_trees()), strict=True
    ):
        found[number] = score
    extent = _extent(sheet, texts, found)
    kept = _kept(extent, found)
    text = "\n".join(texts[number] for number in kept)
    return MainBody(text, _is_sure(kept, texts, found), sheet, texts, extent)


def _kept(extent: tuple[int, int], found: list[float]) -> list[int]:
    """The numbers of the blocks that are main text."""
    first, last = extent
    good = [number for number in range(first, last) if found[number] > 0]
    if not good:
        return []
    among = set(good)
    for number in range(good[0] + 1, good[-1]):
        near = found[number] > -_GAP and not among.isdisjoint((number - 1, number - 2))
        if near and not among.isdisjoint((number + 1, number + 2)):
            among.add(number)
    return sorted(among)


def _extent(sheet: Sheet, texts: list[str], found: list[float]) -> tuple[int, int]:
    """First block, and the one after the last, of the element with the most main text at the least cost."""
    gains = [
        ((1 / (1 + exp(-score)) if score > _DULL else 0.0) - _COST) * min(len(text), _LONGEST)
        for score, text in zip(found, texts, strict=True)
    ]
    net = [0.0, *accumulate(gains)]
    gross = [0.0, *accumulate(max(0.0, gain) for gain in gains)]
    nets = [net[last] - net[first] for first, last in zip(sheet.first, sheet.last, strict=True)]
    best = len(nets) - 1 - nets[::-1].index(max(nets))  # the innermost of equals
    while best:
        above = sheet.parents[best]
        held = gross[sheet.last[best]] - gross[sheet.first[best]]
        more = gross[sheet.last[above]] - gross[sheet.first[above]] - held
        if more <= _CLIMB * held or more - (nets[above] - nets[best]) > _CLIMB_COST * more:
            break
        best = above
    return sheet.first[best], sheet.last[best]


def _is_sure(kept: list[int], texts: list[str], found: list[float]) -> bool:
    length = sum(len(texts[number]) for number in kept)
    doubt = sum(len(text) for text, score in zip(texts, found, strict=True) if abs(score) < _DOUBTFUL)
    return length >= _SURE_LENGTH and doubt <= _MOST_DOUBT * length
