"""A ranking learnt from labelled sentences: how likely each is to be worth checking. It orders; it never decides."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from haidang.engine.spotting.features import PIECE_COLUMNS, WIDTH, WORD_COLUMNS, raw_features, sign_names
from haidang.engine.spotting.logistic import Logistic, Rows, fit_logistic, rows_of

# Chosen by three-fold cross-validation on the English training halves of CheckThat 2020 and 2022.
STRENGTH = 1.0
WORDS_WEIGHT, PIECES_WEIGHT, SIGNS_WEIGHT = 1.0, 1.5, 0.1
_FOLDS = 5


class TooFewSentences(ValueError):
    """A ranking needs sentences of both kinds to learn from."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """Fitted weights with what is needed to weigh new sentences; `threshold` gives the best F1 on held-out folds."""

    model: Logistic
    rarity: dict[int, float]
    threshold: float

    def scores(self, texts: Sequence[str]) -> list[float]:
        """The chance that each is worth checking, between 0 and 1."""
        return [
            float(score) for score in self.model.chance(self.rows([raw_features(text) for text in texts]))
        ]

    def rows(self, found: Sequence[dict[int, float]]) -> Rows:
        return rows_of([_weighted(one, self.rarity) for one in found], WIDTH)

    def reasons(self, text: str, *, limit: int = 5) -> list[tuple[str, float]]:
        """The visible signs that moved the sentence most, with what each added (up) or took (down)."""
        weighted = _weighted(raw_features(text), self.rarity)
        moved = [
            (name, float(weighted[column] * self.model.weights[column]))
            for column, name in sign_names().items()
            if column in weighted
        ]
        return sorted(moved, key=lambda one: -abs(one[1]))[:limit]


def fit_ranker(texts: Sequence[str], worth: Sequence[bool]) -> Ranker:
    """Learn from sentences and whether each was worth checking."""
    if len(texts) != len(worth) or sum(worth) < _FOLDS or len(worth) - sum(worth) < _FOLDS:
        raise TooFewSentences(
            f"A ranking needs at least {_FOLDS} sentences that were taken up and {_FOLDS} that were not."
        )
    found = [raw_features(text) for text in texts]
    labels = np.asarray(worth, dtype=np.bool_)
    held_out = np.zeros(len(labels))
    for fold in range(_FOLDS):
        outside = np.arange(len(labels)) % _FOLDS == fold
        inside = np.flatnonzero(~outside)
        part = _fitted([found[at] for at in inside], labels[inside], 0.5)
        held_out[outside] = part.model.chance(part.rows([found[at] for at in np.flatnonzero(outside)]))
    return _fitted(found, labels, _best_threshold(held_out, labels))


def _fitted(found: Sequence[dict[int, float]], labels: np.ndarray, threshold: float) -> Ranker:
    seen = Counter(column for one in found for column in one)
    count = len(found) + 1
    rarity = {column: math.log(count / (times + 1)) + 1 for column, times in seen.items()}
    rows = rows_of([_weighted(one, rarity) for one in found], WIDTH)
    return Ranker(fit_logistic(rows, labels, strength=STRENGTH), rarity, threshold)


def _weighted(features: dict[int, float], rarity: dict[int, float]) -> dict[int, float]:
    """TF-IDF of words and of pieces, each of length 1 times its weight; signs as they are times theirs.

    Words never seen in training have no weight and are left out, so that they do not shorten the others.
    """
    first_sign = WORD_COLUMNS + PIECE_COLUMNS
    words: dict[int, float] = {}
    pieces: dict[int, float] = {}
    signs: dict[int, float] = {}
    for column, value in features.items():
        if column >= first_sign:
            signs[column] = value * SIGNS_WEIGHT
        elif weight := rarity.get(column):
            (words if column < WORD_COLUMNS else pieces)[column] = (1 + math.log(value)) * weight
    return _of_length(words, WORDS_WEIGHT) | _of_length(pieces, PIECES_WEIGHT) | signs


def _of_length(values: dict[int, float], length: float) -> dict[int, float]:
    size = math.sqrt(sum(value * value for value in values.values())) or 1.0
    return {column: value * length / size for column, value in values.items()}


def _best_threshold(scores: np.ndarray, labels: np.ndarray) -> float:
    """The score from which on a sentence counts as worth checking, by F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(labels[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + labels.sum())
    return float(scores[order[int(np.argmax(f1))]])
