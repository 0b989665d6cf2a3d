"""Terms of a claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.retrieval.terms import pairs, term_of, terms, weight_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cầu sập một nhịp", "cau sap 1 nhip"),
        ("vehicles collapsed", "vehicle collapse"),
        ("cities", "city"),
        ("không được", "ko dc"),
        ("công ty bệnh viện", "cty bv"),
        ("hòa", "hoà"),
    ],
)
def test_the_same_thing_said_otherwise_has_the_same_terms(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    "syllable", ["nghieng", "truong", "duoc", "bus", "ly", "es", "12/5", "500.000", "ខ្មែរ"]
)
def test_vietnamese_syllables_and_numbers_are_not_cut(syllable: str) -> None:
    assert term_of(syllable) == syllable


def test_light_words_keep_a_fifth_and_pairs_are_neighbours() -> None:
    assert weight_of("duoc") == 0.2
    assert weight_of("sap") == 1.0
    assert pairs(["a", "b", "c"]) == ["a b", "b c"]


@given(st.text())
def test_any_text_has_terms(text: str) -> None:
    assert all(terms(text)) or terms(text) == []
