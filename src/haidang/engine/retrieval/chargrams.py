"""Likeness of spellings: four-letter pieces of a text, weighed by how rare they are in the index."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from haidang.engine.retrieval.postings import Floats, Ints
from haidang.engine.text import fold

_SIZE = 4
_BUCKETS = 1 << 18
_PRIMES = np.array([1, 31, 961, 29791, 923521], np.uint32)
_LONGEST = 400  # characters of a field that are compared


def spelled(text: str) -> npt.NDArray[np.uint32]:
    """A text as code points, folded, one space between words and at both ends."""
    folded = f" {' '.join(fold(text[:_LONGEST]).split())} "
    return np.frombuffer(folded.encode("utf-32-le"), np.uint32)


def _pieces(letters: npt.NDArray[np.uint32]) -> Ints:
    """Bucket of each piece, one a place."""
    if len(letters) < _SIZE:
        return np.zeros(0, np.int64)
    mixed = np.zeros(len(letters) - _SIZE + 1, np.uint32)
    for place in range(_SIZE):
        mixed += letters[place : len(letters) - _SIZE + 1 + place] * _PRIMES[place] * np.uint32(2654435761)
    return (mixed >> np.uint32(14)).astype(np.int64)


class CharGrams:
    """How often each piece was seen. Counts only grow: a removed text leaves them slightly high."""

    def __init__(self) -> None:
        self._seen = np.zeros(_BUCKETS, np.int64)
        self._total = 1
        self._squares: Floats | None = None

    def learn(self, texts: Sequence[npt.NDArray[np.uint32]]) -> None:
        if texts:
            self._seen += np.bincount(_pieces(np.concatenate(texts)), minlength=_BUCKETS)
            self._total += len(texts)
            self._squares = None

    def _weights(self) -> Floats:
        """Square of each piece's rarity."""
        if self._squares is None:
            self._squares = (np.log1p(self._total / (self._seen + 0.5)) ** 2).astype(np.float32)
        return self._squares

    def likeness(
        self, asked: npt.NDArray[np.uint32], known: Sequence[npt.NDArray[np.uint32]]
    ) -> tuple[Floats, Floats]:
        """For each known text: cosine with what was asked, and how much of the known text is asked too."""
        if not known:
            return np.zeros(0, np.float32), np.zeros(0, np.float32)
        weights = self._weights()
        mine = np.unique(_pieces(asked))
        there = np.zeros(_BUCKETS, np.bool_)
        there[mine] = True
        pieces = _pieces(np.concatenate([*known, np.full(_SIZE, 32, np.uint32)]))
        owner = np.repeat(np.arange(len(known)), [len(one) for one in known])[: len(pieces)]
        pieces = pieces[: len(owner)]
        gain = weights[pieces]
        shared = np.bincount(owner, gain * there[pieces], minlength=len(known))
        whole = np.bincount(owner, gain, minlength=len(known))
        cosine = shared / np.sqrt(np.maximum(whole * float(weights[mine].sum()), 1e-9))
        return cosine.astype(np.float32), (shared / np.maximum(whole, 1e-9)).astype(np.float32)
