"""Tags and filters that turn values into the words and pictures of the look. No queries, no decisions."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from haidang.information.screen.models import Appearance
from haidang.information.screen.queries import quote_context
from haidang.web import pictures
from haidang.web.durations import Due, due_in_words, in_words
from haidang.web.ratings import look_of
from haidang.web.words import failure, reason_detail, word

register = template.Library()


@register.filter
def words(code: str, table: str) -> str:
    return word(table, code)


@register.simple_tag
def caused_by(reason: dict[str, Any]) -> str:
    return reason_detail(str(reason.get("code", "")), str(reason.get("detail", "")))


@register.simple_tag
def failed(code: str | None, sentence: str) -> SafeString:
    """Why a look failed, in words; the sentence that was stored at the time behind a click."""
    said = failure(code or "", sentence)
    if said == sentence:
        return format_html("{}", said)
    return format_html(
        '{}<details class="stored"><summary>{}</summary>{}</details>', said, _("as recorded"), sentence
    )


@register.filter
def duration(span: timedelta | None) -> str:
    return in_words(span) if span is not None else ""


@register.simple_tag
def due(by: datetime | None, now: datetime) -> Due | None:
    return due_in_words(by, now) if by else None


@register.filter
def day(value: datetime | date | None) -> str:
    """12/5/2026: the day as it is written here; ISO order would be read wrongly."""
    if value is None:
        return ""
    local = localtime(value) if isinstance(value, datetime) else value
    return f"{local.day}/{local.month}/{local.year}"


@register.filter
def moment(value: datetime | None) -> str:
    """07:42 ngày 12/5/2026."""
    if value is None:
        return ""
    local = localtime(value)
    return _("%(clock)s on %(day)s") % {"clock": f"{local:%H:%M}", "day": day(value)}


@register.simple_tag
def when(value: datetime | None, now: datetime) -> SafeString:
    """A time element: only the clock for today, the day as well otherwise."""
    if value is None:
        return SafeString("")
    local, today = localtime(value), localtime(now).date()
    text = f"{local:%H:%M}" if local.date() == today else f"{local:%H:%M} {local.day}/{local.month}"
    if local.year != today.year:
        text += f"/{local.year}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), text)


@register.simple_tag
def rating(verdict: str, size: str = "") -> SafeString:
    """The rating in its three ways at once: sign, word, colour."""
    look = look_of(verdict)
    return format_html(
        '<span class="rating {} {}">{}{}</span>', look.kind, size, pictures.sign(look.kind), str(look.name)
    )


@register.simple_tag
def rating_scale(verdict: str) -> SafeString:
    look = look_of(verdict)
    title = _("%(n)s of 5 on the scale from false to true") % {"n": look.number}
    return pictures.rating_scale(look.number, title=title)


@register.simple_tag
def clock_line(start: datetime, by: datetime | None, now: datetime) -> SafeString:
    return pictures.clock_line(start, by, now) if by else SafeString("")


@register.simple_tag
def dot_line(times: Iterable[datetime], now: datetime | None = None) -> SafeString:
    """Appearances over time; the first and, when there are several, the last are named."""
    ordered = sorted(times)
    dots = [pictures.Dot(at) for at in ordered]
    if dots:
        dots[0] = pictures.Dot(ordered[0], _("first seen"))
    title = _("%(n)s appearances on a time line") % {"n": len(ordered)}
    return pictures.dot_line(dots, now=now, title=title)


@register.simple_tag
def quoted(appearance: Appearance) -> SafeString:
    """The quote highlighted in the sentence or two around it, cut at whole words."""
    before, quote, after = quote_context(appearance)
    if before and appearance.offset > len(before):
        before = "… " + before.partition(" ")[2]
    if after and appearance.offset + len(quote) + len(after) < len(appearance.revision.text):
        after = after.rpartition(" ")[0] + " …"
    return format_html("{}<mark>{}</mark>{}", before, quote, after)


@register.filter
def percent(score: float) -> str:
    return f"{round(score * 100)} %"


@register.filter
def same(one: object, other: object) -> bool:
    """For `{% include … with chosen=row.pk|same:case.pk %}`: a comparison may not stand there."""
    return one == other
