"""A watch query is cut into its signs, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.spotting.watch_lexer import MOST_LETTERS, InvalidQuery, Sign, signs


def test_the_signs_stand_in_order_with_an_end_last() -> None:
    assert signs('cầu VÀ ="Cà Mau" NEAR/3 (x OR =hòa) “a»') == [
        Sign("words", 0, 3, "cầu"),
        Sign("and", 4, 6, "VÀ"),
        Sign("phrase", 7, 16, "Cà Mau", exact=True),
        Sign("near", 17, 23, "NEAR/3", distance=3),
        Sign("(", 24, 25),
        Sign("words", 25, 26, "x"),
        Sign("or", 27, 29, "OR"),
        Sign("words", 30, 34, "hòa", exact=True),
        Sign(")", 34, 35),
        Sign("phrase", 36, 39, "a"),
        Sign("end", 39, 39),
    ]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("AND", "and"),
        ("and", "words"),
        ("VA\u0300", "and"),
        ("và", "words"),
        ("HOẶC", "or"),
        ("KHÔNG", "not"),
        ("không", "words"),
        ("GẦN/0", "near"),
        ("NEAR/100", "near"),
        ("gần/3", "words"),
        ('"AND"', "phrase"),
        ("cầu?", "words"),
        ("12/5", "words"),
    ],
)
def test_operators_are_written_in_capitals_and_in_small_letters_are_words(written: str, kind: str) -> None:
    assert [one.kind for one in signs(written)] == [kind, "end"]


@pytest.mark.parametrize(
    ("written", "code", "column", "length"),
    [
        ("cầu NEAR sập", "distance", 5, 4),
        ("cầu NEAR/101 sập", "distance", 5, 8),
        ('x AND "cầu', "open_quotation", 7, 1),
        ('x AND ="cầu', "open_quotation", 7, 2),
        ("cà* mau", "wildcard", 3, 1),
        ("c?u", "wildcard", 2, 1),
        ("a" * (MOST_LETTERS + 3), "too_long", MOST_LETTERS + 1, 3),
    ],
)
def test_what_cannot_be_cut_is_shown_at_its_place(written: str, code: str, column: int, length: int) -> None:
    with pytest.raises(InvalidQuery) as wrong:
        signs(written)
    assert (wrong.value.code, wrong.value.column, wrong.value.length) == (code, column, length)
    assert wrong.value.sentence.endswith(".")
    assert wrong.value.expected


def test_the_longest_query_is_still_read() -> None:
    assert [one.kind for one in signs("a" * MOST_LETTERS)] == ["words", "end"]


def test_the_pointer_stands_under_the_place_even_after_a_line_end() -> None:
    with pytest.raises(InvalidQuery, match="Column 7: This quotation mark is never closed") as wrong:
        signs('x\nAND ="cầu')
    assert wrong.value.pointer() == 'x AND ="cầu\n      ^^'


@given(st.text(alphabet="ab ()ANDORTVÀ/5,\u0300\n", max_size=40))
def test_nothing_but_spaces_lies_between_the_signs(query: str) -> None:
    found = signs(query)
    starts = [one.start for one in found]
    ends = [0, *(one.end for one in found)]
    between = [query[end:start] for end, start in zip(ends, starts, strict=False)]
    assert not "".join(between).strip()
