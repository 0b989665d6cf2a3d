"""One value has one text."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.base.record.canonical import MAX_DEPTH, NotCanonical, canonical_json, is_canonical

WHOLE = st.integers(-(2**53 - 1), 2**53 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=20,
)


def test_keys_are_sorted_and_nothing_is_spaced() -> None:
    assert canonical_json({"b": [1, True, None], "a": {"d": "x", "c": -2}}) == (
        '{"a":{"c":-2,"d":"x"},"b":[1,true,null]}'
    )


def test_vietnamese_is_written_as_it_is() -> None:
    assert canonical_json("Cầu Đầm Cùng") == '"Cầu Đầm Cùng"'


def test_text_is_escaped_as_rfc_8785_says() -> None:
    assert canonical_json('€$\x0f\nA\'B"\\\\"/\x7f') == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\x7f"'


def test_keys_sort_by_utf16_units_as_in_rfc_8785() -> None:
    keys = ["€", "\r", "\ufb33", "1", "😀", "\x80", "ö"]
    text = canonical_json(dict.fromkeys(keys, 0))
    assert list(json.loads(text)) == ["\r", "1", "\x80", "ö", "€", "😀", "\ufb33"]


def test_a_list_and_a_tuple_are_the_same() -> None:
    assert canonical_json((1, 2)) == canonical_json([1, 2]) == "[1,2]"


@given(VALUES)
def test_reading_and_writing_again_changes_nothing(value: Any) -> None:
    text = canonical_json(value)
    assert json.loads(text) == value
    assert canonical_json(json.loads(text)) == text
    assert is_canonical(json.loads(text), text)


@pytest.mark.parametrize("text", ['{"a": 1}', '{"b":1,"a":2}', '{"a":1,"a":1}', '"\\u0041"'])
def test_another_text_of_the_same_value_is_not_canonical(text: str) -> None:
    assert not is_canonical(json.loads(text), text)


@given(st.dictionaries(TEXT, WHOLE), st.randoms())
def test_the_order_in_which_keys_came_does_not_matter(value: dict[str, int], random: Any) -> None:
    items = list(value.items())
    random.shuffle(items)
    assert canonical_json(dict(items)) == canonical_json(value)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (1.0, "A float has no canonical JSON"),
        ({"a": [float("nan")]}, "A float has no canonical JSON"),
        (2**53, "write it as text"),
        (-(2**53), "write it as text"),
        (b"bytes", "A bytes has no"),
        ({1, 2}, "A set has no"),
        ({1: "x"}, "is not text"),
        ("\ud800", "half a character"),
        ({"\ud800": 1}, "half a character"),
    ],
)
def test_what_has_no_single_text_is_refused(value: Any, why: str) -> None:
    with pytest.raises(NotCanonical, match=why):
        canonical_json(value)


def test_a_value_nested_without_end_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(NotCanonical, match=f"more than {MAX_DEPTH} deep"):
        canonical_json(endless)
