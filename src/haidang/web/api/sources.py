"""Sources for programs of the office: register a public place to watch."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.security import SessionAuth

from haidang.accounts import access
from haidang.information.collect.register_source import SourceInvalid, register_source
from haidang.web.api.desk import Refused
from haidang.web.desk.door import staff_of


class Registrar(SessionAuth):
    """Signed in and allowed to register sources: asked before the body is even read."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        user = super().authenticate(request, key)
        if user is not None:
            access.require(user, "source.register")
        return user


router = Router(tags=["desk"], auth=Registrar())


class SourceIn(Schema):
    name: str
    address: str
    kind: str = "feed"
    language: str = "vi"
    official: bool = False
    reads_articles: bool = True
    interval_s: int = 600
    on: bool = True


class SourceOut(Schema):
    id: int
    name: str
    address: str
    state: str


@router.post(
    "/sources", response={201: SourceOut, 403: Refused, 422: Refused}, summary="Watch a public place"
)
def add_source(request: HttpRequest, source: SourceIn) -> Any:
    try:
        row = register_source(**source.dict(), by=staff_of(request), at=timezone.now())
    except SourceInvalid as invalid:
        return Status(422, Refused(detail=str(invalid), errors={invalid.field: [str(invalid)]}))
    return Status(201, SourceOut(id=row.pk, name=row.name, address=row.address, state=row.state))
