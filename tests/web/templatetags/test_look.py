"""Tags that turn values into words: quotes in their place, days as they are written here."""

from datetime import UTC, date, datetime, timedelta

from django.template import Context, Template
from django.utils.translation import override

from haidang.information.screen.models import Appearance
from haidang.web.templatetags import look
from tests.desk import Desk, a_claim

NOW = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)


def test_days_and_moments_are_written_as_people_here_write_them() -> None:
    with override("vi"):
        assert look.day(date(2026, 5, 2)) == "2/5/2026"
        assert look.moment(datetime(2026, 5, 11, 23, 30, tzinfo=UTC)) == "06:30 ngày 12/5/2026"
    assert (look.day(None), look.moment(None), look.when(None, NOW)) == ("", "", "")


def test_a_time_of_today_is_a_clock_and_an_older_one_has_its_day() -> None:
    assert ">08:00<" in look.when(NOW, NOW)
    assert ">08:00 11/5<" in look.when(NOW - timedelta(days=1), NOW)
    assert ">08:00 12/5/2025<" in look.when(NOW - timedelta(days=365), NOW)


def test_a_quote_is_marked_in_its_surroundings_and_hostile_text_stays_text(desk: Desk) -> None:
    text = "Trước đó. " * 40 + "Cầu <b>sập</b> sáng nay." + " Sau đó nữa." * 40
    claim = a_claim("x", address="http://127.0.0.1:8801/tin/77")
    appearance: Appearance = claim.appearances.get()
    appearance.revision.text = text
    appearance.quote, appearance.offset = "Cầu <b>sập</b> sáng nay.", text.index("Cầu <b>")
    shown = look.quoted(appearance)
    assert "<mark>Cầu &lt;b&gt;sập&lt;/b&gt; sáng nay.</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_a_quote_that_moved_stands_alone(desk: Desk) -> None:
    appearance: Appearance = a_claim("Cầu sập", address="http://127.0.0.1:8801/tin/78").appearances.get()
    appearance.offset = 3
    assert look.quoted(appearance) == "<mark>Cầu sập</mark>"


def test_tags_without_a_deadline_or_dots_draw_nothing() -> None:
    page = Template(
        "{% load look %}[{% due none now %}{% clock_line now none now %}{% dot_line times %}{{ span|duration }}]"
    )
    assert page.render(Context({"now": NOW, "times": [], "span": None, "none": None})) == "[None]"


def test_the_scale_says_its_number_in_words() -> None:
    with override("vi"):
        assert "1 trên 5" in look.rating_scale("false")
        assert look.rating_scale("unproven") == ""
    assert (look.percent(0.814), look.same(1, 1)) == ("81 %", True)


def test_why_a_look_failed_is_said_in_words_and_the_stored_sentence_stands_behind_a_click() -> None:
    with override("vi"):
        shown = look.failed("http_503", "The server <x> answered 503.")
        assert shown.startswith("Máy chủ trả lời 503<details")
        assert "The server &lt;x&gt; answered 503.</details>" in shown
        assert look.failed(None, "<b>") == "&lt;b&gt;"
