"""Time in words: how long something took, how long is left, and since when it is late. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SOON = timedelta(hours=1)


def in_words(span: timedelta) -> str:
    """`1 giờ 52 phút`: the two largest units that matter, minutes at the least."""
    minutes = max(0, int(span.total_seconds()) // 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts: list[str] = []
    if days:
        parts.append(ngettext("%(n)d day", "%(n)d days", days) % {"n": days})
    if hours:
        parts.append(ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours})
    if not days and (minutes or not hours):
        parts.append(ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes})
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Due:
    """How a deadline stands: the words, and the kind of chip that repeats them."""

    kind: Literal["late", "wait", "done"]
    text: str


def due_in_words(by: datetime, now: datetime) -> Due:
    """`còn 38 phút` or `quá hạn 1 giờ`."""
    if by < now:
        return Due("late", _("%(time)s late") % {"time": in_words(now - by)})
    left = by - now
    return Due("wait" if left <= SOON else "done", _("%(time)s left") % {"time": in_words(left)})
