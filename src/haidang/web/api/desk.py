"""Acts on cases for programs of the office: the same table of acts, forms and refusals as the desk's pages."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from ninja import Body, Router, Schema, Status
from ninja.errors import HttpError
from ninja.security import django_auth

from haidang.accounts import access
from haidang.information.verify.models import Case
from haidang.information.verify.queries import cases_awaiting_triage
from haidang.web.desk.case_acts import BY_SLUG, Asked
from haidang.web.desk.case_post import refusal_of
from haidang.web.desk.door import staff_of

router = Router(tags=["desk"], auth=django_auth)
MOST = 100


Fields = dict[str, bool | int | str | list[int]]


class CaseOut(Schema):
    number: str
    state: str
    version: int
    claim: str
    priority: int
    answer_by: str | None


class Refused(Schema):
    detail: str
    lacks: list[str] = []
    errors: dict[str, list[str]] = {}


def _out(case: Case) -> CaseOut:
    return CaseOut(
        number=case.number,
        state=case.state,
        version=case.version,
        claim=case.claim.text,
        priority=case.claim.priority,
        answer_by=case.answer_by.isoformat() if case.answer_by else None,
    )


@router.get("/queue", response={200: list[CaseOut], 403: Refused}, summary="Claims that wait for triage")
def queue(request: HttpRequest, limit: int = 20) -> Any:
    try:
        access.require(request.user, "queue.read")
    except access.NotAllowed as refused:
        return Status(403, Refused(detail=str(refused)))
    return Status(200, [_out(case) for case in cases_awaiting_triage()[: max(1, min(limit, MOST))]])


@router.get("/cases/{number}", response={200: CaseOut, 403: Refused}, summary="One case")
def case(request: HttpRequest, number: str) -> Any:
    try:
        return Status(200, _out(_find(request, number)))
    except access.NotAllowed as refused:
        return Status(403, Refused(detail=str(refused)))


@router.post(
    "/cases/{number}/{act}",
    response={200: CaseOut, 403: Refused, 409: Refused, 422: Refused},
    summary="Do one act on a case; the fields are those of the desk's form",
)
def do_act(request: HttpRequest, number: str, act: str, fields: Body[Fields]) -> Any:
    try:
        row = _find(request, number)
        wanted = BY_SLUG.get(act)
        if wanted is None:
            raise HttpError(404, "There is no such act.")
        access.require(request.user, wanted.needs)
        form = wanted.form(_as_typed(fields), case=row, by=staff_of(request))
        if not form.is_valid():
            errors = {name: [str(error) for error in found] for name, found in form.errors.items()}
            return Status(422, Refused(detail="Some fields cannot be used; see errors.", errors=errors))
        asked = Asked(row, staff_of(request), timezone.now(), form.cleaned_data.get("version"), form)
        refusal = refusal_of(asked, wanted)
    except access.NotAllowed as refused:
        return Status(403, Refused(detail=str(refused)))
    if refusal:
        return Status(refusal["status"], Refused(detail=refusal["refusal"], lacks=refusal.get("lacks", [])))
    return Status(200, _out(_find(request, number)))


def _find(request: HttpRequest, number: str) -> Case:
    among = Case.objects.select_related("claim")
    try:
        return access.find(user=request.user, act="case.read", among=among, number=number)
    except access.NotFound:
        raise HttpError(404, "There is no case with this number.") from None


def _as_typed(fields: Fields) -> QueryDict:
    """JSON values as a form sends them: true is "on", false is nothing, a list is several values."""
    typed = QueryDict(mutable=True)
    for name, value in fields.items():
        if isinstance(value, bool):
            if value:
                typed[name] = "on"
        elif isinstance(value, list):
            typed.setlist(name, [str(item) for item in value])
        else:
            typed[name] = str(value)
    return typed
