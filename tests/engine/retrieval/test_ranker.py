"""Trees, line and their fusion."""

import json

import numpy as np
import pytest

from haidang.engine.retrieval.boosting import Shape, Trees, fit_ranking, fit_yes_no
from haidang.engine.retrieval.features import NAMES
from haidang.engine.retrieval.logistic import Logistic, fit_logistic
from haidang.engine.retrieval.ranker import Judged, OtherFeatures, Ranker, fit_ranker, fused

SHAPE = Shape(trees=30, leaves=6, rate=0.2, least_rows=5, features=1.0)


def test_trees_learn_what_no_line_can() -> None:
    rows = np.random.default_rng(0).random((800, 3)).astype(np.float32)
    answers = (rows[:, 0] > 0.5) ^ (rows[:, 1] > 0.5)
    trees = fit_yes_no(rows, answers, SHAPE)
    assert ((trees.predict(rows) > 0) == answers).mean() > 0.95
    again = Trees.from_json(json.loads(json.dumps(trees.to_json())))
    assert np.allclose(again.predict(rows), trees.predict(rows), atol=1e-3)


def test_ranking_brings_the_right_one_to_the_top() -> None:
    rng = np.random.default_rng(1)
    rows = rng.random((600, 4)).astype(np.float32)
    of_query = np.repeat(np.arange(60), 10)
    answers = np.zeros(600, np.bool_)
    for query in range(60):
        answers[query * 10 + int(np.argmax(rows[query * 10 : query * 10 + 10, 2]))] = True
    scores = fit_ranking(rows, answers, of_query, SHAPE).predict(rows).reshape(60, 10)
    assert (scores.argmax(axis=1) == answers.reshape(60, 10).argmax(axis=1)).mean() > 0.9


def test_a_line_finds_the_weights() -> None:
    rows = np.random.default_rng(2).normal(size=(500, 2))
    line = fit_logistic(rows, rows[:, 0] - rows[:, 1] > 0, penalty=1.0)
    assert line.weights[0] > 1 > -1 > line.weights[1]
    again = Logistic.from_json(json.loads(json.dumps(line.to_json())))
    assert np.allclose(again.log_odds(rows), line.log_odds(rows))


def judged_posts() -> list[Judged]:
    rng = np.random.default_rng(3)
    found = []
    for _ in range(40):
        features = rng.random((12, len(NAMES))).astype(np.float32)
        right = np.zeros(12, np.bool_)
        right[int(np.argmax(features[:, NAMES.index("bm25_claim")]))] = True
        found.append(Judged(features, right))
    return found


def test_a_fitted_ranker_is_kept_and_read_again() -> None:
    posts = judged_posts()
    ranker = fit_ranker(posts, shape=SHAPE, seeds=1)
    hits = [post.right[int(np.argmax(ranker.scores(post.features)))] for post in posts]
    assert np.mean(hits) > 0.9
    stored = json.loads(json.dumps(ranker.to_json()))
    again = Ranker.from_json(stored)
    assert np.argmax(again.scores(posts[0].features)) == np.argmax(ranker.scores(posts[0].features))
    with pytest.raises(OtherFeatures):
        Ranker.from_json({**stored, "features": ["other"]})


def test_fusion_prefers_what_all_lists_prefer() -> None:
    features = np.zeros((3, len(NAMES)), np.float32)
    features[1] = 1
    assert int(np.argmax(fused(features))) == 1
