"""A table of Vietnamese terms and English stems that translate each other, and its training from sentences."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from haidang.engine.retrieval.analysis import PAIR, TONED, analyse
from haidang.engine.retrieval.wordalign import align

_KEPT = 12  # partners of a term
_LEAST = 0.02  # of the chance
_SMOOTH = 0.3  # seen once is not seen always
_LINE = re.compile(r"[^\t\r\n]+\t[^\t\r\n]+\t[0-9.e-]+\t[0-9.e-]+\Z")


@dataclass(frozen=True, slots=True)
class Partner:
    """An English stem beside a Vietnamese term: P(vi | en) and P(en | vi)."""

    english: str
    forth: float
    back: float


class TranslationTable:
    """Vietnamese term -> English partners. Terms are those of `analyse`: folded, toned (`=…`) and pairs."""

    def __init__(self, partners: dict[str, tuple[Partner, ...]]) -> None:
        self._partners = partners
        self._backwards: dict[str, dict[str, float]] | None = None

    def __len__(self) -> int:
        return sum(len(found) for found in self._partners.values())

    def partners(self, term: str) -> tuple[Partner, ...]:
        return self._partners.get(term, ())

    def meanings(self, english: str) -> dict[str, float]:
        """Vietnamese terms that may be meant by an English stem, each with P(en | vi)."""
        if self._backwards is None:
            backwards: dict[str, dict[str, float]] = {}
            for term, found in self._partners.items():
                for one in found:
                    backwards.setdefault(one.english, {})[term] = one.back
            self._backwards = backwards
        return self._backwards.get(english, {})

    def to_text(self) -> str:
        """One line a pair: Vietnamese, English, P(vi | en), P(en | vi)."""
        return "".join(
            f"{term}\t{one.english}\t{one.forth:.3g}\t{one.back:.3g}\n"
            for term, found in sorted(self._partners.items())
            for one in found
        )

    @classmethod
    def from_text(cls, text: str) -> Self:
        partners: dict[str, list[Partner]] = {}
        for number, line in enumerate(text.splitlines(), start=1):
            if not _LINE.match(line):
                raise BadTable(number)
            term, english, forth, back = line.split("\t")
            partners.setdefault(term, []).append(Partner(english, float(forth), float(back)))
        return cls({term: tuple(found) for term, found in partners.items()})


class BadTable(Exception):
    """A line of the translation table cannot be read."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Line {number} of the translation table is damaged: train the table again.")


def train(pairs: Iterable[tuple[str, str]]) -> TranslationTable:
    """From (English, Vietnamese) sentences or phrases. Each kind of Vietnamese term is aligned for itself."""
    read = [(_english(english), _vietnamese(vietnamese)) for english, vietnamese in pairs]
    partners: dict[str, tuple[Partner, ...]] = {}
    for kind in range(3):
        partners |= _trained([(english, vietnamese[kind]) for english, vietnamese in read])
    return TranslationTable(partners)


def _english(text: str) -> list[str]:
    found = analyse(text, language="en")
    return [term for term, mark in zip(found.terms, found.marks, strict=True) if not mark & PAIR]


def _vietnamese(text: str) -> tuple[list[str], list[str], list[str]]:
    """Folded syllables, toned syllables, folded pairs."""
    found = analyse(text, language="vi")
    kinds: tuple[list[str], list[str], list[str]] = ([], [], [])
    for term, mark in zip(found.terms, found.marks, strict=True):
        kinds[2 if mark & PAIR else 1 if mark & TONED else 0].append(term)
    return kinds


def _trained(pairs: Sequence[tuple[list[str], list[str]]]) -> dict[str, tuple[Partner, ...]]:
    useful = [(english, vietnamese) for english, vietnamese in pairs if english and vietnamese]
    numbers_en: dict[str, int] = {}
    numbers_vi: dict[str, int] = {}
    left = [[numbers_en.setdefault(word, len(numbers_en)) for word in english] for english, _ in useful]
    right = [
        [numbers_vi.setdefault(word, len(numbers_vi)) for word in vietnamese] for _, vietnamese in useful
    ]
    found = align(left, right)
    if not len(found.counts):
        return {}
    forth = found.counts / (np.bincount(found.left, found.counts) + _SMOOTH)[found.left]
    back = found.counts / (np.bincount(found.right, found.counts) + _SMOOTH)[found.right]
    kept = np.flatnonzero((forth > _LEAST) & (back > _LEAST) | (forth * back > _LEAST / 4))
    order = kept[np.lexsort((-(forth * back)[kept], found.right[kept]))]
    english_words, vietnamese_words = list(numbers_en), list(numbers_vi)
    partners: dict[str, list[Partner]] = {}
    for at in order.tolist():
        mine = partners.setdefault(vietnamese_words[found.right[at]], [])
        if len(mine) < _KEPT:
            mine.append(Partner(english_words[found.left[at]], float(forth[at]), float(back[at])))
    return {term: tuple(mine) for term, mine in partners.items()}
