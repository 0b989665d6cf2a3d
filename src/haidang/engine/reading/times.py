"""Read the times that pages and feeds state: ISO 8601, RFC 2822, numbers, and the printed forms of several languages."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache

VIETNAM = timezone(timedelta(hours=7))
_ISO = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"
    r"(?:[T ,]{1,2}(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_SOLID = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?\Z")
_SECONDS = re.compile(r"(?P<seconds>1\d{9})(?:\d{3})?\Z")
_PRINTED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?!\d)"
    r"(?:\D{1,12}(?P<hour>\d{1,2})[:hg](?P<minute>\d{2}))?"
)
_PRINTED_CLOCK_FIRST = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})[:hg](?P<minute>\d{2})\D{1,16}"
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?!\d)"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan januar janvier enero gennaio janeiro", "february feb februar février fevrier febrero febbraio fevereiro",
         "march mar märz maerz mars marzo março", "april apr avril abril aprile", "may mai mayo maggio maio",
         "june jun juni juin junio giugno junho", "july jul juli juillet julio luglio julho",
         "august aug août aout agosto", "september sept sep septembre septiembre settembre setembro",
         "october oct oktober okt octobre octubre ottobre outubro", "november nov novembre noviembre novembro",
         "december dec dezember dez décembre decembre diciembre dicembre dezembro"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NAMED = (
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\.?,?\s(?:de |of )?(?P<name>{_NAMES})\.?,?\s(?:de |del )?(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"\b(?P<name>{_NAMES})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? năm (?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2}) (?:tháng|thg) (?P<month>\d{1,2}),? (?P<year>(?:19|20)\d\d)(?!\d)"),
)  # fmt: skip
# Nearly every feed: Tue, 12 May 2026 07:42:00 +0700. The library's parser takes six times as long.
_MAIL = re.compile(
    r"(?:[A-Za-z]{3}, )?(?P<day>\d{1,2}) (?P<name>[A-Za-z]{3}) (?P<year>\d{4}) (?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))? "
    r"(?P<offset>[+-](?:0\d|1[0-4])[0-5]\d|GMT|UTC?|Z)\Z"
)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # outside these a stated time is a fault, not a time
_LONGEST = 80
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time as UTC, and the day that was written down (in its own time zone, which may be the day before or after)."""

    at: datetime
    on: date


def read_time(stated: str, *, zone: timezone = UTC) -> datetime | None:
    """The time as UTC, or None if it cannot be read. `zone` is used where none is stated."""
    found = read_stated(stated, zone=zone)
    return found.at if found else None


def read_stated(stated: str, *, zone: timezone = UTC) -> StatedTime | None:
    """The time and the day of a text that is a time, or begins as one."""
    stated = " ".join(stated[: 2 * _LONGEST].split())[:_LONGEST]
    if not stated:
        return None
    if stated[0].isalpha():
        found = _rfc2822(stated) or _printed(stated, zone)
    else:
        found = _iso(stated, zone) or _counted(stated, zone) or _rfc2822(stated) or _printed(stated, zone)
    if found is None or not _FIRST_YEAR <= found.year < _LAST_YEAR:
        return None
    return StatedTime(found.astimezone(UTC), found.date())


def _iso(stated: str, zone: timezone) -> datetime | None:
    match = _ISO.match(stated)
    if match is None:
        return None
    clock = (match["clock"] or "00:00").zfill(5)
    day = f"{match['year']}-{match['month'].zfill(2)}-{match['day'].zfill(2)}"
    try:
        found = datetime.fromisoformat(f"{day}T{clock}{match['zone'] or ''}")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _counted(stated: str, zone: timezone) -> datetime | None:
    """20260512 and seconds since 1970."""
    if seconds := _SECONDS.match(stated):
        return datetime.fromtimestamp(int(seconds["seconds"]), UTC)
    solid = _SOLID.match(stated)
    return _at(solid, zone) if solid else None


def _rfc2822(stated: str) -> datetime | None:
    usual = _MAIL.match(stated)
    if usual and usual["name"].lower() in _MONTHS:
        return _at(usual, _zone(usual["offset"]))
    try:
        found = parsedate_to_datetime(stated)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


@lru_cache(maxsize=64)
def _zone(offset: str) -> timezone:
    """`+0700` or a name of Greenwich time."""
    if offset[0] not in "+-":
        return UTC
    away = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:]))
    return timezone(-away if offset[0] == "-" else away)


def _printed(stated: str, zone: timezone) -> datetime | None:
    """`Thứ ba, 12/5/2026, 07:42 (GMT+7)` and `07:42 12/05/2026`: day first; `May 12, 2026`, `12. Mai 2026`."""
    match = _PRINTED_CLOCK_FIRST.search(stated) or _PRINTED.search(stated)
    if match is None:
        lower = stated.lower()
        match = next((found for pattern in _NAMED if (found := pattern.search(lower))), None)
    return _at(match, zone) if match else None


def _at(match: re.Match[str], zone: timezone) -> datetime | None:
    groups = match.groupdict()
    day = int(groups["day"])
    month = _MONTHS[groups["name"].lower()] if groups.get("name") else int(groups["month"])
    if month > _MONTHS_A_YEAR >= day:
        day, month = month, day  # American order
    try:
        return datetime(
            int(groups["year"]), month, day, int(groups.get("hour") or 0), int(groups.get("minute") or 0),
            int(groups.get("second") or 0), tzinfo=zone,
        )  # fmt: skip
    except ValueError:
        return None
