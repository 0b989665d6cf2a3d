"""Syllables with and without their places."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import fold, syllables, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cầu Cây Được", ["Cầu", "Cây", "Được"]),
        ("3,4 tỷ, 500.000đ ngày 12/5.", ["3,4", "tỷ", "500.000đ", "ngày", "12/5"]),
        ("TP.HCM—COVID-19", ["TP", "HCM", "COVID", "19"]),
        ("don't", ["don", "t"]),
        ("… !?", []),
    ],
)
def test_numbers_stay_whole_and_words_are_cut(text: str, expected: list[str]) -> None:
    assert syllables(text) == expected


def test_decomposed_syllables_are_whole() -> None:
    text = unicodedata.normalize("NFD", "Cầu Cây Được")
    assert syllables(text) == ["Cầu", "Cây", "Được"]
    assert [fold(word.text) for word in words(text)] == ["cau", "cay", "duoc"]


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
