"""Denial and direction of a statement."""

import pytest

from haidang.engine.retrieval.polarity import directions, is_denied


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Cầu không sập", "không"),
        ("cau khong sap", "khong"),
        ("Tỉnh bác bỏ tin cầu sập", "bác bỏ"),
        ("The bridge didn't fall", "didn"),
        ("The bridge has not collapsed", "not"),
    ],
)
def test_the_word_that_denies_is_named(text: str, word: str) -> None:
    assert is_denied(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "Cầu sập",
        "Hãng hàng không tăng giá vé",
        "Ô nhiễm không khí",
        "Cầu sập có không?",
        "Not only rice rose",
    ],
)
def test_what_only_looks_like_a_denial_denies_nothing(text: str) -> None:
    assert is_denied(text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Giá điện giảm mạnh", {"amount": ("down", "giảm")}),
        ("Cấm xe tải qua cầu", {"right": ("banned", "Cấm xe")}),
        ("Cầu được thông xe", {"gate": ("open", "thông xe")}),
        ("Prices rise and schools closed", {"amount": ("up", "rise"), "gate": ("shut", "closed")}),
        ("Ngày mai trời mưa", {}),
    ],
)
def test_the_side_of_each_pair_of_opposites_is_read(text: str, found: dict[str, tuple[str, str]]) -> None:
    assert directions(text) == found


def test_a_text_that_names_both_sides_points_nowhere() -> None:
    assert directions("Giá tăng rồi lại giảm") == {}
