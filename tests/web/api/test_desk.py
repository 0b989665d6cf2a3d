"""The API is the same door: the same acts, the same refusals."""

import json
from typing import Any

from django.test import Client

from haidang.accounts.models import Role, RoleGrant
from haidang.information.verify.models import Case
from tests.desk import RUMOUR, Desk
from tests.web.conftest import SignedIn


def call(client: Client, case: Case, act: str, **fields: Any) -> Any:
    body = json.dumps({"version": case.version} | fields)
    return client.post(f"/api/desk/cases/{case.number}/{act}", body, content_type="application/json")


def test_a_claim_is_read_and_taken_up(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    lan = signed_in(desk.cast.lan)
    assert lan.get("/api/desk/queue").json()[0]["claim"] == RUMOUR
    assert lan.get(f"/api/desk/cases/{case.number}").json()["state"] == "triage"
    assert call(lan, case, "queue", selection_reason="Đáng kiểm chứng").json()["state"] == "queued"


def test_nobody_without_a_session_gets_in(desk: Desk) -> None:
    case = desk.received()
    assert Client().get("/api/desk/queue").status_code == 401
    assert call(Client(), case, "queue").status_code == 401


def test_the_author_cannot_sign_through_the_api(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.in_approval()
    RoleGrant.objects.create(user=desk.cast.minh, role=Role.APPROVER)
    response = call(signed_in(desk.cast.minh), case, "sign")
    assert response.status_code == 403
    assert "Bạn đã viết bản này" in response.json()["detail"]


def test_roles_hold_here_too(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    assert call(signed_in(desk.cast.thu), case, "queue", selection_reason="x").status_code == 403
    assert signed_in(desk.cast.son).get("/api/desk/queue").status_code == 403
    assert signed_in(desk.cast.son).get(f"/api/desk/cases/{case.number}").status_code == 403


def test_bad_fields_an_old_version_and_unknown_things_are_named(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    lan = signed_in(desk.cast.lan)
    assert "reason" in call(lan, case, "leave").json()["errors"]
    assert call(lan, case, "queue", selection_reason="x", version=0).status_code == 409
    assert call(lan, case, "delete").status_code == 404
    assert lan.get("/api/desk/cases/2026-9999").status_code == 404


def test_lists_and_ticks_are_understood(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.investigating()
    evidence = desk.evidence(case)
    case.refresh_from_db()
    fields = {
        "verdict": "false",
        "evidence": [evidence.pk],
        "en_pending": True,
        "vi_headline": "Cầu không sập",
    }
    assert call(signed_in(desk.cast.minh), case, "draft", **fields).json()["state"] == "drafted"
    review = case.reviews.get()
    assert list(review.evidence.all()) == [evidence]
    assert review.texts.get(language="en").pending


def test_a_session_alone_is_not_enough_from_another_site(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    signed_in(desk.cast.lan)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk.cast.lan, backend="django.contrib.auth.backends.ModelBackend")
    assert call(strict, case, "queue", selection_reason="x").status_code == 403
    assert Case.objects.get(pk=case.pk).state == "triage"
