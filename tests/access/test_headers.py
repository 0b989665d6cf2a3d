"""Every response carries the safety headers: pages, files, feeds, refusals and errors alike."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.access.doors import answers, doors, people
from tests.desk import Desk


def faults(response: HttpResponse) -> list[str]:
    """Which of the promised headers a response lacks."""
    policy = response.get("Content-Security-Policy", "")
    rules = {
        "CSP default": "default-src 'none'" in policy,
        "CSP unsafe": "unsafe-" not in policy,
        "CSP frames": "frame-ancestors 'none'" in policy,
        "CSP base": "base-uri 'none'" in policy,
        "nosniff": response.get("X-Content-Type-Options") == "nosniff",
        "frames": response.get("X-Frame-Options") == "DENY",
        "referrer": response.get("Referrer-Policy") == "same-origin",
        "permissions": "geolocation=()" in response.get("Permissions-Policy", ""),
        "opener": response.get("Cross-Origin-Opener-Policy") == "same-origin",
    }
    return [name for name, holds in rules.items() if not holds]


def test_every_address_and_method_answers_with_the_safety_headers(cast: object, settings: object) -> None:
    settings.HAIDANG_REQUIRE_SECOND_FACTOR = False  # type: ignore[attr-defined]
    bare = [
        f"{method} {door.pattern} as {role} ({response.status_code}): {faults(response)}"
        for door in doors(Desk(cast))  # type: ignore[arg-type]  # the cast fixture
        for method, role, response in answers(door, people(("nobody", "mai")), ("GET", "POST", "PUT"))
        if faults(response)
    ]
    assert bare == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/en/nowhere/",
        "/static/nowhere.css",
        "/static/haidang/base.css",
        "/desk/../etc/passwd",
        "/%00",
    ],
)
def test_errors_and_files_carry_them_too(path: str) -> None:
    response = Client(raise_request_exception=False).get(path)
    response.close()
    assert faults(response) == []


@pytest.mark.django_db
def test_a_broken_page_carries_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("haidang.information.verify.queries.published_reviews", broken)
    monkeypatch.setattr("haidang.web.public.notices.published_reviews", broken, raising=False)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert faults(response) == []
