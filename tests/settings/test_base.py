"""The settings as an office meets them: its own folder, closed doors by default, hours of Cà Mau."""

import runpy
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from haidang.settings import base
from tests.cast import Cast

Read = Callable[..., dict[str, Any]]
NAMES = ("HOME", "DATABASE", "ADDRESS", "HOSTS", "DEMO", "NET_EXCEPTIONS", "PROFILE")


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """The settings that a program gets which is started with these HAIDANG_ variables and no others."""

    def settings(**variables: str) -> dict[str, Any]:
        for name in NAMES:
            monkeypatch.delenv(f"HAIDANG_{name}", raising=False)
        for name, value in {"HOME": str(tmp_path / "office"), **variables}.items():
            monkeypatch.setenv(f"HAIDANG_{name}", value)
        return runpy.run_path(base.__file__)

    return settings


def test_everything_that_an_office_keeps_lies_in_its_home(read: Read, tmp_path: Path) -> None:
    settings = read()
    home = tmp_path / "office"
    assert settings["HAIDANG_HOME"] == home
    assert Path(settings["DATABASES"]["default"]["NAME"]) == home / "haidang.sqlite3"
    assert (home / "keys" / "django-secret").read_text() == settings["SECRET_KEY"]


def test_a_second_start_finds_the_same_key(read: Read) -> None:
    assert read()["SECRET_KEY"] == read()["SECRET_KEY"]


def test_another_database_can_be_named(read: Read) -> None:
    database = read(DATABASE="postgresql://haidang@db.example:5432/office")["DATABASES"]["default"]
    assert (database["NAME"], database["HOST"]) == ("office", "db.example")


def test_the_public_address_has_no_slash_at_its_end(read: Read) -> None:
    assert read(ADDRESS="https://haidang.example/")["HAIDANG_ADDRESS"] == "https://haidang.example"


@pytest.mark.parametrize(("demo", "required"), [("", True), ("0", True), ("yes", True), ("1", False)])
def test_only_the_demo_goes_without_a_second_factor(read: Read, demo: str, required: bool) -> None:
    assert read(DEMO=demo)["HAIDANG_REQUIRE_SECOND_FACTOR"] is required


def test_collecting_reaches_this_machine_only_where_it_is_told(read: Read) -> None:
    assert read()["HAIDANG_NET_EXCEPTIONS"] == frozenset()
    named = read(NET_EXCEPTIONS="127.0.0.1:8801 127.0.0.1:8802")["HAIDANG_NET_EXCEPTIONS"]
    assert named == {"127.0.0.1:8801", "127.0.0.1:8802"}


def test_strange_host_names_are_refused_until_they_are_named(read: Read) -> None:
    assert set(read()["ALLOWED_HOSTS"]) == {"127.0.0.1", "localhost", "[::1]"}
    assert read(HOSTS="haidang.example desk.example")["ALLOWED_HOSTS"] == ["haidang.example", "desk.example"]


def test_nobody_is_shown_the_inside_of_a_broken_page(read: Read) -> None:
    assert read()["DEBUG"] is False


@pytest.mark.parametrize("password", ["ngắn-2026", "password1234", "lan-sàng-lọc"])
def test_a_password_that_is_short_common_or_ones_own_name_is_refused(cast: Cast, password: str) -> None:
    cast.lan.username = "lan-sàng-lọc"
    with pytest.raises(ValidationError):
        validate_password(password, user=cast.lan)


def test_passwords_are_kept_by_a_hash_that_costs_memory(settings: Settings, read: Read) -> None:
    settings.PASSWORD_HASHERS = read()["PASSWORD_HASHERS"]
    kept = make_password("hải-đăng-2026-mới")
    assert kept.startswith("scrypt$")
    assert check_password("hải-đăng-2026-mới", kept)


@pytest.fixture
def no_wrong_words_before() -> Iterator[None]:
    """Wrong passwords are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()


def signs_in(client: Client, password: str) -> bool:
    client.post("/accounts/login/", {"login": "lan", "password": password})
    return "_auth_user_id" in client.session


def test_after_ten_wrong_words_the_right_one_has_to_wait(cast: Cast, no_wrong_words_before: None) -> None:
    client = Client()
    assert not any(signs_in(client, f"sai-{number}") for number in range(10))
    assert not signs_in(client, "lighthouse-2026")
    cache.clear()
    assert signs_in(client, "lighthouse-2026")


def test_no_script_reads_the_cookie_of_a_session_and_no_other_site_sends_it(
    cast: Cast, no_wrong_words_before: None
) -> None:
    client = Client()
    client.get("/accounts/login/")
    assert signs_in(client, "lighthouse-2026")
    assert set(client.cookies) >= {"sessionid", "csrftoken"}
    for name in ("sessionid", "csrftoken"):
        assert (client.cookies[name]["httponly"], client.cookies[name]["samesite"]) == (True, "Lax")


def test_a_session_ends_with_the_working_day(cast: Cast, no_wrong_words_before: None) -> None:
    client = Client()
    assert signs_in(client, "lighthouse-2026")
    assert client.session.get_expiry_age() <= 12 * 3600


@pytest.mark.django_db
def test_nobody_opens_an_account_by_themselves() -> None:
    words = {"username": "ai-do", "password1": "hải-đăng-2026-mới"}
    response = Client().post("/accounts/signup/", words)
    assert (response.status_code, response["Location"]) == (302, "/accounts/login/")


def test_a_day_begins_at_midnight_in_ca_mau() -> None:
    assert timezone.localdate(datetime(2026, 5, 12, 16, 59, tzinfo=UTC)) == date(2026, 5, 12)
    assert timezone.localdate(datetime(2026, 5, 12, 17, 0, tzinfo=UTC)) == date(2026, 5, 13)
