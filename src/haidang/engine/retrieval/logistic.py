"""Logistic regression in numpy: features brought to one scale, a penalty on large weights, Newton's steps."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

_STEPS = 25
_STILL = 1e-6


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights on features of mean 0 and deviation 1; the last weight is the constant."""

    mean: npt.NDArray[np.float64]
    scale: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]

    def log_odds(self, rows: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
        scaled = np.clip((rows - self.mean) / self.scale, -8, 8)
        return np.asarray(scaled @ self.weights[:-1] + self.weights[-1])

    def to_json(self) -> dict[str, Any]:
        return {"mean": self.mean.tolist(), "scale": self.scale.tolist(), "weights": self.weights.tolist()}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls(np.array(stored["mean"]), np.array(stored["scale"]), np.array(stored["weights"]))


def fit_logistic(
    rows: npt.NDArray[np.floating], answers: npt.NDArray[np.bool_], *, penalty: float,
    row_weights: npt.NDArray[np.float64] | None = None,
) -> Logistic:  # fmt: skip
    """The weights under which the answers are likeliest, less the penalty."""
    mean = rows.mean(axis=0, dtype=np.float64)
    scale = np.maximum(rows.std(axis=0, dtype=np.float64), 1e-6)
    scaled = np.hstack([np.clip((rows - mean) / scale, -8, 8), np.ones((len(rows), 1))])
    weights = np.zeros(scaled.shape[1])
    each = np.ones(len(rows)) if row_weights is None else row_weights
    ridge = np.full(len(weights), penalty)
    ridge[-1] = 1e-6
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (each * (answers - p)) - ridge * weights
        curve = (scaled * (each * p * (1 - p))[:, None]).T @ scaled + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if float(np.abs(step).max()) < _STILL:
            break
    return Logistic(mean, scale, weights)
