"""The words that watch queries see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.spotting.watch_words import (
    BREAK,
    folded_words,
    joined,
    occurrences,
    order_of_words,
    toned_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cầu Cây Được, 12/5 bị sập!", ["cau", "cay", "duoc", BREAK, "12/5", "bi", "sap", BREAK]),
        ("500.000 đồng", ["500.000", "dong"]),
        ("3,4 km", ["3,4", "km"]),
        ("12h30", ["12h30"]),
        ("Covid-19", ["covid", "19"]),
        ("cầu - sập", ["cau", BREAK, "sap"]),
        ("cầu — sập", ["cau", BREAK, "sap"]),
        ("cầu…\nsập", ["cau", BREAK, "sap"]),
        ("cầu (cũ)", ["cau", BREAK, "cu", BREAK]),
        ("quán “Cà Mau” mới", ["quan", "ca", "mau", "moi"]),
        ("ca\u0300u", ["cau"]),
        ("x_y", ["x", "y"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_folded_words_and_breaks(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


def test_both_placements_of_a_tone_are_one_word_and_another_tone_is_not() -> None:
    one, other, third = toned_words("hòa hoà hoá")
    assert one == other != third


@given(st.text(alphabet="aàạđĐ\u0300\u0323 12/.,-–(\n“_", max_size=40) | st.text(max_size=40))
def test_folded_and_toned_words_stand_side_by_side(text: str) -> None:
    folded, toned = folded_words(text), toned_words(text)
    assert [at for at, word in enumerate(folded) if word == BREAK] == [
        at for at, word in enumerate(toned) if word == BREAK
    ]
    assert len(folded) == len(toned)
    assert all(folded)


def test_a_word_is_found_whole_in_the_joined_text() -> None:
    text = joined(["cau", "sap"])
    assert joined(["sap"]) in text
    assert joined(["sa"]) not in text


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("a b", "a b a a b", [(0, 2), (3, 5)]),
        ("a a", "a a a", [(0, 2), (1, 3)]),
        ("b", "a b", [(1, 2)]),
        ("a b", "a c b a", []),
    ],
)
def test_every_place_of_a_phrase_is_found_even_where_two_overlap(
    phrase: str, text: str, found: list[tuple[int, int]]
) -> None:
    assert occurrences(phrase.split(), text.split()) == found


def test_breaks_are_not_counted_in_the_order_of_words() -> None:
    assert order_of_words(["cau", BREAK, "sap"]) == [0, 1, 1, 2]
