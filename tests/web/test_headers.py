"""Headers that every answer carries, whoever made it; a header set by a view stays."""

from django.http import HttpResponse
from django.test import RequestFactory

from haidang.web.headers import ALWAYS, SecurityHeaders


def answered(path: str, **own: str) -> HttpResponse:
    middleware = SecurityHeaders(lambda _request: HttpResponse("x", headers=own))
    response = middleware(RequestFactory().get(path))
    assert isinstance(response, HttpResponse)
    return response


def test_every_header_is_there_and_none_of_a_view_is_replaced() -> None:
    response = answered("/static/x.css", **{"Referrer-Policy": "no-referrer"})
    assert {name for name in ALWAYS if name not in response.headers} == set()
    assert response["Referrer-Policy"] == "no-referrer"


def test_only_pages_of_the_desk_and_of_signing_in_are_never_stored() -> None:
    assert answered("/desk/")["Cache-Control"] == "no-store"
    assert answered("/accounts/login/")["Cache-Control"] == "no-store"
    assert "Cache-Control" not in answered("/").headers
