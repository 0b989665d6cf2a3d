"""Doors in a real browser: the demo's one-press sign-in, and the code that a signature asks for."""

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from playwright.sync_api import expect
from pytest_django import Settings

from haidang.information.verify.models import Case
from tests.browser.conftest import Window
from tests.desk import Desk

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1440, 390])
def test_in_the_demo_one_walks_from_role_to_role(
    desk: Desk, window: Window, settings: Settings, width: int
) -> None:
    settings.HAIDANG_DEMO = True
    page = window(width=width)
    page.goto("/accounts/login/")
    page.click("button[value=lan]")
    expect(page.locator("h1")).to_have_text("Chào Lan")
    page.click("details.people summary")
    page.click("details.people button[value=son]")
    expect(page.locator("h1")).to_have_text("Chào Sơn")
    page.click("nav >> text=Tài khoản")
    expect(page.locator("h1")).to_have_text("Tài khoản")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_signature_asks_for_a_code_and_a_wrong_one_keeps_the_page(
    desk: Desk, window: Window, settings: Settings
) -> None:
    case = desk.in_approval()
    hoa, secret = window(desk.cast.hoa), generate_totp_secret()
    TOTP.activate(desk.cast.hoa, secret)
    cache.clear()
    settings.HAIDANG_REQUIRE_SECOND_FACTOR = True
    hoa.goto(f"/desk/cases/{case.number}/")
    hoa.keyboard.press("n")
    code = hoa.locator("input[name=code]")
    expect(code).to_be_focused()
    code.fill("abcdef")
    hoa.click(".drawer .act.primary")
    expect(hoa.locator("[role=alert]")).to_contain_text("Mã sai hoặc đã dùng rồi")
    expect(code).to_have_value("")
    right = list(yield_hotp_counters_from_time())[-1]
    code.fill(format_hotp_value(hotp_value(secret, right)))
    hoa.click(".drawer .act.primary")
    expect(hoa.locator(".banner.done")).to_contain_text("Đã ký")
    assert Case.objects.get(pk=case.pk).published_at is not None
