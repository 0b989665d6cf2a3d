"""The office's own days off and worked Saturdays, from the database."""

from haidang.base.calendar.working_days import OfficeDay
from haidang.base.models import DayOff


def office_overrides() -> tuple[OfficeDay, ...]:
    """All of them, earliest first; a few rows a year."""
    return tuple(OfficeDay(row.day, row.working, row.reason) for row in DayOff.objects.order_by("day"))
