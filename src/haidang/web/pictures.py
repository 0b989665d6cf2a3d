"""Small pictures drawn on the server as SVG: the dot-line of appearances, the clock line, the rating scale. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

WIDTH, LEFT, RIGHT, AXIS = 320, 8, 312, 40
SOON_S = 3600
ROOM_FOR_TWO = 90  # pixels between two times under the line, so that they do not touch
MANY = 60  # more dots than this cannot be told apart at this width; the count in words stays exact


@dataclass(frozen=True, slots=True)
class Dot:
    at: datetime
    word: str = ""
    kind: str = ""  # "", "loud" or "faint"


def _clock(at: datetime, *, same_day: bool) -> str:
    return localtime(at).strftime("%H:%M" if same_day else "%d/%m %H:%M")


def _label(x: float, word: str, y: int) -> SafeString:
    anchor = "start" if x < WIDTH / 3 else "end" if x > 2 * WIDTH / 3 else "middle"
    return format_html('<text x="{}" y="{}" text-anchor="{}">{}</text>', f"{x:.1f}", y, anchor, word)


def dot_line(dots: Sequence[Dot], *, now: datetime | None, title: str) -> SafeString:
    """Every appearance a dot on one line, first and last with their times, `now` as a beam."""
    if not dots:
        return SafeString("")
    first, last = dots[0].at, dots[-1].at
    end = max(last, now) if now else last
    span = max((end - first).total_seconds(), 1.0)
    same_day = localtime(first).date() == localtime(end).date()

    def x_of(at: datetime) -> float:
        return LEFT + (RIGHT - LEFT) * ((at - first).total_seconds() / span)

    shown = dots if len(dots) <= MANY else [*dots[: MANY - 1], dots[-1]]
    marks = format_html_join(
        "",
        '<circle class="dot {}" cx="{}" cy="{}" r="{}"/>',
        (
            (dot.kind, f"{x_of(dot.at):.1f}", AXIS, 5 if index in (0, len(shown) - 1) else 4)
            for index, dot in enumerate(shown)
        ),
    )
    words = [_label(LEFT, _clock(first, same_day=same_day), AXIS + 20)]
    if x_of(last) - LEFT > ROOM_FOR_TWO:
        words.append(_label(x_of(last), _clock(last, same_day=same_day), AXIS + 20))
    words += [_label(x_of(dot.at), dot.word, AXIS - 16) for dot in (dots[0], dots[-1]) if dot.word]
    beam = _beam(x_of(now)) if now else SafeString("")
    return format_html(
        '<svg class="dots" viewBox="0 0 {w} 66" role="img" aria-label="{title}">'
        '<line class="axis" x1="0" y1="{y}" x2="{w}" y2="{y}"/>{marks}{words}{beam}</svg>',
        w=WIDTH, y=AXIS, title=title, marks=marks, words=format_html_join("", "{}", ((w,) for w in words)), beam=beam,
    )  # fmt: skip


def _beam(x: float) -> SafeString:
    return format_html(
        '<line class="now" x1="{x}" y1="16" x2="{x}" y2="48"/>'
        '<text class="now-word" x="{x}" y="10" text-anchor="{a}">{w}</text>',
        x=f"{x:.1f}", a="end" if x > WIDTH / 2 else "start", w=_("now"),
    )  # fmt: skip


def clock_line(start: datetime, by: datetime, now: datetime) -> SafeString:
    """How much of the time is used, as a line across the top of a case. The words stand beside it."""
    whole = max((by - start).total_seconds(), 1.0)
    used = min(max((now - start).total_seconds() / whole, 0.0), 1.0)
    kind = "late" if now > by else "wait" if (by - now).total_seconds() <= SOON_S else ""
    return format_html(
        '<svg class="clock-line {}" viewBox="0 0 1000 3" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="all" width="1000" height="3"/><rect class="used" width="{}" height="3"/></svg>',
        kind,
        round(used * 1000),
    )


def rating_scale(number: int | None, *, title: str) -> SafeString:
    """Five stops from false to true, ours filled; nothing for an answer outside the scale."""
    if number is None:
        return SafeString("")
    stops = format_html_join(
        "",
        '<circle class="stop {}" cx="{}" cy="10" r="{}"/>',
        (
            ("here" if stop == number else "", 8 + 30 * (stop - 1), 6 if stop == number else 4)
            for stop in range(1, 6)
        ),
    )
    return format_html(
        '<svg class="rating-scale" viewBox="0 0 136 20" role="img" aria-label="{}">'
        '<line class="rail" x1="8" y1="10" x2="128" y2="10"/>{}</svg>',
        title,
        stops,
    )


SIGNS = {
    "low": "M3.5 3.5l9 9m0-9l-9 9",
    "middle": "M8 2.5v7m0 3v1",
    "high": "M2.5 8.5l4 4 7-9",
    "open": "M5 5.5a3 3 0 1 1 4.2 2.8q-1.2.6-1.2 1.7m0 2.8v.2",
}


def sign(kind: str) -> SafeString:
    """The sign of a rating: a cross, an exclamation mark, a tick, a question mark."""
    return format_html(
        '<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" '
        'stroke-linejoin="round" aria-hidden="true"><path d="{}"/></svg>',
        SIGNS[kind],
    )
