"""How good an order is."""

import pytest

from haidang.engine.spotting.measures import average_precision, precision_at


def test_average_precision_of_small_orders() -> None:
    assert average_precision([3, 2, 1], [True, False, True]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([1, 1, 1, 1], [True, False, False, True]) == pytest.approx(0.5)
    assert average_precision([1, 2], [False, False]) == 0.0


def test_precision_counts_a_tie_at_the_edge_by_its_share() -> None:
    assert precision_at(2, [3, 2, 2], [True, True, False]) == pytest.approx(0.75)
    assert precision_at(10, [1], [True]) == 1.0
    assert precision_at(10, [], []) == 0.0
