"""One spelling for one address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.reading import canonical_address
from haidang.engine.reading.addresses import resolved


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("HTTP://Bao.Example:80/Tin/1#phan2", "http://bao.example/Tin/1"),
        ("https://bao.example:443", "https://bao.example/"),
        ("https://bao.example:8443/a", "https://bao.example:8443/a"),
        ("https://bao.example/a?utm_source=x&id=7&fbclid=1&b=", "https://bao.example/a?id=7&b="),
        ("https://bao.example/a?b=2&a=1", "https://bao.example/a?b=2&a=1"),
        ("https://[::1]:443/a", "https://[::1]/a"),
        (" https://bao.example/a\n/b ", "https://bao.example/a/b"),
        ("https://lan@bao.example/a", "https://lan@bao.example/a"),
        ("http://[::1/a", "http://[::1/a"),
        ("https://bao.example:port/a", "https://bao.example:port/a"),
        ("mailto:phong@camau.example", "mailto:phong@camau.example"),
        ("", ""),
    ],
)
def test_an_address_loses_only_what_does_not_name_the_page(printed: str, canonical: str) -> None:
    assert canonical_address(printed) == canonical


@pytest.mark.parametrize(
    ("link", "absolute"),
    [
        ("/tin/2", "https://bao.example/tin/2"),
        ("3?utm_medium=rss", "https://bao.example/feed/3"),
        ("//khac.example/x", "https://khac.example/x"),
        ("javascript:alert(1)", ""),
        ("\x01java\x03script:alert(1)", ""),
        ("http://[bad", ""),
        ("  ", ""),
    ],
)
def test_a_link_leads_to_the_web_or_nowhere(link: str, absolute: str) -> None:
    assert resolved("https://bao.example/feed/rss", link) == absolute


@given(st.text() | st.from_regex(r"https?://[^\s]*", fullmatch=True))
def test_any_text_has_a_canonical_form_that_is_its_own(text: str) -> None:
    once = canonical_address(text)
    assert canonical_address(once) == once
