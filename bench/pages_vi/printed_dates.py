"""The ways in which Vietnamese pages print the day and hour of a text."""

from datetime import datetime

_DAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_MONTHS = ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai")
_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def weekday_slash(at: datetime) -> str:
    return f"{_DAYS[at.weekday()]}, {at.day}/{at.month}/{at.year}, {at:%H:%M} (GMT+7)"


def slash_hour(at: datetime) -> str:
    return f"{at:%d/%m/%Y %H:%M}"


def hour_bar_slash(at: datetime) -> str:
    return f"{at:%H:%M} | {at:%d/%m/%Y}"


def updated_hour_slash(at: datetime) -> str:
    return f"Cập nhật lúc {at:%H:%M}, ngày {at:%d/%m/%Y}"


def posted_dash(at: datetime) -> str:
    return f"Ngày đăng: {at:%d-%m-%Y}"


def day_slash(at: datetime) -> str:
    return f"{at:%d/%m/%Y}"


def day_short(at: datetime) -> str:
    return f"{at.day}-{at.month}-{at.year}"


def in_words(at: datetime) -> str:
    return f"Ngày {at.day:02} tháng {at.month:02} năm {at.year}"


def month_in_words(at: datetime) -> str:
    return f"{at.day} Tháng {_MONTHS[at.month - 1]}, {at.year}"


def dotted(at: datetime) -> str:
    return f"{at:%d.%m.%Y} - {at:%Hh%M}"


def english(at: datetime) -> str:
    return f"{_ENGLISH[at.month - 1]} {at.day}, {at.year}"


def iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
