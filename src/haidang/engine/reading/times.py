"""Read the times that pages and feeds print: ISO 8601, RFC 2822 and the Vietnamese newspaper form. UTC out."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

VIETNAM = timezone(timedelta(hours=7))
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_PRINTED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>20\d\d)(?:\D{1,12}(?P<hour>\d{1,2})[:hg](?P<minute>\d{2}))?"
)
_PRINTED_CLOCK_FIRST = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})[:hg](?P<minute>\d{2})\D{1,12}(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>20\d\d)"
)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # outside these a stated time is a fault, not a time


def read_time(stated: str, *, zone: timezone = UTC) -> datetime | None:
    """The time as UTC, or None if it cannot be read. `zone` is used where none is stated."""
    stated = stated.strip()[:80]
    if not stated:
        return None
    found = _iso(stated, zone) or _rfc2822(stated) or _printed(stated, zone)
    if found is None or not _FIRST_YEAR <= found.year < _LAST_YEAR:
        return None
    return found.astimezone(UTC)


def _iso(stated: str, zone: timezone) -> datetime | None:
    match = _ISO.match(stated)
    if match is None:
        return None
    clock = (match["clock"] or "00:00").zfill(5)
    try:
        found = datetime.fromisoformat(f"{match['day']}T{clock}{match['zone'] or ''}")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _rfc2822(stated: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(stated)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _printed(stated: str, zone: timezone) -> datetime | None:
    """`Thứ ba, 12/5/2026, 07:42 (GMT+7)` and `07:42 12/05/2026`: day first."""
    match = _PRINTED_CLOCK_FIRST.search(stated) or _PRINTED.search(stated)
    if match is None:
        return None
    try:
        return datetime(
            int(match["year"]), int(match["month"]), int(match["day"]),
            int(match["hour"] or 0), int(match["minute"] or 0), tzinfo=zone,
        )  # fmt: skip
    except ValueError:
        return None
