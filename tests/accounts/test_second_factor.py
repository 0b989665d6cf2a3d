"""Nobody works at the desk without a second factor, by no door; the demo alone does without."""

import json

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from pytest_django import Settings

from haidang.accounts.models import User
from haidang.information.verify.models import Case
from tests.cast import Cast
from tests.desk import Desk

SET_UP = "/accounts/2fa/totp/activate/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def with_totp(user: User) -> Client:
    TOTP.activate(user, generate_totp_secret())
    return signed_in(user)


@pytest.mark.parametrize("path", ["/desk/", "/desk/queue/", "/desk/cases/2026-0001/", "/desk/nowhere/"])
def test_staff_without_one_are_led_to_set_it_up(cast: Cast, path: str) -> None:
    response = signed_in(cast.lan).get(path)
    assert (response.status_code, response["Location"]) == (302, SET_UP)


@pytest.mark.parametrize("path", ["/api/desk/queue", "/api/desk/cases/2026-0001", "/api/desk/nowhere"])
def test_a_program_without_one_is_refused_and_told_where_to_set_it_up(cast: Cast, path: str) -> None:
    response = signed_in(cast.lan).get(path)
    assert response.status_code == 403
    assert SET_UP in response.content.decode()


def test_nothing_is_done_without_one(cast: Cast) -> None:
    case = Desk(cast).received()
    client = signed_in(cast.lan)
    words = {"version": case.version, "selection_reason": "Đáng kiểm chứng"}
    form = client.post(f"/desk/cases/{case.number}/", {**words, "act": "queue"})
    api = client.post(f"/api/desk/cases/{case.number}/queue", json.dumps(words), "application/json")
    assert (form.status_code, api.status_code) == (302, 403)
    assert Case.objects.get().state == "triage"


def test_with_one_the_desk_and_its_api_are_open(cast: Cast) -> None:
    client = with_totp(cast.lan)
    assert client.get("/desk/").status_code == 200
    assert client.get("/api/desk/queue").status_code == 200


def test_the_second_factor_of_a_colleague_is_not_ones_own(cast: Cast) -> None:
    with_totp(cast.minh)
    assert signed_in(cast.lan).get("/desk/")["Location"] == SET_UP


def test_what_everybody_may_read_asks_for_none(cast: Cast) -> None:
    assert signed_in(cast.lan).get("/").status_code == 200
    assert signed_in(cast.lan).get("/api/notices").status_code != 403


def test_the_page_that_sets_it_up_is_not_behind_it(cast: Cast) -> None:
    response = signed_in(cast.lan).get(SET_UP)
    assert response.get("Location", "") != SET_UP
    assert response.status_code in {200, 302}


@pytest.mark.django_db
def test_a_stranger_is_asked_to_sign_in_first() -> None:
    assert Client().get("/desk/")["Location"] == "/accounts/login/?next=/desk/"
    assert Client().get("/api/desk/queue").status_code == 401


def test_the_demo_does_without(cast: Cast, settings: Settings) -> None:
    settings.HAIDANG_REQUIRE_SECOND_FACTOR = False
    assert signed_in(cast.lan).get("/desk/").status_code == 200
    assert signed_in(cast.lan).get("/api/desk/queue").status_code == 200
