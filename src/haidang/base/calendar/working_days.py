"""Working days of Vietnam: which days count, and why the others do not. Pure: no database, no clock.

Public holidays, days off in lieu and swapped Saturdays come from the `holidays` library. The Government
decides each year's swaps late in the year before; until then a date is an estimate that
`overrides` correct.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, TypeAlias

import holidays

Language: TypeAlias = Literal["vi", "en"]

LAST_DECIDED_YEAR = 2026  # the last year whose swaps the library holds; later years are estimates
MOST_DAYS = 3660
_SATURDAY = 5
_WORDS: dict[str, dict[str, str]] = {
    "vi": {
        "working": "ngày làm việc",
        "swapped": "ngày làm bù",
        "saturday": "Thứ Bảy",
        "sunday": "Chủ nhật",
        "start": "Ngày bắt đầu không tính; đếm từ ngày liền sau, chỉ tính ngày làm việc.",
    },
    "en": {
        "working": "working day",
        "swapped": "worked in exchange for a day off",
        "saturday": "Saturday",
        "sunday": "Sunday",
        "start": "The day of the start does not count; counting begins the next day, working days only.",
    },
}


class NotATerm(ValueError):
    """A number of days that is no term."""

    def __init__(self, days: int) -> None:
        super().__init__(f"{days} working days is not a term; give a number from 1 to {MOST_DAYS}.")


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """The office's own word on a day; it goes before the calendar's."""

    day: date
    working: bool
    reason: str


@dataclass(frozen=True, slots=True)
class DayKind:
    """Whether a day counts, and why."""

    working: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SkippedDay:
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class DueDate:
    """The last day of a term, with how it was counted. `estimated`: it falls in a year not yet decided."""

    due_on: date
    start_rule: str
    skipped: tuple[SkippedDay, ...]
    estimated: bool


@dataclass(frozen=True, slots=True)
class _Year:
    off: Mapping[date, str]
    swapped: frozenset[date]


def working_day(day: date, overrides: Iterable[OfficeDay] = (), *, language: Language = "vi") -> DayKind:
    """Whether a day is a working day, with the reason in words."""
    return _kind(day, _by_day(overrides), language)


def add_working_days(
    start_on: date, days: int, *, overrides: Iterable[OfficeDay] = (), language: Language = "vi"
) -> DueDate:
    """The day on which a term of working days ends. The first day counted is the one after `start_on`."""
    if not 1 <= days <= MOST_DAYS:
        raise NotATerm(days)
    known = _by_day(overrides)
    skipped = []
    day, left = start_on, days
    while left:
        day += timedelta(days=1)
        kind = _kind(day, known, language)
        if kind.working:
            left -= 1
        else:
            skipped.append(SkippedDay(day, kind.reason))
    return DueDate(day, _WORDS[language]["start"], tuple(skipped), estimated=day.year > LAST_DECIDED_YEAR)


def _by_day(overrides: Iterable[OfficeDay]) -> dict[date, OfficeDay]:
    return {override.day: override for override in overrides}


def _kind(day: date, known: Mapping[date, OfficeDay], language: Language) -> DayKind:
    words = _WORDS[language]
    if day in known:
        return DayKind(known[day].working, known[day].reason)
    year = _year(day.year, language)
    if day in year.off:
        return DayKind(working=False, reason=year.off[day])
    if day in year.swapped:
        return DayKind(working=True, reason=words["swapped"])
    if day.weekday() >= _SATURDAY:
        return DayKind(working=False, reason=words["saturday" if day.weekday() == _SATURDAY else "sunday"])
    return DayKind(working=True, reason=words["working"])


@lru_cache(maxsize=64)
def _year(year: int, language: Language) -> _Year:
    # The neighbours too: a holiday of January may be worked off on a Saturday of December (27.12.2014).
    # A finished copy: the library fills itself in when asked, which two threads must not do at once.
    known = holidays.country_holidays(
        "VN", years=(year - 1, year, year + 1), language="vi" if language == "vi" else "en_US", expand=False
    )
    return _Year(
        off={day: name for day, name in known.items() if day.year == year},
        swapped=frozenset(day for day in known.weekend_workdays if day.year == year),
    )
