"""Pages that explain the office: how we work, how to report and object, how to check our evidence without us."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from haidang.base.keys import office_key
from haidang.base.legal import ParameterValue, UnknownParameter, parameter
from haidang.base.models import Checkpoint
from haidang.information.verify.verdicts import SCALE
from haidang.web.public.notices import always_checked


@require_safe
@always_checked
def about(request: HttpRequest) -> HttpResponse:
    """Who we are, the steps of every notice, the scale, how to report, how to object, how we correct."""
    context = {"section": "about", "scale": SCALE, "appeal": appeal_days()}
    return render(request, "public/about.html", context)


@require_safe
@always_checked
def verify(request: HttpRequest) -> HttpResponse:
    """How to prove a notice from its bundle alone; the fingerprint of our key stands here."""
    key = office_key()
    context = {
        "section": "verify",
        "key_id": key.key_id,
        "public_key": key.public_bytes.hex(),
        "checkpoint": Checkpoint.objects.order_by("-size").first(),
    }
    return render(request, "public/verify.html", context)


@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed tree head, for anybody who wants to hold us to it later."""
    newest = Checkpoint.objects.order_by("-size").first()
    if newest is None:
        raise Http404
    return HttpResponse(newest.note, content_type="text/plain; charset=utf-8")


def appeal_days() -> ParameterValue | None:
    """How soon an objection is decided, with its basis; nothing where no value holds today."""
    try:
        return parameter("appeal.decide_working_days", on=timezone.localdate())
    except UnknownParameter:
        return None
