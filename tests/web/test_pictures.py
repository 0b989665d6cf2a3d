"""Pictures are well-formed SVG, bounded in size, with the same facts in words."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from haidang.web.pictures import MANY, SIGNS, WIDTH, Dot, clock_line, dot_line, rating_scale, sign

NOW = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)


@given(st.lists(st.integers(0, 5_000_000), min_size=1, max_size=200), st.booleans())
def test_any_number_of_appearances_makes_a_line_within_its_frame(seconds: list[int], with_now: bool) -> None:
    dots = [Dot(NOW + timedelta(seconds=at), "x" if at == min(seconds) else "") for at in sorted(seconds)]
    svg = ElementTree.fromstring(
        dot_line(dots, now=dots[-1].at + timedelta(minutes=5) if with_now else None, title="t")
    )
    circles = [node for node in svg if node.tag == "circle"]
    assert 1 <= len(circles) <= MANY
    assert all(0 <= float(node.attrib["cx"]) <= WIDTH for node in circles)


def test_no_appearance_no_picture() -> None:
    assert dot_line([], now=NOW, title="t") == ""


def test_words_in_a_picture_are_escaped() -> None:
    picture = dot_line([Dot(NOW, "<b>")], now=NOW, title='"x"')
    assert "<b>" not in picture
    ElementTree.fromstring(picture)


def test_the_clock_line_is_full_when_the_time_is_up() -> None:
    late = clock_line(NOW - timedelta(hours=2), NOW - timedelta(hours=1), NOW)
    assert 'width="1000" height="3"/></svg>' in late
    assert "clock-line late" in late
    assert "clock-line wait" in clock_line(NOW, NOW + timedelta(minutes=30), NOW)


def test_the_scale_fills_one_of_five_stops_and_is_absent_off_the_scale() -> None:
    assert rating_scale(2, title="t").count("stop here") == 1
    assert rating_scale(None, title="t") == ""


def test_every_sign_is_a_drawing() -> None:
    for kind in SIGNS:
        ElementTree.fromstring(sign(kind))
