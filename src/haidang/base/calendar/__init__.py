"""Working days of Vietnam and dates that explain themselves."""

from haidang.base.calendar.working_days import (
    DayKind,
    DueDate,
    NotATerm,
    OfficeDay,
    SkippedDay,
    add_working_days,
    working_day,
)

__all__ = [
    "DayKind",
    "DueDate",
    "NotATerm",
    "OfficeDay",
    "SkippedDay",
    "add_working_days",
    "office_overrides",
    "working_day",
]


def office_overrides() -> tuple[OfficeDay, ...]:
    """The office's own word on single days (`calendar.office.office_overrides`)."""
    from haidang.base.calendar import office

    return office.office_overrides()
