"""Do an act on a case: read the form, call the act, and answer a refusal with the page, keeping what was typed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.base.vault import Damaged, Missing
from haidang.information.verify.add_evidence import EvidenceIncomplete
from haidang.information.verify.change_case import CaseChanged
from haidang.information.verify.draft_review import NothingToChange, OwnWork, UnknownVerdict
from haidang.information.verify.handle_case import CannotCheck
from haidang.information.verify.models import Case, Review
from haidang.information.verify.second_reading import ReviewIncomplete
from haidang.information.verify.sign_review import MarkupInvalid, NotRead
from haidang.information.verify.states import WrongState
from haidang.information.verify.triage import NotPublished, ReasonMissing
from haidang.web.desk.case_acts import BY_SLUG, Asked, DeskAct
from haidang.web.desk.case_forms import CaseForm
from haidang.web.desk.case_page import WAITING_STATES, case_address
from haidang.web.desk.cases import find_case, show_case
from haidang.web.desk.door import desk_page, staff_of
from haidang.web.desk.signing import CodeRefused
from haidang.web.words import word

REFUSED_INPUT = (
    ReasonMissing,
    NotPublished,
    CannotCheck,
    EvidenceIncomplete,
    UnknownVerdict,
    NothingToChange,
    MarkupInvalid,
    CodeRefused,
)
REFUSED_PERSON = (OwnWork, NotRead)


@desk_page("case.read", methods=("POST",))
def case_act(request: HttpRequest, number: str, slug: str) -> HttpResponse:
    """One POST, one act. The act itself asks for permission again."""
    case = find_case(request, number)
    act = BY_SLUG.get(slug)
    if act is None:
        raise access.NotFound
    access.require(staff_of(request), act.needs)
    form = act.form(request.POST, case=case, by=staff_of(request))
    if not form.is_valid():
        return show_case(request, case, act=act, form=form, status=422)
    asked = Asked(case, staff_of(request), timezone.now(), form.cleaned_data.get("version"), form)
    refused = refusal_of(asked, act)
    if refused:
        again = Case.objects.select_related("claim__story", "assignee").get(pk=case.pk)
        return show_case(request, again, act=_form_act(act), form=_retyped(request, act, again), **refused)
    messages.success(request, str(act.done), extra_tags="done")
    return redirect(_where_next(request, case, act))


def refusal_of(asked: Asked, act: DeskAct) -> dict[str, Any]:
    """Run the act; nothing when it went through, else what the page says."""
    try:
        act.run(asked)
    except CaseChanged as changed:
        return {"status": 409, "refusal": str(changed), "others": changed.changes}
    except WrongState:
        sentence = _(
            "This case has moved on, so the act is not open any more. Its time line shows what happened."
        )
        return {"status": 409, "refusal": sentence}
    except (Review.DoesNotExist, Damaged, Missing) as lost:
        return {"status": 409, "refusal": _of_lost(lost)}
    except ReviewIncomplete as incomplete:
        lacks = list(dict.fromkeys(word("missing", item.code) for item in incomplete.missing))
        return {"status": 422, "refusal": str(incomplete), "lacks": lacks}
    except REFUSED_PERSON as refused:
        return {"status": 403, "refusal": str(refused)}
    except REFUSED_INPUT as refused:
        return {"status": 422, "refusal": str(refused)}
    return {}


def _of_lost(lost: Exception) -> str:
    if isinstance(lost, Review.DoesNotExist):
        return _("There is no draft in work on this case; write one first.")
    return _("A stored copy is missing or damaged. Tell the administrator to run “haidang doctor”.")


def _form_act(act: DeskAct) -> DeskAct | None:
    return None if act.at_once else act


def _retyped(request: HttpRequest, act: DeskAct, case: Case) -> CaseForm | None:
    """The same words on the newest version of the case, so that doing it again is one press."""
    if act.at_once:
        return None
    typed = request.POST.copy()
    typed["version"] = str(case.version)
    typed.pop("code", None)  # a code works once
    return act.form(typed, case=case, by=staff_of(request))


def _where_next(request: HttpRequest, case: Case, act: DeskAct) -> str:
    """After a decision in the queue the next claim; elsewhere the case."""
    fresh = Case.objects.get(pk=case.pk)
    if case.state in WAITING_STATES and fresh.state not in WAITING_STATES:
        return "desk:queue"
    if act.slug == "draft" and "and_stay" in request.POST:
        return f"{case_address(fresh)}?act=draft"
    return case_address(fresh)
