"""What changed, word by word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.grouping import diff, difference


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        (
            "Cấm xe tải đến 20/5.",
            "Cấm xe tải đến 25/5.",
            [("same", "Cấm xe tải đến "), ("removed", "20/5."), ("added", "25/5.")],
        ),
        ("Một\nHai\n", "Một\nHai\nBa", [("same", "Một\nHai\n"), ("added", "Ba")]),
        ("Một\nHai", "Một\n", [("same", "Một\n"), ("removed", "Hai")]),
        ("", "Mới", [("added", "Mới")]),
        ("Cũ", "", [("removed", "Cũ")]),
        ("Cũ", "Cũ", [("same", "Cũ")]),
        ("", "", []),
    ],
)
def test_a_reader_sees_what_came_and_what_went(old: str, new: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.kind, part.text) for part in diff(old, new)] == parts


TEXTS = st.text(alphabet="aầb \n.", max_size=60) | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(old: str, new: str) -> None:
    parts = diff(old, new)
    assert "".join(part.text for part in parts if part.kind != "added") == old
    assert "".join(part.text for part in parts if part.kind != "removed") == new
    assert all(one.kind != other.kind for one, other in pairwise(parts))


def test_a_passage_too_long_to_compare_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(difference, "_MAX_PRODUCT", 3)
    assert [(part.kind, part.text) for part in diff("a b c", "a b d")] == [
        ("removed", "a b c"),
        ("added", "a b d"),
    ]
