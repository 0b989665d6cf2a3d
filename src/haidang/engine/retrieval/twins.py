"""Claims that say the same in nearly the same words: one of them is as right as the other."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from haidang.engine.retrieval.shelf import KnownItem
from haidang.engine.text import fold, syllables

_ALIKE = 0.75  # share of words that both have


def words_of(item: KnownItem) -> frozenset[str]:
    """What is compared: the claim, or the title where there is none."""
    return frozenset(syllables(fold(item.claim or item.title)))


def are_twins(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) >= _ALIKE * len(one | other)


def twins_of(words: frozenset[str], items: Sequence[KnownItem]) -> npt.NDArray[np.bool_]:
    """Which of the items are twins of a claim with these words."""
    return np.array([are_twins(words, words_of(item)) for item in items], np.bool_)
