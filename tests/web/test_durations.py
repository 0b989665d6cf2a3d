"""Time in words, as people here say it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import override

from haidang.web.durations import due_in_words, in_words

NOW = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "vi", "en"),
    [
        (0, "0 phút", "0 minutes"),
        (38, "38 phút", "38 minutes"),
        (61, "1 giờ 1 phút", "1 hour 1 minute"),
        (112, "1 giờ 52 phút", "1 hour 52 minutes"),
        (120, "2 giờ", "2 hours"),
        (26 * 60 + 5, "1 ngày 2 giờ", "1 day 2 hours"),
        (-5, "0 phút", "0 minutes"),
    ],
)
def test_the_two_largest_units_are_named(minutes: int, vi: str, en: str) -> None:
    with override("vi"):
        assert in_words(timedelta(minutes=minutes)) == vi
    with override("en"):
        assert in_words(timedelta(minutes=minutes)) == en


@pytest.mark.parametrize(
    ("minutes", "kind", "text"),
    [(-70, "late", "quá hạn 1 giờ 10 phút"), (38, "wait", "còn 38 phút"), (300, "done", "còn 5 giờ")],
)
def test_a_deadline_is_late_near_or_far_in_words(minutes: int, kind: str, text: str) -> None:
    with override("vi"):
        due = due_in_words(NOW + timedelta(minutes=minutes), NOW)
    assert (due.kind, due.text) == (kind, text)
