"""What a re-ranker may know about a query and its candidates."""

import numpy as np
import pytest

from haidang.engine.retrieval.analysis import analyse
from haidang.engine.retrieval.candidates import best_rows, read_query
from haidang.engine.retrieval.features import NAMES, lexical, matrix, only, relative, time_apart
from haidang.engine.retrieval.postings import Floats, Postings, Row


def columns_of(asked: str, *claims: str) -> dict[str, Floats]:
    """The lexical columns, rows in the order of the claims (each must share a term)."""
    postings = Postings()
    for name, claim in enumerate(claims):
        postings.put(Row(name, [analyse(text, language="vi") for text in (claim, "", "")]))
    postings.settle()
    query = read_query(analyse(asked, language="vi"), postings)
    (found,) = best_rows(query, postings, limit=10, pair_weight=0.6)
    order = np.argsort(found.segment.names[found.rows])
    return {name: column[order] for name, column in lexical(query, found, postings).items()}


def test_a_claim_asked_word_for_word_is_wholly_covered() -> None:
    found = columns_of("cau cay duoc", "cau cay duoc", "cau tan an")
    assert found["asked_claim"].tolist() == pytest.approx([1.0, found["asked_claim"][1]])
    assert found["asked_claim"][1] < 1
    assert found["pairs_claim"][0] > found["pairs_claim"][1] == 0


def test_numbers_are_shared_or_missing_on_either_side() -> None:
    found = columns_of("tom 120 tan", "tom 120 tan", "tom 150 tan")
    assert found["numbers_shared"].tolist() == [1, 0]
    assert found["numbers_missing_there"].tolist() == [0, 1]
    assert found["numbers_missing_here"].tolist() == [0, 1]


def test_days_apart_are_signed_and_unknown_days_are_far() -> None:
    found = time_apart(1000, np.array([1000, 1007, 993, 0]))
    assert found["dated"].tolist() == [1, 1, 1, 0]
    assert found["days_after"].tolist() == pytest.approx([0, np.log(8), -np.log(8), 0])
    assert found["days_apart"].tolist() == pytest.approx([0, np.log(8), np.log(8), 9])


def test_scores_are_set_against_the_best_of_the_same_query() -> None:
    every = {name: np.array([2.0, 4.0, 1.0], np.float32) for name in NAMES}
    found = relative(every)
    assert found["bm25_ratio"].tolist() == [0.5, 1.0, 0.25]
    assert found["bm25_rank"].tolist() == pytest.approx([1 / 2, 1, 1 / 3])
    assert found["bm25_gap"].tolist() == [-0.5, 0.5, -0.75]


def test_without_the_best_candidate_the_next_one_leads() -> None:
    every = {name: np.array([2.0, 4.0, 1.0], np.float32) for name in NAMES}
    kept = only(matrix(every | relative(every)), np.array([True, False, True]))
    assert kept[:, NAMES.index("bm25_ratio")].tolist() == [1.0, 0.5]
    assert kept[:, NAMES.index("bm25")].tolist() == [2.0, 1.0]
