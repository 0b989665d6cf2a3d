"""Sketches of texts, and what they say about two of them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.grouping import likeness, sketch, sketches
from haidang.engine.grouping.sketch import MOST

TEXT = (
    "Đơn vị quản lý đường bộ cấm xe tải qua cầu từ ngày 11/5 để thay khe co giãn ở hai đầu nhịp giữa. Công việc dự "
    "kiến xong ngày 20/5; trong thời gian này xe tải đi theo tuyến tránh phía bờ nam rạch và không dừng trên cầu."
)


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        (TEXT, 1.0, 1.0),
        (TEXT.upper(), 1.0, 1.0),
        (TEXT.replace("20/5", "25/5"), 0.75, 0.99),
        ("Giá tôm sú tại các vuông nuôi ở Đầm Dơi tăng nhẹ trong tuần này do nguồn cung giảm.", 0.0, 0.05),
        ("", 0.0, 0.0),
    ],
)
def test_the_likeness_of_two_texts_is_estimated(other: str, least: float, most: float) -> None:
    assert least <= likeness(sketch(TEXT), sketch(other)).jaccard <= most


def test_an_excerpt_is_contained_and_the_whole_is_not_in_it() -> None:
    half = TEXT[: len(TEXT) // 2]
    alike = likeness(sketch(half), sketch(TEXT))
    assert alike.contained > 0.9
    assert 0.3 < alike.jaccard < 0.65


def _long_text(words: int) -> str:
    rng = random.Random(1)
    return " ".join(f"tu{rng.randrange(5000)}" for _ in range(words))


@pytest.mark.parametrize("words", [10, 50, 51, 200, 3_000])
def test_long_texts_keep_a_share_of_their_triples(words: int) -> None:
    made = sketch(_long_text(words))
    assert (made.level == 0) == (words <= MOST + 2)
    assert len(made.hashes) <= 2 * MOST
    assert made.level == 0 or len(made.hashes) >= MOST / 4


def test_sketches_of_different_coarseness_can_be_compared() -> None:
    text = _long_text(2_000)
    excerpt = " ".join(text.split()[300:900])
    assert sketch(text).level > sketch(excerpt).level
    assert likeness(sketch(text), sketch(excerpt)).contained > 0.95


@given(st.lists(st.text(max_size=40), max_size=5))
def test_many_are_sketched_as_each_alone(texts: list[str]) -> None:
    assert sketches(texts) == [sketch(text) for text in texts]


@given(st.text())
def test_any_text_is_like_itself(text: str) -> None:
    made = sketch(text)
    assert likeness(made, made).jaccard == (1.0 if made.hashes else 0.0)
