"""Learn which words translate each other from pairs of sentences: IBM model 1 with a pull to the diagonal, both ways.

Both directions must agree: the counts that make the table are products of the two posteriors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from haidang.engine.retrieval.postings import Ints, ranges

_ROUNDS = 5
_DIAGONAL = 4.0  # how strongly words at the same share of the sentence are preferred
_NOTHING = 0.08  # share of words that translate nothing
_SEEN = 1e-3
_LONGEST = 80  # words of a side; longer "sentences" are paragraphs and cut

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Pairs of word numbers with how often they were seen to translate each other."""

    left: Ints
    right: Ints
    counts: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Side:
    words: Ints
    starts: Ints
    sizes: Ints

    @classmethod
    def of(cls, sentences: Sequence[Sequence[int]]) -> "_Side":
        cut = [sentence[:_LONGEST] for sentence in sentences]
        sizes = np.array([len(one) for one in cut], np.int64)
        words = np.array([word for one in cut for word in one], np.int64)
        return cls(words, np.cumsum(sizes) - sizes, sizes)

    def shares(self) -> Floats:
        """Place of each word as a share of its sentence."""
        inside = np.arange(len(self.words)) - np.repeat(self.starts, self.sizes)
        return ((inside + 0.5) / np.repeat(self.sizes, self.sizes)).astype(np.float32)


def align(left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> Aligned:
    """Sentences as lists of word numbers, the same place on both sides a pair."""
    one, other = _Side.of(left), _Side.of(right)
    if not len(one.words) or not len(other.words):
        nothing = np.zeros(0, np.int64)
        return Aligned(nothing, nothing, np.zeros(0))
    links = _Links(one, other)
    forth = links.posterior(links.at_left, links.at_right, other.words)
    back = links.posterior(links.at_right, links.at_left, one.words)
    counts = np.bincount(links.pair, forth * back, minlength=len(links.keys)).astype(np.float64)
    width = int(other.words.max()) + 1
    kept = counts > _SEEN
    return Aligned(links.keys[kept] // width, links.keys[kept] % width, counts[kept])


class _Links:
    """Every word of a sentence with every word of its partner."""

    def __init__(self, left: _Side, right: _Side) -> None:
        sentence = np.repeat(np.arange(len(right.sizes)), right.sizes)
        sizes = left.sizes[sentence]
        self.at_right = np.repeat(np.arange(len(right.words), dtype=np.int32), sizes)
        self.at_left = ranges(left.starts[sentence], left.starts[sentence] + sizes).astype(np.int32)
        apart = np.abs(left.shares()[self.at_left] - right.shares()[self.at_right])
        self.prior = np.exp(-_DIAGONAL * apart).astype(np.float32)
        width = int(right.words.max()) + 1
        keys = left.words[self.at_left] * width + right.words[self.at_right]
        self.keys, pair = np.unique(keys, return_inverse=True)
        self.pair = pair.astype(np.int32)
        self._width = width

    def posterior(
        self, given_at: npt.NDArray[np.int32], made_at: npt.NDArray[np.int32], made: Ints
    ) -> Floats:
        """For each link: how likely the made word comes from the given one, after a few rounds of EM."""
        given_of_key = self.keys // self._width if given_at is self.at_left else self.keys % self._width
        chance = np.full(len(self.keys), 1.0 / (int(made.max()) + 1), np.float32)
        seen = np.bincount(made).astype(np.float64)
        nothing = (_NOTHING * seen / seen.sum())[made].astype(np.float32)
        share = self.prior
        for _ in range(_ROUNDS):
            weight = chance[self.pair] * self.prior
            total = np.bincount(made_at, weight, minlength=len(made)) + nothing
            share = weight / total[made_at].astype(np.float32)
            counts = np.bincount(self.pair, share, minlength=len(self.keys))
            chance = (counts / np.maximum(np.bincount(given_of_key, counts), 1e-9)[given_of_key]).astype(
                np.float32
            )
        return np.asarray(share, np.float32)
