"""Watch queries are read as people mean them, and what is wrong is shown at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.spotting.watch_lexer import InvalidQuery
from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_query import Query, printed_query


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("sập", '"sập"'),
        ("cầu Cây Được", '"cầu Cây Được"'),
        ('"Cà Mau" sập', '"Cà Mau" AND "sập"'),
        ("Cà Mau VÀ sập", '"Cà Mau" AND "sập"'),
        ("sập HOẶC gãy", '"sập" OR "gãy"'),
        ("cầu KHÔNG phim", '"cầu" AND NOT "phim"'),
        ("cầu AND NOT phim", '"cầu" AND NOT "phim"'),
        ("cầu GẦN/3 sập", '"cầu" NEAR/3 "sập"'),
        ("cầu NEAR/0 (sập OR gãy)", '"cầu" NEAR/0 ("sập" OR "gãy")'),
        ("a OR b AND c", '"a" OR ("b" AND "c")'),
        ("(a OR b) AND c", '("a" OR "b") AND "c"'),
        ("a AND (b AND c) AND a", '"a" AND "b" AND "c"'),
        ('=hòa ="Cà Mau"', '="hòa" AND ="Cà Mau"'),
        ("=Hòa bình", '="Hòa bình"'),
        ("“Đất Mũi” AND vé", '"Đất Mũi" AND "vé"'),
        ("và không hoặc gần", '"và không hoặc gần"'),
        ('"AND"', '"AND"'),
        ('"cầu, sập."', '"cầu, sập."'),
        ("NOT (a OR b) c", 'NOT ("a" OR "b") AND "c"'),
        ("x AND (a OR NOT b)", '"x" AND ("a" OR NOT "b")'),
        ("12/5 AND 3,4", '"12/5" AND "3,4"'),
    ],
)
def test_a_query_is_read_as_it_is_meant(written: str, understood: str) -> None:
    parsed = parse_watch(written)
    assert printed_query(parsed) == understood
    assert parse_watch(understood) == parsed


@pytest.mark.parametrize(
    ("written", "code", "column", "length"),
    [
        ("", "empty", 1, 1),
        ("   ", "empty", 4, 1),
        ("cầu VÀ", "unfinished", 7, 1),
        ("(cầu sập", "open_bracket", 1, 1),
        ("cầu) sập", "closing_bracket", 4, 1),
        ("()", "word", 2, 1),
        ("cầu AND OR sập", "word", 9, 2),
        ("NEAR/3 x", "word", 1, 6),
        ("a NEAR/3 b NEAR/2 c", "operator", 12, 6),
        ("(a AND b) NEAR/3 c", "near_what", 1, 1),
        ('x AND "  ,"', "no_word", 7, 5),
        ("NOT phim", "only_not", 1, 8),
        ("cầu OR NOT phim", "only_not", 8, 8),
        ("NOT NOT cầu", "double_not", 5, 3),
        ("(" * 21 + "a", "too_deep", 21, 1),
        (" OR ".join(f"w{n}" for n in range(201)), "too_many", 1491, 4),
    ],
)
def test_what_is_wrong_is_shown_at_its_place(written: str, code: str, column: int, length: int) -> None:
    with pytest.raises(InvalidQuery) as wrong:
        parse_watch(written)
    assert (wrong.value.code, wrong.value.column, wrong.value.length) == (code, column, length)
    assert wrong.value.sentence.endswith(".")
    assert wrong.value.expected
    assert wrong.value.pointer().splitlines()[-1].index("^") == column - 1


def test_the_columns_are_those_of_the_query_as_typed_even_with_loose_marks() -> None:
    with pytest.raises(InvalidQuery) as wrong:
        parse_watch("ca\u0300u VA\u0300 )")
    assert wrong.value.column == 10


@given(st.text(alphabet='ab ()"=/*“”ANDORTVÀ,.\u0300\n5', max_size=40) | st.text(max_size=20))
def test_any_text_is_a_query_or_an_error_with_a_place_inside_it(text: str) -> None:
    wrong, query = _read(text)
    assert wrong is None or 1 <= wrong.column <= len(text) + 1
    assert query is None or parse_watch(printed_query(query)) == query


def _read(text: str) -> tuple[InvalidQuery | None, Query | None]:
    try:
        return None, parse_watch(text)
    except InvalidQuery as wrong:
        return wrong, None
