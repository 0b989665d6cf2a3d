"""The frame around every desk page: where one can go, and how much waits there. Two queries, whatever grows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.information.collect.models import SourceState
from haidang.information.collect.queries import sources_by_health
from haidang.information.verify.queries import cases_awaiting_triage, cases_in_work
from haidang.web.desk.door import staff_of


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    name: str
    address: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    items: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    groups: tuple[Group, ...]


def frame_of(request: HttpRequest) -> Frame:
    """The places this member of staff may go to; a place without permission is not shown."""
    user = staff_of(request)
    reads = access.may(user, "case.read")
    work: list[Place] = [Place("today", _("Today"), reverse("desk:today"))]
    if reads:
        work += [
            Place("queue", _("Queue"), reverse("desk:queue"), _count(cases_awaiting_triage())),
            Place("cases", _("Cases"), reverse("desk:cases"), _count(cases_in_work())),
            Place("published", _("Published"), reverse("desk:published")),
        ]
    watch: list[Place] = []
    if reads:
        watch.append(Place("publications", _("Collected"), reverse("desk:publications")))
    if access.may(user, "source.read"):
        failing = sources_by_health().filter(state=SourceState.FAILING).count()
        watch.append(Place("sources", _("Sources"), reverse("desk:sources"), failing))
    keep: list[Place] = []
    if access.may(user, "account.manage"):
        keep.append(Place("accounts", _("Accounts"), reverse("desk:accounts")))
    groups = (Group("", tuple(work)), Group(_("Watching"), tuple(watch)), Group(_("Office"), tuple(keep)))
    return Frame(tuple(group for group in groups if group.items))


def _count(rows: Any) -> int:
    """Count without the joins that a list row needs."""
    return int(rows.order_by().values("pk").count())


def desk_render(
    request: HttpRequest,
    template: str,
    *,
    section: str,
    at: datetime | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Render a desk page inside its frame; `now` is the one moment that every clock on the page uses."""
    inside = {"frame": frame_of(request), "section": section, "now": at or timezone.now(), **context}
    return render(request, template, inside, status=status)
