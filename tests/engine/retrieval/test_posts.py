"""Posts as plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.retrieval.posts import MAX_CHARS, plain


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Xem https://example.org/a?b=1 ngay", "Xem ngay"),
        ("lũ lớn #MiềnTây pic.twitter.com/abc123", "lũ lớn Miền Tây"),
        ("#AustralianFires @CapeLighthouse", "Australian Fires Cape Lighthouse"),
        ("cầu s.ậ.p rồi", "cầu sập rồi"),
        ("có người c-h-ế-t", "có người chết"),
        ("cầu\u200b sập", "cầu sập"),
        ("cầu sậр", "cầu sập"),  # the last letter is Cyrillic
        ("Cầu sập", "Cầu sập"),
        ("3-4-5 người, 12-5-2026", "3-4-5 người, 12-5-2026"),
    ],
)
def test_links_tags_and_tricks_are_undone(post: str, words: str) -> None:
    assert plain(post).split() == words.split()


@given(st.text())
def test_any_text_becomes_plain(text: str) -> None:
    assert len(plain(text)) <= 2 * len(text) + 10


def test_a_very_long_text_is_cut() -> None:
    assert len(plain("cầu sập " * 100_000)) <= MAX_CHARS
