"""The office's own days off come from its table."""

from datetime import date

import pytest

from haidang.base.calendar import OfficeDay, add_working_days, office_overrides
from haidang.base.models import DayOff

pytestmark = pytest.mark.django_db


def test_an_office_without_own_days_follows_the_calendar() -> None:
    assert office_overrides() == ()


def test_the_days_of_the_office_come_in_order_and_move_a_term() -> None:
    DayOff.objects.create(day=date(2026, 5, 16), working=True, reason="Làm bù")
    storm = DayOff.objects.create(day=date(2026, 5, 13), reason="Nghỉ tránh bão")
    assert str(storm) == "2026-05-13: off, Nghỉ tránh bão"
    assert office_overrides() == (
        OfficeDay(date(2026, 5, 13), working=False, reason="Nghỉ tránh bão"),
        OfficeDay(date(2026, 5, 16), working=True, reason="Làm bù"),
    )
    assert add_working_days(date(2026, 5, 12), 3, overrides=office_overrides()).due_on == date(2026, 5, 16)
