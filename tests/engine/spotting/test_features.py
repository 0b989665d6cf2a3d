"""What a learnt ranking sees of a sentence."""

import math
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.spotting.features import (
    PIECE_COLUMNS,
    WIDTH,
    WORD_COLUMNS,
    raw_features,
    sign_names,
)

FIRST_SIGN = WORD_COLUMNS + PIECE_COLUMNS


def _signs(text: str) -> set[str]:
    return {name for column, name in sign_names().items() if column in raw_features(text)}


def _words(text: str) -> dict[int, float]:
    return {column: value for column, value in raw_features(text).items() if column < WORD_COLUMNS}


def test_words_and_pairs_are_counted_in_any_case() -> None:
    assert _words("Cầu sập cầu sập") == {
        crc32("cầu".encode()) % WORD_COLUMNS: 2,
        crc32("sập".encode()) % WORD_COLUMNS: 2,
        crc32("cầu sập".encode()) % WORD_COLUMNS: 2,
        crc32("sập cầu".encode()) % WORD_COLUMNS: 1,
    }


def test_pieces_of_two_to_five_letters_are_counted_with_the_edges_of_the_word() -> None:
    pieces = {column for column in raw_features("an") if WORD_COLUMNS <= column < FIRST_SIGN}
    expected = {" a", "an", "n ", " an", "an ", " an "}
    assert pieces == {WORD_COLUMNS + crc32(piece.encode()) % PIECE_COLUMNS for piece in expected}


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Cầu sập", {"harm", "event", "short"}),
        ("Giá nước tăng 20% từ 12/5/2026", {"event", "number", "percent", "year", "date", "short"}),
        ("@lan xem https://example.org nha!", {"mention", "link", "exclamation", "short"}),
        ("THE BRIDGE?", {"capitals", "question_mark", "short"}),
        ("một " * 30, {"long"}),
    ],
)
def test_the_signs_are_those_that_people_see(text: str, signs: set[str]) -> None:
    assert _signs(text) >= signs
    assert not _signs(text) & {"satire", "hearsay", "private", "us", "quotation"}


def test_links_and_mentions_leave_no_words_and_a_hashtag_leaves_its_own() -> None:
    assert _words("@lan https://example.org/cau sập") == _words("sập")
    assert _words("#sập") == _words("sập")


def test_the_last_column_is_the_length() -> None:
    assert raw_features("cầu bị sập rồi")[WIDTH - 1] == math.log1p(4) / 4
    assert raw_features("")[WIDTH - 1] == 0


@given(st.text(max_size=80))
def test_every_column_lies_in_the_table_and_every_sign_is_one(text: str) -> None:
    features = raw_features(text)
    assert all(0 <= column < WIDTH for column in features)
    assert {value for column, value in features.items() if FIRST_SIGN <= column < WIDTH - 1} <= {1.0}


def test_every_sign_has_its_own_column_and_the_length_none_to_show() -> None:
    assert sorted(sign_names()) == list(range(FIRST_SIGN, WIDTH - 1))
    assert len(set(sign_names().values())) == WIDTH - 1 - FIRST_SIGN
