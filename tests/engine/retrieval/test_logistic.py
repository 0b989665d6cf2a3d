"""Logistic regression."""

import json

import numpy as np
import pytest

from haidang.engine.retrieval.logistic import Logistic, fit_logistic

ROWS = np.array([[x, 7.0] for x in range(10)])  # the second feature never changes
ANSWERS = np.arange(10) >= 5


def test_the_side_on_which_yes_lies_is_learnt() -> None:
    odds = fit_logistic(ROWS, ANSWERS, penalty=1.0).log_odds(ROWS)
    assert ((odds > 0) == ANSWERS).all()
    assert (np.diff(odds) > 0).all()


def test_a_larger_penalty_makes_smaller_weights() -> None:
    light, heavy = (fit_logistic(ROWS, ANSWERS, penalty=one).weights[0] for one in (0.1, 10.0))
    assert light > heavy > 0


def test_a_feature_that_never_changes_weighs_nothing() -> None:
    assert fit_logistic(ROWS, ANSWERS, penalty=1.0).weights[1] == pytest.approx(0.0)


def test_without_a_telling_feature_the_chance_is_the_share_of_yes() -> None:
    odds = fit_logistic(np.ones((4, 1)), np.array([True, True, True, False]), penalty=1.0).log_odds(
        np.ones((1, 1))
    )
    assert 1 / (1 + np.exp(-odds[0])) == pytest.approx(0.75, abs=1e-3)


def test_a_row_that_weighs_double_counts_as_two() -> None:
    double = fit_logistic(
        np.zeros((2, 1)), np.array([True, False]), penalty=1.0, row_weights=np.array([2.0, 1.0])
    )
    assert float(np.exp(double.log_odds(np.zeros((1, 1)))[0])) == pytest.approx(2.0, abs=1e-3)


def test_a_stored_model_answers_as_before() -> None:
    model = fit_logistic(ROWS, ANSWERS, penalty=1.0)
    again = Logistic.from_json(json.loads(json.dumps(model.to_json())))
    assert again.log_odds(ROWS).tolist() == model.log_odds(ROWS).tolist()
