"""Find dates as Vietnamese and English news print them: 12/5, sáng 12/5/2026, ngày 12 tháng 5, May 12, hôm nay."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from haidang.engine.text.alignment import Aligned, aligned

Precision = Literal["day", "month"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_PATTERNS = (
    re.compile(rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?:/|-|\.)(?P<month>\d{{1,2}})(?:/|-|\.){_YEAR}(?![/-]\d)"),
    re.compile(
        r"(?<![\d/.,-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/%])(?!\s(?:so|dan so|dien tich|of)\b)"
    ),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"\b(?P<day>\d{{1,2}}) thang (?P<month>\d{{1,2}})(?!\d)(?:,? nam {_YEAR})?"),
    re.compile(rf"(?<!\d )\bthang (?P<month>\d{{1,2}})(?!\d)(?:(?:/|-|,? nam ){_YEAR})?"),
    re.compile(rf"\b(?P<name>{_MONTH})\.? (?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?\b(?:,? {_YEAR})?"),
    re.compile(rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<name>{_MONTH})\b\.?(?:,? {_YEAR})?"),
    re.compile(rf"\b(?P<name>{_MONTH})\.?,? {_YEAR}"),
)
_DIGIT = re.compile(r"\d")
_RELATIVE = re.compile(
    r"\b(?P<word>(?:sang|trua|chieu|toi|dem|hom|ngay) (?:nay|qua|kia)|to(?:day|night)|yesterday"
    r"|this (?:morning|afternoon|evening)|last night)\b"
)
_DAYS_BACK = {"nay": 0, "qua": 1, "kia": 2, "today": 0, "tonight": 0, "yesterday": 1, "night": 1,
              "morning": 0, "afternoon": 0, "evening": 0}  # fmt: skip
_NEVER_DATES = frozenset(["24/7"])
_HALF_A_YEAR = 183


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. Without a printed year, `on` is the one nearest to `today` (none without `today`)."""

    on: date | None
    precision: Precision
    start: int
    end: int
    printed: str
    day: int | None
    month: int | None
    year: int | None
    relative: bool = False


def dates(text: str, *, today: date | None = None) -> list[FoundDate]:
    """Dates in order of place; where two readings overlap the longer one stays."""
    both = aligned(text)
    patterns = _PATTERNS if _DIGIT.search(both.folded) else ()
    found = [
        made
        for pattern in patterns
        for match in pattern.finditer(both.folded)
        if (made := _made(match, both, today)) is not None
    ]
    found += [_relative(match, both, today) for match in _RELATIVE.finditer(both.folded)]
    return _longest(found)


def _made(match: re.Match[str], both: Aligned, today: date | None) -> FoundDate | None:
    groups = match.groupdict()
    start, end = both.place(match.start(), match.end())
    printed = both.text[start:end]
    name = groups.get("name")
    if name and not printed.lstrip("0123456789stndrh ")[:1].isupper():
        return None  # untoned "may 3 chiec xe" (mấy) is no date in May
    month = _MONTHS[name] if name else int(groups["month"])
    day = int(groups["day"]) if groups.get("day") else None
    year = int(groups["year"]) if groups.get("year") else None
    if month > 12 and day is not None and day <= 12:  # noqa: PLR2004
        day, month = month, day  # 5/13: month first
    if printed in _NEVER_DATES or not _possible(day, month, year):
        return None
    on = _resolved(day, month, year, today)
    return FoundDate(on, "month" if day is None else "day", start, end, printed, day, month, year)


def _possible(day: int | None, month: int, year: int | None) -> bool:
    try:
        date(year or 2024, month, day or 1)  # 2024 has a 29 February
    except ValueError:
        return False
    return True


def _resolved(day: int | None, month: int, year: int | None, today: date | None) -> date | None:
    """The full date; a date without a year is the one within half a year of today."""
    if day is None or (year is None and today is None):
        return None
    if year is not None:
        return date(year, month, day)
    assert today is not None
    for candidate in (today.year, today.year - 1, today.year + 1):
        try:
            on = date(candidate, month, day)
        except ValueError:
            continue
        if abs((on - today).days) <= _HALF_A_YEAR:
            return on
    return None


def _relative(match: re.Match[str], both: Aligned, today: date | None) -> FoundDate:
    start, end = both.place(match.start(), match.end())
    printed = both.text[start:end]
    try:
        on = today - timedelta(days=_DAYS_BACK[match["word"].split()[-1]]) if today else None
    except OverflowError:
        on = None
    day, month, year = (on.day, on.month, on.year) if on else (None, None, None)
    return FoundDate(on, "day", start, end, printed, day, month, year, relative=True)


def _longest(found: list[FoundDate]) -> list[FoundDate]:
    kept: list[FoundDate] = []
    for one in sorted(found, key=lambda date_found: (date_found.start, -date_found.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
