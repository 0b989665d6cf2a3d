"""Terms in working days, against days known by hand; every date explains itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.base.calendar import (
    DayKind,
    NotATerm,
    OfficeDay,
    SkippedDay,
    add_working_days,
    working_day,
)

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("start_on", "days", "due_on"),
    [
        ("2026-02-12", 7, "2026-03-02"),  # over Tết
        ("2026-04-24", 5, "2026-05-06"),  # Hùng Kings' day moved to Monday, 30 April, 1 May
        ("2026-08-21", 1, "2026-08-22"),  # a Saturday worked in exchange for 31 August
        ("2026-08-28", 1, "2026-09-03"),
        ("2026-11-23", 1, "2026-11-25"),  # Vietnam Cultural Day
        ("2026-05-11", 1, "2026-05-12"),
        ("2026-05-15", 1, "2026-05-18"),
        ("2026-05-16", 1, "2026-05-18"),  # a term that starts on a Saturday
        ("2026-12-31", 1, "2027-01-04"),
        ("2025-04-25", 2, "2025-04-28"),  # Saturday 26 April worked in exchange for 2 May
    ],
)
def test_a_term_ends_on_the_day_counted_by_hand(start_on: str, days: int, due_on: str) -> None:
    assert add_working_days(date.fromisoformat(start_on), days).due_on == date.fromisoformat(due_on)


def test_a_due_date_names_every_day_it_skipped_and_why() -> None:
    due = add_working_days(date(2026, 4, 24), 5)
    assert due.skipped == (
        SkippedDay(date(2026, 4, 25), "Thứ Bảy"),
        SkippedDay(date(2026, 4, 26), "Ngày Giỗ Tổ Hùng Vương"),
        SkippedDay(date(2026, 4, 27), "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"),
        SkippedDay(date(2026, 4, 30), "Ngày Chiến thắng"),
        SkippedDay(date(2026, 5, 1), "Ngày Quốc tế Lao động"),
        SkippedDay(date(2026, 5, 2), "Thứ Bảy"),
        SkippedDay(date(2026, 5, 3), "Chủ nhật"),
    )
    assert due.start_rule == "Ngày bắt đầu không tính; đếm từ ngày liền sau, chỉ tính ngày làm việc."
    assert not due.estimated


def test_a_due_date_explains_itself_in_english_too() -> None:
    due = add_working_days(date(2026, 4, 29), 1, language="en")
    assert due.start_rule.startswith("The day of the start does not count")
    assert [skipped.reason for skipped in due.skipped] == [
        "Liberation Day/Reunification Day",
        "International Labor Day",
        "Saturday",
        "Sunday",
    ]


def test_a_date_in_a_year_not_yet_decided_is_an_estimate() -> None:
    assert add_working_days(date(2026, 12, 31), 1).estimated


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 5, 12), DayKind(working=True, reason="ngày làm việc")),
        (date(2026, 8, 22), DayKind(working=True, reason="ngày làm bù")),
        (date(2026, 8, 31), DayKind(working=False, reason="Ngày nghỉ (thay cho ngày 22/08/2026)")),
        (date(2026, 8, 23), DayKind(working=False, reason="Chủ nhật")),
        (date(2014, 12, 27), DayKind(working=True, reason="ngày làm bù")),  # for 2 January 2015
        (date(2026, 2, 17), DayKind(working=False, reason="Tết Nguyên Đán")),
    ],
)
def test_a_day_says_what_it_is(day: date, kind: DayKind) -> None:
    assert working_day(day) == kind


def test_the_word_of_the_office_goes_before_the_calendar() -> None:
    storm = OfficeDay(date(2026, 5, 12), working=False, reason="Nghỉ tránh bão")
    sunday = OfficeDay(date(2026, 5, 17), working=True, reason="Làm bù ngày 12/5")
    assert working_day(storm.day, [storm]) == DayKind(working=False, reason="Nghỉ tránh bão")
    due = add_working_days(date(2026, 5, 11), 4, overrides=(storm, sunday))
    assert due.due_on == sunday.day
    assert due.skipped == (
        SkippedDay(storm.day, "Nghỉ tránh bão"),
        SkippedDay(date(2026, 5, 16), "Thứ Bảy"),
    )


@pytest.mark.parametrize("days", [0, -1, 3661])
def test_what_is_no_term_is_refused(days: int) -> None:
    with pytest.raises(NotATerm, match="from 1 to 3660"):
        add_working_days(date(2026, 5, 12), days)


@given(DAYS, st.integers(1, 60))
def test_every_day_of_a_term_is_either_counted_or_explained(start_on: date, days: int) -> None:
    due = add_working_days(start_on, days)
    length = (due.due_on - start_on).days
    assert length == days + len(due.skipped)
    assert working_day(due.due_on).working
    for skipped in due.skipped:
        assert start_on < skipped.day < due.due_on
        assert working_day(skipped.day) == DayKind(working=False, reason=skipped.reason)


@given(DAYS, st.integers(1, 40))
def test_a_longer_term_never_ends_earlier(start_on: date, days: int) -> None:
    shorter = add_working_days(start_on, days).due_on
    assert add_working_days(start_on, days + 1).due_on > shorter
    assert add_working_days(start_on + timedelta(days=1), days).due_on >= shorter
