"""Gradient-boosted trees."""

import json

import numpy as np
import pytest

from haidang.engine.retrieval.boosting import Shape, Tree, Trees, fit_ranking, fit_yes_no

SMALL = Shape(trees=20, leaves=4, rate=0.3, least_rows=2, features=1.0)
ROWS = np.array([[x, x % 3] for x in range(40)], np.float32)
STUMP = Tree([0, -1, -1], [5.0, 0.0, 0.0], [1, 0, 0], [2, 0, 0], [0.0, -1.0, 3.0])


def test_a_row_goes_left_up_to_the_threshold() -> None:
    rows = np.array([[4.0], [5.0], [5.1]], np.float32)
    assert Trees([STUMP], base=0.5).predict(rows).tolist() == [-0.5, -0.5, 3.5]


def test_trees_are_summed_however_deep_each_is() -> None:
    leaf = Tree()
    leaf.leaf(10.0)
    assert Trees([STUMP, leaf]).predict(np.array([[9.0], [1.0]], np.float32)).tolist() == [13.0, 9.0]
    assert Trees([], base=2.0).predict(np.zeros((2, 1), np.float32)).tolist() == [2.0, 2.0]


def test_a_band_that_no_line_can_cut_off_is_learnt() -> None:
    answers = (ROWS[:, 0] >= 10) & (ROWS[:, 0] < 25)
    assert ((fit_yes_no(ROWS, answers, SMALL).predict(ROWS) > 0) == answers).all()


def test_without_enough_rows_for_a_leaf_the_share_of_yes_is_all_that_is_learnt() -> None:
    few = Shape(trees=5, leaves=4, rate=0.3, least_rows=30, features=1.0)
    assert fit_yes_no(ROWS, ROWS[:, 0] < 10, few).predict(ROWS).tolist() == pytest.approx(
        [np.log(1 / 3)] * 40, abs=1e-6
    )


def test_the_right_candidate_of_each_query_is_brought_to_the_top() -> None:
    of_query = np.repeat(np.arange(10), 4)
    answers = np.tile([False, False, True, False], 10)
    rows = np.stack([np.where(answers, 5, np.arange(40) % 4), np.arange(40)], axis=1).astype(np.float32)
    scores = fit_ranking(rows, answers, of_query, SMALL).predict(rows).reshape(10, 4)
    assert np.argmax(scores, axis=1).tolist() == [2] * 10


def test_stored_trees_answer_as_before() -> None:
    trees = fit_yes_no(ROWS, ROWS[:, 0] > 20, SMALL)
    again = Trees.from_json(json.loads(json.dumps(trees.to_json())))
    assert again.predict(ROWS).tolist() == pytest.approx(trees.predict(ROWS).tolist(), abs=1e-4)
