"""What is refused before a parser sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.reading import MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, Unreadable
from haidang.engine.reading.limits import MAX_ELEMENTS, check_entities, check_markup, check_size


def _refusal(text: str, *, xml: bool = False) -> str:
    try:
        check_markup(text, xml=xml)
    except Unreadable as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<div>" * MAX_DEPTH, ""),
        ("<div>" * (MAX_DEPTH + 1), "too_deep"),
        ("<div>" * 100_000, "too_deep"),
        ("<div></div>" * 5_000, ""),
        ("<div></x>" * 1_000, "too_deep"),
        ("<div><!--</div>-->" * 1_000, "too_deep"),
        ("<!-- --!><div>" + "<div>" * 1_000, "too_deep"),
        ("<!--><div>" * 1_000, "too_deep"),
        ("<svg><script>" + "<g>" * 1_000, "too_deep"),
        ('<p =">' + "<div>" * 1_000, "too_deep"),
        ("<p>x" * 5_000, ""),
        ("<br>" * 5_000, ""),
        ("<ul>" + "<li>x" * 5_000, ""),
        ("<script>" + "'<div>'" * 5_000 + "</script>", ""),
        ("<script>" + "<div>" * 5_000, ""),
        ("<!--" + "<div>" * 5_000, ""),
        ("<p " + " ".join(f"a{n}=1" for n in range(MAX_ATTRIBUTES)) + ">", ""),
        ("<p " + " ".join(f"a{n}=1" for n in range(MAX_ATTRIBUTES + 1)) + ">", "too_many_attributes"),
        ("<p " + " ".join(f'a{n}=">"' for n in range(200_000)) + ">", "too_many_attributes"),
        ("<p title='" + "a b c " * 2_000 + "'>", ""),
        ("<p>" * (MAX_ELEMENTS + 1), "too_many_elements"),
    ],
)
def test_markup_that_would_make_a_parser_slow_is_refused(text: str, code: str) -> None:
    assert _refusal(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<a>" * 100_000, "too_deep"),
        ("<a/>" * 5_000, ""),
        ("<p>" * 600, "too_deep"),
        ("<d><![CDATA[" + "<div>" * 5_000 + "]]></d>", ""),
        ("<d><![CDATA[" + "<div>" * 5_000, ""),
        ("<A></a>" * 600, "too_deep"),
    ],
)
def test_feeds_are_measured_as_xml(text: str, code: str) -> None:
    assert _refusal(text, xml=True) == code


def test_size_and_emptiness_are_refused_in_words() -> None:
    with pytest.raises(Unreadable, match="at most 5,242,880 are read"):
        check_size(b"x" * (MAX_BYTES + 1))
    with pytest.raises(Unreadable, match="empty"):
        check_size(b" \n")
    check_size(b"x" * MAX_BYTES)


def test_entity_definitions_are_refused() -> None:
    check_entities('<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd"><rss/>')
    with pytest.raises(Unreadable, match="entities"):
        check_entities('<!DOCTYPE lolz [<!entity lol "lol">]><rss/>')


@given(st.text(alphabet=st.sampled_from("<>/!-='\"[] abpsvgCDATscrit"), max_size=200), st.booleans())
def test_any_markup_is_measured(text: str, xml: bool) -> None:
    assert _refusal(text, xml=xml) == ""
