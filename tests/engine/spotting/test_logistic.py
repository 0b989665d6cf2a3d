"""The regression finds the one minimum (bench checkworthy compares it with scikit-learn's)."""

import numpy as np
import pytest

from haidang.engine.spotting.logistic import fit_logistic, rows_of


def _case() -> tuple[list[dict[int, float]], np.ndarray]:
    random = np.random.default_rng(3)
    rows = [
        {int(at): float(random.normal()) for at in random.choice(30, 6, replace=False)} for _ in range(120)
    ]
    labels = np.array([sum(row.values()) + row.get(3, 0) > 0.5 for row in rows])
    return rows, labels


def test_rows_multiply_as_a_table_does() -> None:
    rows = rows_of([{0: 1.0, 2: 2.0}, {}, {1: -1.0}], 3)
    assert rows.times(np.array([1.0, 10.0, 100.0])).tolist() == [201.0, 0.0, -10.0]
    assert rows.back(np.array([1.0, 5.0, 2.0])).tolist() == [1.0, -2.0, 2.0]


@pytest.mark.parametrize("balanced", [True, False])
def test_at_the_minimum_the_gradient_is_nothing(balanced: bool) -> None:
    found, labels = _case()
    rows = rows_of(found, 30)
    model = fit_logistic(rows, labels, strength=2.0, balanced=balanced)
    share = labels.mean()
    each = np.where(labels, 0.5 / share, 0.5 / (1 - share)) if balanced else np.ones(len(labels))
    pull = 2.0 * each * (model.chance(rows) - labels)
    assert np.abs(rows.back(pull) + model.weights).max() < 1e-4
    assert abs(pull.sum()) < 1e-4
