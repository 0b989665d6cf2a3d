"""Find names of places so that "Quốc khánh, an ninh" is no Khánh An and "Việt Nam cần" no Năm Căn.

A name must stand unbroken by punctuation; with capitals where the text uses capitals; and with its own tone marks
where the text has marks (or with none at all, as people type names).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from haidang.engine.text import Found, Word, fold_word, nfc, tone_key, words

_JOINERS = frozenset([" ", "-", "\u00a0", "  "])


@dataclass(frozen=True, slots=True)
class _Name:
    code: str
    folded: tuple[str, ...]
    toned: tuple[str, ...]  # empty when the name was given folded: its marks are not known
    capitals: tuple[bool, ...]
    broken_before: tuple[bool, ...]  # the name itself has a comma there: "Sở Văn hóa, Thể thao và Du lịch"
    marks_needed: bool  # given as `=Huế`: without its marks it is another word


@dataclass(frozen=True, slots=True)
class WordsInPlace:
    """The words of one sentence, folded and with tones. `toned`: it has marks. `cased`: the text uses capitals."""

    text: str
    found: Sequence[Word]
    folded: Sequence[str]
    tones: Sequence[str]
    toned: bool
    cased: bool


class PlaceNames:
    """Names under codes. Names under the code "" void others that begin inside them (Việt Nam, năm căn nhà)."""

    def __init__(self, table: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._names: dict[str, list[_Name]] = {}
        for code, printed in table:
            for name in map(_name, printed):
                if name.folded:
                    self._names.setdefault(name.folded[0], []).append(_with_code(name, code))
        for entries in self._names.values():
            entries.sort(key=lambda name: -len(name.folded))

    def find(self, sentence: WordsInPlace) -> list[Found]:
        found: list[Found] = []
        voided: set[int] = set()
        names = self._names
        for first, key in enumerate(sentence.folded):
            if key not in names:
                continue
            seen: set[str] = set()
            for name in names[key]:
                if name.code not in seen and _stands(name, sentence, first):
                    seen.add(name.code)
                    found.append(Found(name.code, first, first + len(name.folded)))
                    if not name.code:
                        voided.update(range(first, first + len(name.folded)))
        return [one for one in found if one.code and one.first not in voided]


def _name(printed: str) -> _Name:
    text = nfc(printed.removeprefix("="))
    found = words(text)
    capitals = [word.text[0].isupper() for word in found]
    known = any(capitals) or not text.isascii()
    if found and not any(capitals):
        capitals[0] = capitals[-1] = True
    between = [text[one.end : two.start] for one, two in pairwise(found)]
    return _Name(
        code="",
        folded=tuple(fold_word(word.text) for word in found),
        toned=tuple(tone_key(word.text) for word in found) if known else (),
        capitals=tuple(capitals),
        broken_before=(False, *(gap not in _JOINERS for gap in between))[: len(found)],
        marks_needed=printed.startswith("="),
    )


def _with_code(name: _Name, code: str) -> _Name:
    """What only voids is looked for in any case: `năm căn nhà`."""
    capitals = name.capitals if code else tuple(False for _ in name.capitals)
    return _Name(code, name.folded, name.toned, capitals, name.broken_before, name.marks_needed)


def _stands(name: _Name, sentence: WordsInPlace, first: int) -> bool:
    size = len(name.folded)
    if size > 1 and tuple(sentence.folded[first : first + size]) != name.folded:
        return False
    here = sentence.found[first : first + size]
    if (sentence.cased or name.marks_needed) and not all(
        word.text[0].isupper() for word, capital in zip(here, name.capitals, strict=True) if capital
    ):
        return False
    return _unbroken(name, sentence.text, here) and _tones_agree(name, sentence, first)


def _unbroken(name: _Name, text: str, here: Sequence[Word]) -> bool:
    return all(
        broken or text[one.end : two.start] in _JOINERS
        for one, two, broken in zip(here, here[1:], name.broken_before[1:], strict=False)
    )


def _tones_agree(name: _Name, sentence: WordsInPlace, first: int) -> bool:
    if not sentence.toned:
        return not name.marks_needed
    tones = tuple(sentence.tones[first : first + len(name.folded)])
    if not name.toned or tones == name.toned:
        return True
    return tones == name.folded and sentence.cased and not name.marks_needed  # "cầu Cay Duoc": typed bare
