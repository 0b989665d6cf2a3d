"""Put candidates in order: fused lists without training, or trees and a linear model fitted on judged posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from haidang.engine.retrieval.boosting import Shape, Trees, fit_ranking
from haidang.engine.retrieval.features import NAMES
from haidang.engine.retrieval.logistic import Logistic, fit_logistic

_FUSED = ("bm25", "bm25_claim", "bm25_title", "chars_both", "chars_claim", "pairs_any", "asked_any")
_FUSE_K = 10
_PENALTY = 20.0
_SEEDS = 3
_BY_TREES = 40  # of the best by the linear model, which costs a hundredth of the trees

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One post with the features of its candidates and which of them are right."""

    features: npt.NDArray[np.float32]
    right: npt.NDArray[np.bool_]


def fused(features: npt.NDArray[np.float32], names: Sequence[str] = _FUSED) -> Scores:
    """Reciprocal ranks of several orders, added up: the order that needs no training."""
    total = np.zeros(len(features))
    for name in names:
        total += 1 / (_FUSE_K + ranks(features[:, NAMES.index(name)]))
    return total


def ranks(values: npt.NDArray[np.floating]) -> npt.NDArray[np.int64]:
    """1 for the best; the first of equals first."""
    found = np.empty(len(values), np.int64)
    found[np.argsort(-values, kind="stable")] = np.arange(1, len(values) + 1)
    return found


@dataclass(frozen=True, slots=True)
class Ranker:
    """Trees and a linear model, their orders fused."""

    trees: tuple[Trees, ...]
    linear: Logistic

    def scores(self, features: npt.NDArray[np.float32]) -> Scores:
        if not len(features):
            return np.zeros(0)
        by_line = ranks(self.linear.log_odds(features))
        best = by_line <= _BY_TREES
        by_trees = np.full(len(features), -np.inf)
        by_trees[best] = sum(
            (one.predict(features[best]) for one in self.trees), start=np.zeros(int(best.sum()))
        )
        return 1 / (_FUSE_K + ranks(by_trees)) + 1 / (_FUSE_K + by_line)

    def to_json(self) -> dict[str, Any]:
        return {
            "features": list(NAMES),
            "trees": [one.to_json() for one in self.trees],
            "linear": self.linear.to_json(),
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        if stored["features"] != list(NAMES):
            raise OtherFeatures
        return cls(
            tuple(Trees.from_json(one) for one in stored["trees"]), Logistic.from_json(stored["linear"])
        )


class OtherFeatures(Exception):
    """The stored ranker was trained on features that this version does not compute."""

    def __init__(self) -> None:
        super().__init__("The stored ranker knows other features than this version: train it again.")


def fit_ranker(judged: Sequence[Judged], *, shape: Shape | None = None, seeds: int = _SEEDS) -> Ranker:
    """Train on posts that have at least one right and one wrong candidate."""
    useful = [one for one in judged if one.right.any() and not one.right.all()]
    rows = np.concatenate([one.features for one in useful])
    right = np.concatenate([one.right for one in useful])
    of_query = np.repeat(np.arange(len(useful)), [len(one.right) for one in useful])
    base = shape or Shape()
    trees = tuple(
        fit_ranking(
            rows,
            right,
            of_query,
            Shape(base.trees, base.leaves, base.rate, base.least_rows, base.features, seed),
        )
        for seed in range(seeds)
    )
    return Ranker(trees, fit_logistic(rows, right, penalty=_PENALTY))
