"""Pages of cases: the queue with the chosen claim beside it, the list of cases in work, one case."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from haidang.accounts import access
from haidang.information.verify import queries
from haidang.information.verify.models import Case
from haidang.web.desk.case_acts import BY_SLUG, DeskAct
from haidang.web.desk.case_forms import CaseForm
from haidang.web.desk.case_page import WAITING_STATES, case_context, missing_words
from haidang.web.desk.door import desk_page, staff_of
from haidang.web.desk.draft_forms import values_of
from haidang.web.desk.frame import desk_render
from haidang.web.desk.search import copies_for

ROWS = 40
TABS = {
    "waiting": queries.cases_awaiting_triage,
    "answered": queries.cases_already_answered,
    "left": queries.cases_not_ours,
}


def page_of(rows: QuerySet[Any], query: QueryDict, *, size: int = ROWS) -> Page[Any]:
    """One page of a list; a page number that makes no sense is the first page."""
    return Paginator(rows, size).get_page(query.get("page"))


@desk_page("queue.read")
def queue(request: HttpRequest) -> HttpResponse:
    """The triage list; the first claim is open beside it where there is room."""
    tab = request.GET.get("tab", "waiting")
    page = page_of(TABS.get(tab, TABS["waiting"])(), request.GET)
    chosen = next(iter(page.object_list), None)
    return _show_queue(request, page=page, tab=tab, chosen=chosen, opened=False)


@desk_page("queue.read")
def queued_case(request: HttpRequest, number: str) -> HttpResponse:
    case = find_case(request, number)
    act = _act_asked(request, case)
    return show_case(request, case, act=act)


@desk_page("case.read")
def one_case(request: HttpRequest, number: str) -> HttpResponse:
    case = find_case(request, number)
    return show_case(request, case, act=_act_asked(request, case))


@desk_page("case.read")
def in_work(request: HttpRequest) -> HttpResponse:
    """All cases in work, the next due first; mine alone with ?of=me."""
    mine = request.GET.get("of") == "me"
    rows = queries.cases_in_work()
    if mine:
        rows = rows.filter(assignee=staff_of(request))
    page = page_of(rows, request.GET)
    query = "of=me&" if mine else ""
    return desk_render(request, "desk/cases.html", section="cases", page=page, mine=mine, query=query)


def find_case(request: HttpRequest, number: str) -> Case:
    among = Case.objects.select_related("claim__story", "assignee", "answered_by", "duplicate_of")
    return access.find(user=staff_of(request), act="case.read", among=among, number=number)


def _act_asked(request: HttpRequest, case: Case) -> DeskAct | None:
    """The act whose form the address asks for, when it is open to this person on this case."""
    act = BY_SLUG.get(request.GET.get("act", ""))
    return act if act and not act.at_once and act.open_to(case, staff_of(request)) else None


def show_case(
    request: HttpRequest,
    case: Case,
    *,
    act: DeskAct | None = None,
    form: CaseForm | None = None,
    status: int = 200,
    **said: Any,
) -> HttpResponse:
    """The page of a case, with the form of an act open when there is one. `said`: refusal, others (changes)."""
    context = case_context(case, staff_of(request)) | said
    if act:
        first = _first_values(act, context) | _asked_values(act, request)
        form = form or act.form(case=case, by=staff_of(request), initial=first)
        context |= {"act": act, "form": form} | _beside(request, act, context)
    if act and act.page:
        return desk_render(request, act.page, section="cases", status=status, **context)
    if case.state in WAITING_STATES:
        page = page_of(queries.cases_awaiting_triage(), request.GET)
        return _show_queue(
            request, page=page, tab="waiting", chosen=case, opened=True, status=status, context=context
        )
    section = "published" if case.published_at else "cases"
    return desk_render(request, "desk/case.html", section=section, status=status, **context)


def _first_values(act: DeskAct, context: dict[str, Any]) -> dict[str, Any]:
    if act.slug == "draft":
        return values_of(context["draft"])
    if act.slug == "change":
        return values_of(context["draft"] or context["published"])
    return {}


def _asked_values(act: DeskAct, request: HttpRequest) -> dict[str, Any]:
    """What the link to a form has chosen already."""
    return {"evidence": request.GET.get("evidence")} if act.slug == "withdraw" else {}


def _beside(request: HttpRequest, act: DeskAct, context: dict[str, Any]) -> dict[str, Any]:
    """What stands beside the form of an act."""
    if act.slug == "evidence":
        asked = request.GET.get("q", "")
        return {"copies": copies_for(context["case"], asked=asked), "asked": asked}
    if act.slug in {"draft", "sign", "sign-change", "change"} and context["draft"]:
        return {"missing": missing_words(context["draft"])}
    return {}


def _show_queue(
    request: HttpRequest,
    *,
    page: Page[Any],
    tab: str,
    chosen: Case | None,
    opened: bool,
    status: int = 200,
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    detail = context or (case_context(chosen, staff_of(request)) if chosen else {"case": None})
    return desk_render(
        request,
        "desk/queue.html",
        section="queue",
        at=timezone.now(),
        status=status,
        page=page,
        tab=tab,
        query=f"tab={tab}&" if tab != "waiting" else "",
        counts=_tab_counts(),
        opened=opened,
        **detail,
    )


def _tab_counts() -> dict[str, int]:
    return {name: rows().order_by().values("pk").count() for name, rows in TABS.items()}
