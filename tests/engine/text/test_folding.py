"""One spelling for one text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import fold, fold_word, has_tone_marks, nfc, tone_key


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("hòa", "hoa"),
        ("hoà", "hoa"),
        ("Đường Đất Mũi", "duong dat mui"),
        ("TRƯỜNG HỌC", "truong hoc"),
        ("Cầu Cây Được 12/5", "cau cay duoc 12/5"),
        ("thuỷ", "thuy"),
        ("thủy", "thuy"),
        ("café", "cafe"),
        ("Straße", "straße"),
        ("Ελλάδα", "ελλάδα"),
        ("й", "й"),
        ("ខ្មែរ", "ខ្មែរ"),
        ("한국", "한국"),
        ("", ""),
    ],
)
def test_folding_takes_marks_from_latin_letters_and_leaves_other_scripts_alone(
    printed: str, folded: str
) -> None:
    assert fold(printed) == folded
    assert fold(unicodedata.normalize("NFD", printed)) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_decomposed_and_composed_text_fold_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(unicodedata.normalize("NFD", composed)) == fold(composed)
    assert nfc(text) == composed


@given(st.text(max_size=60))
def test_the_remembered_fold_of_a_word_is_its_fold(word: str) -> None:
    assert fold_word(word) == fold(word)


def test_both_tone_placements_are_one_syllable_and_another_tone_is_not() -> None:
    assert tone_key("hòa") == tone_key("hoà") == tone_key("HÒA")
    assert tone_key("hoá") != tone_key("hoà")
    assert tone_key("Được") != tone_key("đuoc")
    assert tone_key("x" * 40) == "x" * 40


def test_text_without_marks_is_told_from_text_with_marks() -> None:
    assert has_tone_marks("cầu sập")
    assert not has_tone_marks("cau sap")
    assert not has_tone_marks("cau sap …")
