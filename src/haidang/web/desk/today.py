"""Today: what waits for this member of staff, what is late, what changed. One screen, a fixed number of queries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.information.verify import queries
from haidang.information.verify.models import Case, CaseChange, CaseState, Hand
from haidang.web.desk.door import desk_page, staff_of
from haidang.web.desk.frame import desk_render

SHOWN = 6
CHANGED_SHOWN = 8
CHANGES_READ = 100


@dataclass(frozen=True, slots=True)
class Tile:
    """A short list with its full count and where all of it is."""

    title: str
    hint: str
    address: str
    cases: list[Case]
    count: int
    late: bool = False


@desk_page("desk.open")
def today(request: HttpRequest) -> HttpResponse:
    user, at = staff_of(request), timezone.now()
    reads = access.may(user, "case.read")
    tiles = _tiles(user, at) if reads else []
    changes = _changed(at) if reads else []
    return desk_render(
        request, "desk/today.html", section="today", at=at, tiles=tiles, changes=changes, reads=reads
    )


def _tiles(user: User, at: datetime) -> list[Tile]:
    """Late things first, then each thing that this person's roles make theirs; an empty one is left out."""
    offered: list[tuple[bool, Callable[[], QuerySet[Case]], str, str, str]] = [
        (True, lambda: queries.cases_late(at=at), _("Late"), _("Past the time set for it."), "cases"),
        (access.may(user, "case.triage"), queries.cases_awaiting_triage, _("To look at"),
         _("New claims; say what happens with each."), "queue"),
        (access.may(user, "case.investigate"), lambda: queries.cases_in_work().filter(assignee=user), _("My cases"),
         _("What you are checking or writing."), "cases"),
        (access.may(user, "case.investigate"), lambda: _in_state(CaseState.QUEUED), _("Free to take"),
         _("Taken up, and nobody is checking yet."), "cases"),
        (access.may(user, "review.read_second"), lambda: _to_read(user), _("To read as second reader"),
         _("Give your verdict before you see the first."), "cases"),
        (access.may(user, "review.sign"), lambda: _in_state(CaseState.APPROVAL), _("To sign"),
         _("Written by others, read by a second reader."), "cases"),
        (access.may(user, "review.sign"), queries.cases_with_changes_to_sign, _("Changes to sign"),
         _("Corrections and retractions of published notices."), "published"),
    ]  # fmt: skip
    tiles = [_tile(rows(), title, hint, name) for mine, rows, title, hint, name in offered if mine]
    return [tile for tile in tiles if tile.count]


def _tile(rows: QuerySet[Case], title: str, hint: str, name: str) -> Tile:
    count = rows.order_by().values("pk").count()
    return Tile(
        title, hint, reverse(f"desk:{name}"), list(rows[:SHOWN]) if count else [], count, title == _("Late")
    )


def _in_state(state: str) -> QuerySet[Case]:
    return queries.cases_in_work().filter(state=state)


def _to_read(user: User) -> QuerySet[Case]:
    wrote = {
        "reviews__hands__user": user,
        "reviews__hands__hand": Hand.WROTE,
        "reviews__state__in": queries.IN_WORK,
    }
    written = Case.objects.filter(**wrote).values("pk")
    return _in_state(CaseState.CROSS_CHECK).exclude(pk__in=written)


def _changed(at: datetime) -> list[CaseChange]:
    """The newest thing that people did on each case in the last day; the worker's own steps are left out."""
    rows = CaseChange.objects.filter(at__gte=at - timedelta(days=1), by__isnull=False)
    newest: dict[int, CaseChange] = {}
    for change in rows.select_related("case__claim", "by").order_by("-at", "-pk")[:CHANGES_READ]:
        newest.setdefault(change.case_id, change)
    return list(newest.values())[:CHANGED_SHOWN]
