"""The index of near-copies."""

import random

from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.grouping import CopyIndex, is_copy, likeness, sketch
from haidang.engine.text import fold

TEXT = (
    "Đơn vị quản lý đường bộ cấm xe tải qua cầu từ ngày 11/5 để thay khe co giãn ở hai đầu nhịp giữa. Công việc dự "
    "kiến xong ngày 20/5; trong thời gian này xe tải đi theo tuyến tránh phía bờ nam rạch và không dừng trên cầu."
)
OTHER = (
    "Giá tôm sú tại các vuông nuôi ở Đầm Dơi tăng nhẹ trong tuần này do nguồn cung giảm, theo các chủ vựa."
)


def _index(*texts: str) -> CopyIndex:
    index = CopyIndex()
    for key, text in enumerate(texts):
        index.add(key, sketch(text))
    return index


def _keys(index: CopyIndex, text: str) -> list[int]:
    return [near.key for near in index.copies(sketch(text))]


def test_edited_copies_are_found() -> None:
    index = _index(TEXT, OTHER)
    words = TEXT.split()
    rng = random.Random(7)
    fewer = " ".join(word for word in words if rng.random() > 0.2)
    for copy in (fold(TEXT), " ".join(words[:22]), fewer, "Tin nhanh: " + TEXT + " Theo báo."):
        assert _keys(index, copy) == [0]
    assert _keys(index, "Cầu mới nối hai xã sẽ khởi công vào quý ba năm nay.") == []


def test_the_most_alike_comes_first_and_of_equals_the_earlier() -> None:
    assert _keys(_index(TEXT[:150], TEXT, OTHER, TEXT), TEXT) == [1, 3, 0]


def test_very_short_texts_are_copies_only_as_a_whole() -> None:
    index = _index("Cấm xe tải", TEXT)
    assert _keys(index, "cam xe tai") == [0]


def test_what_was_dropped_or_replaced_is_not_found() -> None:
    index = _index(TEXT, TEXT)
    index.drop(0)
    index.drop(0)
    assert _keys(index, TEXT) == [1]
    index.add(1, sketch(OTHER))
    assert _keys(index, TEXT) == []
    assert 1 in index
    assert 0 not in index
    assert len(index) == 1


def test_a_phrase_of_hundreds_of_texts_costs_no_more_than_of_the_newest() -> None:
    index = CopyIndex()
    for key in range(200):
        index.add(key, sketch(TEXT))
    found = _keys(index, TEXT)
    assert len(found) == 64
    assert min(found) == 136


TEXTS = st.lists(
    st.sampled_from(["cau", "song", "xe", "tai", "cam", "ngay", "moi", "nguoi", "dan"]), max_size=10
).map(" ".join)


@given(st.lists(st.tuples(st.sampled_from(["add", "drop"]), st.integers(0, 5), TEXTS), max_size=20), TEXTS)
def test_the_index_answers_as_a_comparison_with_every_text(
    steps: list[tuple[str, int, str]], asked: str
) -> None:
    index, kept = CopyIndex(), {}
    for act, key, text in steps:
        if act == "add":
            index.add(key, sketch(text))
            kept[key] = sketch(text)
        else:
            index.drop(key)
            kept.pop(key, None)
    expected = {key for key, made in kept.items() if is_copy(likeness(sketch(asked), made))}
    assert set(_keys(index, asked)) == expected
