"""Terms for the index."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.retrieval.analysis import PAIR, TONED, analyse


def of_kind(text: str, language: str, mark: int) -> list[str]:
    found = analyse(text, language=language)
    return [term for term, marks in zip(found.terms, found.marks, strict=True) if marks & mark]


def test_vietnamese_is_indexed_with_and_without_marks_and_in_pairs() -> None:
    assert set(analyse("Cầu sập", language="vi").terms) >= {"cau", "sap", "cau sap"}
    assert len(of_kind("Cầu sập", "vi", TONED)) == 2
    assert of_kind("cau sap", "vi", TONED) == []


@pytest.mark.parametrize(("one", "other"), [("hoà bình", "hòa bình"), ("thuỷ", "thủy")])
def test_both_tone_placements_and_decomposed_text_agree(one: str, other: str) -> None:
    assert analyse(one, language="vi") == analyse(other, language="vi")
    assert analyse(unicodedata.normalize("NFD", one), language="vi") == analyse(other, language="vi")


@pytest.mark.parametrize(
    ("short", "long"),
    [("ko dc", "khong duoc"), ("bv tinh", "benh vien tinh"), ("ubnd xa", "uy ban nhan dan xa")],
)
def test_short_forms_are_spelled_out(short: str, long: str) -> None:
    assert analyse(short, language="vi").terms == analyse(long, language="vi").terms


def test_english_is_stemmed_without_stop_words() -> None:
    assert [term for term in analyse("The bridges collapsed", language="en").terms if " " not in term] == [
        "bridg",
        "collaps",
    ]
    assert of_kind("bridges collapsed", "en", PAIR) == ["bridg collaps"]


@pytest.mark.parametrize(
    ("figure", "term"), [("500.000", "500000"), ("500,000", "500000"), ("3,4", "3.4"), ("5th", "5")]
)
def test_numbers_have_one_spelling(figure: str, term: str) -> None:
    assert analyse(figure, language="en").terms == [term]


@given(st.text(), st.sampled_from(["vi", "en", "fr"]))
def test_any_text_can_be_analysed(text: str, language: str) -> None:
    found = analyse(text, language=language)
    assert len(found.terms) == len(found.marks)
    assert all(found.terms)
