"""Logistic regression with an L2 penalty over sparse rows, in numpy alone; bench compares it with scikit-learn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

_MEMORY, _MOST_STEPS, _SMALL_GRADIENT = 12, 300, 1e-5
_ENOUGH, _SHRINK, _SMALLEST_STEP = 1e-4, 0.5, 1e-10


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows: the columns and values of row i are [starts[i], starts[i + 1])."""

    starts: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: Vector
    width: int

    @property
    def count(self) -> int:
        return len(self.starts) - 1

    def times(self, weights: Vector) -> Vector:
        """One sum per row."""
        products = np.concatenate(([0.0], np.cumsum(self.values * weights[self.columns])))
        return products[self.starts[1:]] - products[self.starts[:-1]]

    def back(self, per_row: Vector) -> Vector:
        """One sum per column."""
        spread = np.repeat(per_row, np.diff(self.starts))
        sums = np.bincount(self.columns, weights=self.values * spread, minlength=self.width)
        return sums.astype(np.float64, copy=False)


def rows_of(found: Sequence[dict[int, float]], width: int) -> Rows:
    """Rows from column -> value."""
    starts = np.concatenate(([0], np.cumsum([len(one) for one in found]))).astype(np.int64)
    columns = np.fromiter((column for one in found for column in one), dtype=np.int64, count=int(starts[-1]))
    values = np.fromiter(
        (value for one in found for value in one.values()), dtype=np.float64, count=int(starts[-1])
    )
    return Rows(starts, columns, values, width)


@dataclass(frozen=True, slots=True)
class Logistic:
    """Fitted weights; `chance` is the probability of the positive class."""

    weights: Vector
    bias: float

    def chance(self, rows: Rows) -> Vector:
        return _sigmoid(rows.times(self.weights) + self.bias)


def fit_logistic(
    rows: Rows, positive: npt.NDArray[np.bool_], *, strength: float, balanced: bool = True
) -> Logistic:
    """Minimise strength * loss + |weights|^2 / 2, as scikit-learn's C does; the bias is not penalised.

    `balanced` gives both classes the same total weight. Needs at least one row of each class.
    """
    seen, columns = np.unique(rows.columns, return_inverse=True)  # the others keep weight 0 at the minimum
    small = Rows(rows.starts, columns.astype(np.int64), rows.values, len(seen))
    point = _minimum(_loss_of(small, positive, strength, balanced=balanced), np.zeros(len(seen) + 1))
    weights = np.zeros(rows.width)
    weights[seen] = point[:-1]
    return Logistic(weights, float(point[-1]))


def _loss_of(
    rows: Rows, positive: npt.NDArray[np.bool_], strength: float, *, balanced: bool
) -> Callable[[Vector], tuple[float, Vector]]:
    """The loss and its gradient at a point: weights, then the bias."""
    share = positive.mean()
    each = np.where(positive, 0.5 / share, 0.5 / (1 - share)) if balanced else np.ones(rows.count)
    sign = np.where(positive, 1.0, -1.0)

    def loss(point: Vector) -> tuple[float, Vector]:
        margin = sign * (rows.times(point[:-1]) + point[-1])
        pull = -strength * each * sign * _sigmoid(-margin)
        value = strength * float(each @ np.logaddexp(0, -margin)) + 0.5 * float(point[:-1] @ point[:-1])
        return value, np.append(rows.back(pull) + point[:-1], pull.sum())

    return loss


def _sigmoid(value: Vector) -> Vector:
    return np.asarray(0.5 * (1 + np.tanh(0.5 * value)))


def _minimum(loss: Callable[[Vector], tuple[float, Vector]], start: Vector) -> Vector:
    """L-BFGS with a backtracking line search. The loss is strictly convex, so any descent finds its one minimum."""
    point = start
    value, gradient = loss(point)
    moves: list[tuple[Vector, Vector]] = []
    for _ in range(_MOST_STEPS):
        if np.abs(gradient).max() < _SMALL_GRADIENT:
            break
        direction = -_scaled(gradient, moves)
        slope, size = (
            float(gradient @ direction),
            1.0 if moves else 1.0 / max(1.0, float(np.abs(gradient).sum())),
        )
        while True:
            there = point + size * direction
            there_value, there_gradient = loss(there)
            if there_value <= value + _ENOUGH * size * slope or size < _SMALLEST_STEP:
                break
            size *= _SHRINK
        if size < _SMALLEST_STEP:
            break
        move, bend = there - point, there_gradient - gradient
        if float(move @ bend) > 0:
            moves = [*moves[-_MEMORY + 1 :], (move, bend)]
        point, value, gradient = there, there_value, there_gradient
    return point


def _scaled(gradient: Vector, moves: Sequence[tuple[Vector, Vector]]) -> Vector:
    """The two loops of L-BFGS: the gradient times an estimate of the inverse second derivative."""
    result = gradient.copy()
    kept: list[float] = []
    for move, bend in reversed(moves):
        factor = float(move @ result) / float(move @ bend)
        kept.append(factor)
        result -= factor * bend
    if moves:
        move, bend = moves[-1]
        result *= float(move @ bend) / float(bend @ bend)
    for (move, bend), factor in zip(moves, reversed(kept), strict=True):
        result += (factor - float(bend @ result) / float(move @ bend)) * move
    return result
