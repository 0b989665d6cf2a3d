"""Chromium at a live server: one browser for all tests, one window a person, and no complaint on any console."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

import tests.desk
from haidang.accounts.models import User
from tests.cast import Cast
from tests.desk import Desk

CHROMIUM = os.environ.get("HAIDANG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
Window = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip(
            "Chromium is not installed; install Debian's package 'chromium' to run the browser tests."
        )
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "true"  # playwright runs a loop in this thread; Django would object
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def window(chromium: Browser, live_server: LiveServer, settings: Settings) -> Iterator[Window]:
    """`window(user)` opens a window in which `user` is signed in; `window()` is a reader's."""
    settings.HAIDANG_REQUIRE_SECOND_FACTOR = False
    settings.HAIDANG_ADDRESS = live_server.url
    opened, complaints = [], []

    def opens(
        user: User | None = None, *, width: int = 1440, scripts: bool = True, scheme: str = "light"
    ) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 900}, locale="vi-VN",
            java_script_enabled=scripts, color_scheme=scheme,  # type: ignore[arg-type]  # one of two words
        )  # fmt: skip
        context.set_default_timeout(15_000)
        opened.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: _same_site(asked.url, live_server.url, complaints))
        if user is not None:
            sign_in(page, user)
        return page

    yield opens
    for context in opened:
        context.close()
    expected = ("409 (Conflict)", "422 (Unprocessable", "403 (Forbidden)", "404 (Not Found)")
    assert [said for said in complaints if not any(code in said for code in expected)] == []


def _same_site(asked: str, own: str, complaints: list[str]) -> None:
    if not asked.startswith(own):
        complaints.append(f"asked elsewhere: {asked}")


def sign_in(page: Page, user: User) -> None:
    page.goto("/accounts/login/")
    page.fill("#id_login", user.get_username())
    page.fill("#id_password", "lighthouse-2026")
    page.click(".panel .act.primary")
    page.wait_for_url("**/desk/")


@pytest.fixture
def desk(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The desk of these tests really commits, so what it makes is made in transactions."""
    for name in ("a_capture", "a_revision"):
        monkeypatch.setattr(tests.desk, name, transaction.atomic(getattr(tests.desk, name)))
    return Desk(cast)
