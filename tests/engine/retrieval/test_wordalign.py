"""Words that translate each other."""

import pytest

from haidang.engine.retrieval.wordalign import Aligned, align


def best(found: Aligned) -> dict[int, int]:
    """For each word of the left its best partner."""
    order = sorted(zip(found.counts.tolist(), found.left.tolist(), found.right.tolist(), strict=True))
    return {left: right for _, left, right in order}


def test_words_that_always_come_together_are_partners() -> None:
    found = align([[0, 1], [0, 2], [1, 2]] * 4, [[10, 11], [10, 12], [11, 12]] * 4)
    assert best(found) == {0: 10, 1: 11, 2: 12}


def test_the_order_of_words_is_no_hindrance() -> None:
    found = align([[0, 1], [0, 2], [0], [1], [2]] * 4, [[11, 10], [12, 10], [10], [11], [12]] * 4)
    assert best(found) == {0: 10, 1: 11, 2: 12}


def test_what_is_seen_more_often_counts_more() -> None:
    once, often = align([[0]], [[0]]), align([[0]] * 5, [[0]] * 5)
    assert float(often.counts[0]) == pytest.approx(5 * float(once.counts[0]), rel=0.1)
    assert 0 < once.counts[0] <= 1


@pytest.mark.parametrize(("left", "right"), [([], []), ([[]], [[1]]), ([[1]], [[]])])
def test_without_words_on_a_side_nothing_is_aligned(left: list[list[int]], right: list[list[int]]) -> None:
    assert len(align(left, right).counts) == 0


def test_of_an_endless_sentence_only_the_beginning_is_aligned() -> None:
    found = align([list(range(100))], [list(range(100))])
    assert max(found.left.tolist()) < 80
