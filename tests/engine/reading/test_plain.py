"""Scraps of markup to plain text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.engine.reading.plain import plain_text


@pytest.mark.parametrize(
    ("scrap", "text"),
    [
        ("Không có thẻ", "Không có thẻ"),
        ("Giá < 5 và > 3", "Giá < 5 và > 3"),
        ("<p>Một</p><p>Hai</p>", "Một\nHai"),
        ("Một<br/>Hai&nbsp;ba", "Một\nHai ba"),
        ("<script>alert(1)</script>Tin", "Tin"),
        ("<img src=x onerror=alert(1)>Tin", "Tin"),
        ("A &amp; B", "A & B"),
        ("", ""),
    ],
)
def test_a_scrap_of_markup_becomes_lines_of_text(scrap: str, text: str) -> None:
    assert plain_text(scrap) == text


@settings(deadline=None)
@given(st.text(alphabet="<>/pbr &;#x=\"'a", max_size=100) | st.text(max_size=100))
def test_any_scrap_becomes_text(scrap: str) -> None:
    assert plain_text(scrap) == plain_text(scrap).strip()
