"""Gradient-boosted trees in numpy, trained here and kept as JSON: for ranking (LambdaMART) and for yes or no."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Self

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
_BINS = 48
_L2 = 1.0
_NO_GAIN = 1e-9


@dataclass(slots=True)
class Tree:
    """Nodes in arrays: go left where the value of `feature` is <= `threshold`; feature -1 is a leaf."""

    feature: list[int] = field(default_factory=list)
    threshold: list[float] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)

    def leaf(self, value: float) -> int:
        self.feature.append(-1)
        self.threshold.append(0.0)
        self.left.append(0)
        self.right.append(0)
        self.value.append(value)
        return len(self.value) - 1


@dataclass(slots=True)
class Trees:
    """A sum of trees, evaluated together: the same step for all trees and all rows at once."""

    trees: list[Tree]
    base: float = 0.0
    _packed: tuple[npt.NDArray[Any], ...] | None = None

    def _pack(self) -> tuple[npt.NDArray[Any], ...]:
        if self._packed is None:
            width = max((len(tree.value) for tree in self.trees), default=1)
            shape = (len(self.trees), width)
            feature, left, right = (
                np.zeros(shape, np.int32),
                np.zeros(shape, np.int32),
                np.zeros(shape, np.int32),
            )
            threshold, value = np.zeros(shape, np.float32), np.zeros(shape, np.float64)
            depth = 0
            for row, tree in enumerate(self.trees):
                size = len(tree.value)
                feature[row, :size], threshold[row, :size], value[row, :size] = (
                    tree.feature,
                    tree.threshold,
                    tree.value,
                )
                left[row, :size] = [one if tree.feature[at] >= 0 else at for at, one in enumerate(tree.left)]
                right[row, :size] = [
                    one if tree.feature[at] >= 0 else at for at, one in enumerate(tree.right)
                ]
                depth = max(depth, _depth(tree))
            base = np.arange(len(self.trees), dtype=np.int32)[:, None] * width
            children = np.stack([(left + base).ravel(), (right + base).ravel()], axis=1).ravel()
            self._packed = (
                np.maximum(feature, 0).ravel(),
                threshold.ravel(),
                children,
                value.ravel(),
                base,
                np.array(depth),
            )
        return self._packed

    def predict(self, rows: npt.NDArray[np.float32]) -> Floats:
        """The sum of the leaves that each row falls into."""
        if not self.trees or not len(rows):
            return np.full(len(rows), self.base)
        feature, threshold, children, value, base, depth = self._pack()
        at = np.repeat(base, len(rows), axis=1)
        flat = np.ascontiguousarray(rows).ravel()
        offset = np.arange(len(rows)) * rows.shape[1]
        for _ in range(int(depth)):
            at = children[at * 2 + (flat[offset + feature[at]] > threshold[at])]
        return np.asarray(self.base + value[at].sum(axis=0))

    def to_json(self) -> dict[str, Any]:
        return {
            "base": self.base,
            "trees": [
                [t.feature, t.threshold, t.left, t.right, [round(v, 6) for v in t.value]] for t in self.trees
            ],
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls([Tree(*columns) for columns in stored["trees"]], stored["base"])


def _depth(tree: Tree) -> int:
    deepest = [0] * len(tree.value)
    for at, feature in enumerate(tree.feature):  # children come after their parent
        if feature >= 0:
            deepest[tree.left[at]] = deepest[tree.right[at]] = deepest[at] + 1
    return max(deepest)


@dataclass(frozen=True, slots=True)
class Shape:
    """How trees are grown."""

    trees: int = 120
    leaves: int = 15
    rate: float = 0.07
    least_rows: int = 30
    features: float = 0.6
    seed: int = 0


class Grower:
    """Grows one tree after the other on the same binned rows."""

    def __init__(self, rows: npt.NDArray[np.float32], shape: Shape) -> None:
        self._shape = shape
        self._rng = np.random.default_rng(shape.seed)
        self._edges = [
            np.unique(np.quantile(rows[:, at], np.linspace(0, 1, _BINS + 1)[1:-1]))
            for at in range(rows.shape[1])
        ]
        self._binned = np.stack(
            [np.searchsorted(edges, rows[:, at], side="left") for at, edges in enumerate(self._edges)], axis=1
        ).astype(np.int64)
        self._binned += np.arange(rows.shape[1]) * _BINS

    def grow(self, gradient: Floats, hessian: Floats) -> tuple[Tree, Floats]:
        """A tree that follows the gradient, and what it adds to each row."""
        count = self._binned.shape[1]
        chosen = np.sort(self._rng.permutation(count)[: max(1, int(count * self._shape.features))])
        tree, added = Tree(), np.zeros(len(gradient))
        everything = np.arange(len(gradient))
        root = tree.leaf(0.0)
        open_leaves = {root: (everything, self._histogram(everything, gradient, hessian, chosen))}
        best = {root: self._best_split(open_leaves[root][1], chosen)}
        while len(open_leaves) < self._shape.leaves:
            at = max(best, key=lambda leaf: best[leaf][0])
            gain, feature, place = best.pop(at)
            if gain <= _NO_GAIN:
                break
            rows, histogram = open_leaves.pop(at)
            goes_left = self._binned[rows, feature] <= feature * _BINS + place
            parts = rows[goes_left], rows[~goes_left]
            small = int(len(parts[0]) > len(parts[1]))
            of_small = self._histogram(parts[small], gradient, hessian, chosen)
            histograms = (of_small, histogram - of_small) if small == 0 else (histogram - of_small, of_small)
            children = tree.leaf(0.0), tree.leaf(0.0)
            tree.feature[at], tree.threshold[at] = feature, float(np.float32(self._edges[feature][place]))
            tree.left[at], tree.right[at] = children
            for child, part, one in zip(children, parts, histograms, strict=True):
                open_leaves[child] = (part, one)
                best[child] = self._best_split(one, chosen)
        for leaf, (rows, _) in open_leaves.items():
            tree.value[leaf] = self._shape.rate * float(gradient[rows].sum() / (hessian[rows].sum() + _L2))
            added[rows] = tree.value[leaf]
        return tree, added

    def _histogram(self, rows: Ints, gradient: Floats, hessian: Floats, chosen: Ints) -> Floats:
        """Sums of gradient, hessian and rows for every bin of the chosen features."""
        size = self._binned.shape[1] * _BINS
        bins = self._binned[rows][:, chosen].ravel()
        width = len(chosen)
        return np.stack(
            [
                np.bincount(bins, np.repeat(gradient[rows], width), minlength=size),
                np.bincount(bins, np.repeat(hessian[rows], width), minlength=size),
                np.bincount(bins, minlength=size),
            ]
        )

    def _best_split(self, histogram: Floats, chosen: Ints) -> tuple[float, int, int]:
        sums = histogram.reshape(3, -1, _BINS)[:, chosen].cumsum(axis=2)
        gradient, hessian, rows = sums
        total_g, total_h, total_n = gradient[:, -1:], hessian[:, -1:], rows[:, -1:]
        allowed = (rows >= self._shape.least_rows) & (total_n - rows >= self._shape.least_rows)
        gain = gradient**2 / (hessian + _L2) + (total_g - gradient) ** 2 / (total_h - hessian + _L2)
        gain = np.where(allowed, gain - total_g**2 / (total_h + _L2), 0.0)
        at = int(np.argmax(gain))
        place = at % _BINS
        feature = int(chosen[at // _BINS])
        if place >= len(self._edges[feature]):
            return 0.0, feature, 0
        return float(gain.flat[at]), feature, place


def fit_yes_no(rows: npt.NDArray[np.float32], answers: npt.NDArray[np.bool_], shape: Shape) -> Trees:
    """Trees whose sum is the log-odds of yes."""
    share = float(np.clip(answers.mean(), 1e-4, 1 - 1e-4))
    base = float(np.log(share / (1 - share)))
    score = np.full(len(rows), base)
    grower, trees = Grower(rows, shape), []
    for _ in range(shape.trees):
        p = 1 / (1 + np.exp(-score))
        tree, added = grower.grow(answers - p, p * (1 - p))
        trees.append(tree)
        score += added
    return Trees(trees, base)


def fit_ranking(
    rows: npt.NDArray[np.float32], answers: npt.NDArray[np.bool_], of_query: Ints, shape: Shape
) -> Trees:
    """LambdaMART: trees that bring the right candidates of each query to its top."""
    pairs = _Pairs(answers, of_query)
    score = np.zeros(len(rows))
    grower, trees = Grower(rows, shape), []
    for _ in range(shape.trees):
        tree, added = grower.grow(*pairs.lambdas(score))
        trees.append(tree)
        score += added
    return Trees(trees)


class _Pairs:
    """Every right candidate with every wrong one of its query."""

    def __init__(self, answers: npt.NDArray[np.bool_], of_query: Ints) -> None:
        self._of_query = of_query
        self._size = len(answers)
        self._starts = np.flatnonzero(np.concatenate(([True], of_query[1:] != of_query[:-1])))
        right, wrong = [], []
        bounds = [*self._starts.tolist(), len(answers)]
        for first, last in pairwise(bounds):
            yes = np.flatnonzero(answers[first:last]) + first
            no = np.flatnonzero(~answers[first:last]) + first
            right.append(np.repeat(yes, len(no)))
            wrong.append(np.tile(no, len(yes)))
        self._right, self._wrong = np.concatenate(right), np.concatenate(wrong)

    def lambdas(self, score: Floats) -> tuple[Floats, Floats]:
        """Gradient and hessian; a swap weighs as much as it changes the discounted gain."""
        order = np.lexsort((-score, self._of_query))
        rank = np.empty(self._size)
        lengths = np.diff(np.append(self._starts, self._size))
        rank[order] = np.arange(self._size) - np.repeat(self._starts, lengths)
        discount = 1 / np.log2(rank + 2)
        right, wrong = self._right, self._wrong
        p = 1 / (1 + np.exp(np.clip(score[right] - score[wrong], -30, 30)))
        weight = np.abs(discount[right] - discount[wrong])
        first, second = p * weight, p * (1 - p) * weight
        gradient = np.bincount(right, first, minlength=self._size) - np.bincount(
            wrong, first, minlength=self._size
        )
        hessian = np.bincount(right, second, minlength=self._size) + np.bincount(
            wrong, second, minlength=self._size
        )
        return gradient.astype(np.float64), hessian.astype(np.float64)
