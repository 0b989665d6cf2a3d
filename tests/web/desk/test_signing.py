"""Signing asks for the second factor again: an open desk is not a signature."""

import json
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from haidang.accounts.models import User
from haidang.information.verify.models import Case
from haidang.web.desk.signing import asks_for_code
from tests.desk import Desk
from tests.web.conftest import SignedIn

WRONG = "Mã sai hoặc đã dùng rồi"


@pytest.fixture
def secret(desk: Desk, signed_in: SignedIn, settings: Settings) -> str:
    """Everybody has a second factor and the office asks for it; Hoa's secret."""
    settings.HAIDANG_REQUIRE_SECOND_FACTOR = True
    cache.clear()
    hers = generate_totp_secret()
    TOTP.activate(desk.cast.hoa, hers)
    return hers


def code_now(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[-1])))


def wrong_code(secret: str) -> str:
    right = {format_hotp_value(hotp_value(secret, counter)) for counter in yield_hotp_counters_from_time()}
    return next(code for code in ("000000", "111111", "222222", "333333") if code not in right)


def sign(client: Client, case: Case, code: str) -> Any:
    return client.post(f"/desk/cases/{case.number}/sign/", {"version": case.version, "code": code})


def state_of(case: Case) -> str:
    return Case.objects.get(pk=case.pk).state


def test_the_form_asks_for_a_code_and_the_right_one_signs(
    desk: Desk, signed_in: SignedIn, secret: str
) -> None:
    case, hoa = desk.in_approval(), signed_in(desk.cast.hoa)
    form = hoa.get(f"/desk/cases/{case.number}/?act=sign").content.decode()
    assert 'autocomplete="one-time-code"' in form
    assert "toàn bộ nội dung trên" in form.lower()
    assert sign(hoa, case, code_now(secret)).status_code == 302
    assert state_of(case) in {"published", "monitoring"}


def test_a_wrong_or_missing_code_keeps_the_page_and_signs_nothing(
    desk: Desk, signed_in: SignedIn, secret: str
) -> None:
    case, hoa = desk.in_approval(), signed_in(desk.cast.hoa)
    for code, said in ((wrong_code(secret), WRONG), ("", "Hãy nhập mã"), ("chữ", WRONG)):
        response = sign(hoa, case, code)
        page = response.content.decode()
        assert response.status_code == 422
        assert said in page
        assert 'name="code"' in page
        assert f'value="{code}"' not in page or code == ""
    assert state_of(case) == "approval"


def test_a_code_works_once(desk: Desk, signed_in: SignedIn, secret: str) -> None:
    one, hoa, code = desk.in_approval(), signed_in(desk.cast.hoa), code_now(secret)
    other = desk.in_approval("Phát biểu khác", address="http://127.0.0.1:8801/tin/9")
    assert sign(hoa, one, code).status_code == 302
    assert WRONG in sign(hoa, other, code).content.decode()
    assert state_of(other) == "approval"


def test_after_too_many_wrong_codes_the_right_one_has_to_wait(
    desk: Desk, signed_in: SignedIn, secret: str
) -> None:
    case, hoa = desk.in_approval(), signed_in(desk.cast.hoa)
    for _ in range(10):
        assert WRONG in sign(hoa, case, wrong_code(secret)).content.decode()
    assert "Nhập sai mã quá nhiều lần" in sign(hoa, case, code_now(secret)).content.decode()
    assert state_of(case) == "approval"


def test_the_api_asks_for_the_code_too(desk: Desk, signed_in: SignedIn, secret: str) -> None:
    case, hoa = desk.in_approval(), signed_in(desk.cast.hoa)

    def call(**fields: object) -> Any:
        body = json.dumps({"version": case.version} | fields)
        return hoa.post(f"/api/desk/cases/{case.number}/sign", body, content_type="application/json")

    refused = call()
    assert (refused.status_code, "Hãy nhập mã" in refused.json()["detail"]) == (422, True)
    assert call(code=wrong_code(secret)).status_code == 422
    assert call(code=code_now(secret)).status_code == 200


def test_a_change_is_signed_with_a_code_as_well(desk: Desk, signed_in: SignedIn, secret: str) -> None:
    review = desk.published()
    case = desk.change_drafted(review).case
    case.refresh_from_db()
    hoa = signed_in(desk.cast.hoa)
    address = f"/desk/cases/{case.number}/sign-change/"
    assert hoa.post(address, {"version": case.version}).status_code == 422
    assert hoa.post(address, {"version": case.version, "code": code_now(secret)}).status_code == 302


def test_where_the_office_asks_for_no_second_factor_nobody_types_a_code(
    desk: Desk, signed_in: SignedIn, secret: str, settings: Settings
) -> None:
    settings.HAIDANG_REQUIRE_SECOND_FACTOR = False
    case, hoa = desk.in_approval(), signed_in(desk.cast.hoa)
    assert "one-time-code" not in hoa.get(f"/desk/cases/{case.number}/?act=sign").content.decode()
    assert not asks_for_code(desk.cast.hoa)
    assert sign(hoa, case, "").status_code == 302


def test_somebody_without_an_app_is_not_asked_here_but_at_the_door(desk: Desk, secret: str) -> None:
    assert asks_for_code(desk.cast.hoa)
    assert not asks_for_code(User.objects.get(pk=desk.cast.minh.pk))
