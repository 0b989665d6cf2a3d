"""Every address of the site with every method, knocked at by every member of the cast; what each hears."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from haidang.accounts.models import User
from haidang.information.screen.models import Known, Match
from haidang.information.verify.models import Case
from haidang.web.desk.case_acts import CASE_ACTS
from tests.cast import CAST, NOON
from tests.desk import Desk

MATRIX = Path(__file__).with_name("matrix.csv")
ROLES = ("nobody", *CAST)
METHODS = ("GET", "POST", "PUT", "DELETE")


@dataclass(frozen=True)
class Door:
    """One address as a pattern (the row of the matrix) and as a real path (what is asked)."""

    pattern: str
    path: str


def patterns() -> list[str]:
    """Every route of the project as text, in the order of the address book."""

    def walk(entries: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
        for entry in entries:
            here = before + str(entry.pattern)
            if isinstance(entry, URLResolver):
                yield from walk(entry.url_patterns, here)
            else:
                yield here

    return list(dict.fromkeys(walk(get_resolver().url_patterns, "/")))


def doors(desk: Desk) -> list[Door]:
    """A real path for every pattern, on a desk with a case in triage and a published notice."""
    review = desk.published()
    waiting = desk.received("Nhà máy điện gió ngừng bán điện", address="http://127.0.0.1:8801/tin/2")
    evidence = review.evidence.get()
    appearance = waiting.claim.appearances.get()
    known = {
        "<str:number>": review.case.number,
        "publications/<int:pk>": f"publications/{appearance.revision.publication.pk}",
        "sources/<int:pk>": f"sources/{appearance.revision.publication.source.pk}",
        "matches/<int:pk>": f"matches/{a_match(waiting).pk}",
        "accounts/<int:pk>": f"accounts/{desk.cast.khach.pk}",
        "evidence/<int:pk>": f"evidence/{evidence.pk}",
        "<str:sha256>": evidence.capture.warc_sha256,
        "<int:version>": "1",
        "<int:old>": "1",
        "<int:new>": "1",
        "<str:language>": "vi",
        "<str:code>": "vi",
        "<number>": review.case.number,
    }
    found = []
    for pattern in patterns():
        if "<slug:slug>" in pattern or pattern.endswith("/<act>"):
            marker = "<slug:slug>" if "<slug:slug>" in pattern else "<act>"
            for act in CASE_ACTS:
                one = pattern.replace(marker, act.slug)
                found.append(Door(one, _filled(one, known)))
        else:
            found.append(Door(pattern, _filled(pattern, known)))
    return found


def a_match(case: Case) -> Match:
    known = Known.objects.create(
        kind="review", key="2025-0001", language="vi", claim="Cầu sập", known_at=NOON
    )
    return Match.objects.create(claim=case.claim, known=known, score=0.5, level="related", suggested_at=NOON)


def _filled(pattern: str, known: dict[str, str]) -> str:
    path = pattern
    for name, value in known.items():
        path = path.replace(name, value)
    return path.replace("^", "").replace("$", "").replace("\\Z", "")


def people(roles: Sequence[str] = ROLES) -> dict[str, Client]:
    """A browser for everybody, signed in."""
    browsers = {role: Client(raise_request_exception=False) for role in roles}
    for role, browser in browsers.items():
        if role != "nobody":
            user = User.objects.get(username=role)
            browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return browsers


def answers(
    door: Door, browsers: Mapping[str, Client], methods: Sequence[str] = METHODS
) -> Iterator[tuple[str, str, HttpResponse]]:
    """(method, role, response) for every knock at one door."""
    for method in methods:
        for role, browser in browsers.items():
            session = browser.cookies.get("sessionid")
            yield method, role, browser.generic(method, door.path, b"{}", content_type=_type_of(door))
            if session is not None:
                browser.cookies["sessionid"] = session.value  # knocking at the way out does not end the visit


def _type_of(door: Door) -> str:
    return "application/json" if door.path.startswith("/api/") else "application/x-www-form-urlencoded"


def heard(response: HttpResponse) -> str:
    """An answer in one word: what the knocker learns."""
    status = response.status_code
    if status in {301, 302}:
        return "sign-in" if "/accounts/login/" in response["Location"] else "goes on"
    words = {200: "yes", 201: "yes", 304: "yes", 400: "bad form", 401: "sign-in", 403: "no", 404: "nothing here",
             405: "no such method", 409: "too late", 422: "bad form", 429: "too often"}  # fmt: skip
    return words.get(status, str(status))


def expected() -> dict[tuple[str, str, str], str]:
    with MATRIX.open(encoding="utf-8", newline="") as file:
        return {
            (row["address"], row["method"], role): row[role] for row in csv.DictReader(file) for role in ROLES
        }
