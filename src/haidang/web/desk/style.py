"""The living style page: every component with its states, filled with invented values."""

from datetime import datetime, timedelta
from types import SimpleNamespace as Sample
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from haidang.information.verify.models import Verdict
from haidang.web.desk.door import desk_page
from haidang.web.desk.frame import desk_render

COLOURS = (
    ("paper", "ink"), ("card", "ink-2"), ("quiet-tint", "ink-3"), ("sea-tint", "sea"), ("beam-tint", "beam"),
    ("coral-tint", "coral"), ("mangrove-tint", "mangrove"), ("deep", "deep-ink"),
)  # fmt: skip


class SampleForm(forms.Form):
    reason = forms.CharField(label=_("Why?"), help_text=_("Readers see this sentence under the notice."))
    verdict = forms.ChoiceField(label=_("Verdict"), choices=Verdict.choices, widget=forms.RadioSelect)


@desk_page("desk.open")
def style(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    form = SampleForm({"reason": "", "verdict": "misleading"}, label_suffix="")
    return desk_render(request, "desk/style.html", section="style", at=at, form=form, **_samples(at))


def _samples(at: datetime) -> dict[str, Any]:
    first = at - timedelta(minutes=40)
    return {
        "colours": COLOURS,
        "verdicts": Verdict.values,
        "reasons": [
            {"code": "harm", "points": 3, "detail": "sập"},
            {"code": "fast", "points": 2, "detail": "9/40"},
            {"code": "place_time", "points": 2, "detail": "rạch Cây Đước, 12/5"},
        ],
        "match": _match(),
        "seen_times": [first + timedelta(minutes=m) for m in (0, 7, 8, 14, 16, 22, 25, 28, 31)],
        "cases": _cases(at),
        "start": first,
        "soon": at + timedelta(minutes=38),
        "late": at - timedelta(minutes=70),
        "far": at + timedelta(hours=5),
        "diff": _difference(),
        "acts": _acts(),
        "case": Sample(version=1),
        "long_span": timedelta(hours=1, minutes=52),
    }


def _acts() -> list[Sample]:
    rows = (
        (gettext("Take up for checking"), "n", "primary"),
        (gettext("Already answered"), "g", ""),
        (gettext("Not checkable"), "x", "quiet"),
    )
    return [Sample(name=name, key=key, look=look, address="#", post=False) for name, key, look in rows]


def _difference() -> list[Sample]:
    parts = (
        ("same", "Cầu cấm xe tải đến hết ngày "),
        ("removed", "18/5"),
        ("added", "20/5"),
        ("same", " để thay khe co giãn."),
    )
    return [Sample(kind=kind, text=text) for kind, text in parts]


def _match() -> Sample:
    known = Sample(
        kind="review",
        key="2025-0911",
        title="Cầu Cây Đước không sập",
        claim="Cầu Cây Đước sập",
        verdict="false",
        address="#",
    )
    slots = [
        {"slot": "place", "here": "rạch Cây Đước", "there": "rạch Cây Đước", "agrees": True},
        {"slot": "date", "here": "12/5/2026", "there": "20/9/2025", "agrees": False},
        {"slot": "polarity", "here": "affirmed", "there": "không", "agrees": False},
    ]
    return Sample(known=known, level="related", state="suggested", score=0.81, slots=slots, pk=0)


def _cases(at: datetime) -> list[Sample]:
    said = (
        ("Cầu qua rạch Cây Đước bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông", 38, 9),
        ("Từ tháng 6 khách đến Mũi Cà Mau phải mua vé 500.000 đồng", 300, 4),
        ("Nhà máy điện gió xã Đất Mũi ngừng bán điện từ đầu tháng", -70, 2),
    )
    return [
        Sample(
            number=f"2026-018{n}",
            claim=Sample(text=text, language="vi", priority=7),
            acknowledge_by=at + timedelta(minutes=left),
            places=places,
            state="triage",
        )
        for n, (text, left, places) in enumerate(said, start=7)
    ]
