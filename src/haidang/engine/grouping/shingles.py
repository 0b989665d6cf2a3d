"""Hash the folded word triples of many texts at once, over arrays of code units instead of Python strings.

Folding is that of `engine.text.fold` for every letter: case, marks and tone placement make no difference, composed
or not. Scripts written without spaces (Khmer, Thai, Chinese, Japanese) give one word a character.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from haidang.engine.text.folding import fold

HASH_BITS = 60  # two digits of a Python integer
_UNITS = 0x10000  # UTF-16 code units; what lies above (rare Chinese, emoji) are pairs of surrogates, read as spaces
_FOLDED = 0x3000  # below: folded; above: Chinese, Japanese, Korean, kept as they are
_SHINGLE = 3  # words
_LONGEST = 64  # letters of a word that have a place of their own in its hash
_BETWEEN, _LETTER, _ALONE, _DROPPED = 0, 1, 2, 3

_BASE = 0x9E3779B97F4A7C15
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_ORDER = np.array([0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB], np.uint64)

Hashes = NDArray[np.uint64]


@lru_cache(maxsize=1)
def _tables() -> tuple[Hashes, NDArray[np.uint8], Hashes]:
    """Value and kind of every code unit (no value between words); the weight of a letter by its place in the word."""
    values = np.zeros(_UNITS, np.uint64)
    kinds = np.zeros(_UNITS, np.uint8)
    for code in range(_UNITS):
        char = chr(code)
        folded = fold(char) if code < _FOLDED else char
        kinds[code] = _kind(code, folded)
        if kinds[code] in {_LETTER, _ALONE}:
            values[code] = ord(folded) + 1 if len(folded) == 1 else code + 1
    weights = [pow(_BASE, place + 1, 2**64) for place in range(_LONGEST)]
    return values, kinds, np.array(weights, np.uint64)


def _kind(code: int, folded: str) -> int:
    if 0x0300 <= code < 0x0370:  # noqa: PLR2004  # loose marks: text that is not composed folds alike
        return _DROPPED
    if any(first <= code < after for first, after in _WITHOUT_SPACES):
        return _ALONE
    return _LETTER if folded[:1].isalnum() else _BETWEEN


# Lao and Thai, Myanmar, Khmer (signs too), Japanese and Chinese.
_WITHOUT_SPACES = (
    (0x0E00, 0x0F00),
    (0x1000, 0x10A0),
    (0x1780, 0x17D4),
    (0x3040, 0x3100),
    (0x3400, 0xA000),
    (0xF900, 0xFB00),
)


def shingle_hashes(texts: Sequence[str]) -> list[Hashes]:
    """For each text the hashes of its word triples, in order; a text of one or two words has one hash."""
    if not texts:
        return []
    words, firsts = _word_hashes(texts)
    triples = _triples(words)
    found: list[Hashes] = []
    for number in range(len(texts)):
        first, last = firsts[number], firsts[number + 1]
        if last - first >= _SHINGLE:
            found.append(triples[first : last - _SHINGLE + 1])
        else:
            found.append(_short(words[first:last]))
    return found


def _triples(words: Hashes) -> Hashes:
    """Three words that follow one another; those that cross into the next text are cut away by the caller."""
    if len(words) < _SHINGLE:
        return words[:0]
    return _finish(words[:-2] * _ORDER[0] + words[1:-1] * _ORDER[1] + words[2:] * _ORDER[2])


def _short(words: Hashes) -> Hashes:
    if not len(words):
        return words
    return _finish(np.add.reduce(words * _ORDER[: len(words)], keepdims=True))


def _word_hashes(texts: Sequence[str]) -> tuple[Hashes, list[int]]:
    """The hash of every word of all texts, and the number of the first word of each text (and of the end)."""
    values, kinds, weights = _tables()
    units, text_starts = _units(texts)
    starts = _word_starts(kinds[units])
    if not len(starts):
        return np.zeros(0, np.uint64), [0] * (len(texts) + 1)
    tail = units[starts[0] :]  # what stands before the first word is worth nothing
    ends = np.append(starts[1:], len(units))
    place = np.arange(starts[0], len(units)) - np.repeat(starts, ends - starts)
    weighed = values[tail] * weights[np.minimum(place, _LONGEST - 1, out=place)]
    return _finish(np.add.reduceat(weighed, starts - starts[0])), np.searchsorted(
        starts, text_starts
    ).tolist()


def _units(texts: Sequence[str]) -> tuple[NDArray[np.uint16], NDArray[np.intp]]:
    """The UTF-16 units of all texts, loose marks left out; where each text starts, and the end."""
    encoded = [text.encode("utf-16-le", "surrogatepass") for text in texts]
    units = np.frombuffer(b"\n\0".join(encoded), np.uint16)
    starts = np.zeros(len(texts) + 1, np.intp)
    np.cumsum([len(part) // 2 + 1 for part in encoded], out=starts[1:])
    loose = (units >= 0x0300) & (units < 0x0370)  # noqa: PLR2004
    if loose.any():
        starts -= np.append(0, np.cumsum(loose))[np.minimum(starts, len(units))]
        units = units[~loose]
    return units, starts


def _word_starts(kinds: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Where a word begins: after a space, and at and after every character that is a word of its own."""
    begins = kinds > _BETWEEN
    alone = kinds == _ALONE
    begins[1:] &= (kinds[:-1] == _BETWEEN) | alone[1:] | alone[:-1]
    return np.flatnonzero(begins)


def _finish(values: Hashes) -> Hashes:
    """Spread the bits (the finisher of splitmix64), then keep the upper ones."""
    values = (values ^ (values >> np.uint64(30))) * _MIX[0]
    values = (values ^ (values >> np.uint64(27))) * _MIX[1]
    return (values ^ (values >> np.uint64(31))) >> np.uint64(64 - HASH_BITS)
