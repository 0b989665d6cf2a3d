"""One press signs in as anybody of the invented office: in a demo, at its own machine, and nowhere else."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.cast import Cast
from tests.web.conftest import SignedIn

ADDRESS = "/desk/demo-sign-in/"


@pytest.fixture
def demo(settings: Settings, cast: Cast) -> Cast:
    settings.HAIDANG_DEMO, settings.HAIDANG_REQUIRE_SECOND_FACTOR = True, False
    return cast


def signed_in_as(client: Client) -> str:
    return client.session.get("_auth_user_id", "")


@pytest.mark.parametrize("here", ["127.0.0.1", "::1"])
def test_a_newcomer_walks_through_the_roles_with_one_press_each(demo: Cast, here: str) -> None:
    client = Client(REMOTE_ADDR=here)
    for user in (demo.lan, demo.hoa):
        assert client.post(ADDRESS, {"username": user.username})["Location"] == "/desk/"
        assert signed_in_as(client) == str(user.pk)
    assert "Hoa" in client.get("/desk/").content.decode()


def test_the_sign_in_page_offers_everybody_with_a_role_and_keeps_the_form(demo: Cast) -> None:
    page = Client().get("/accounts/login/").content.decode()
    for name in ("lan", "minh", "dung", "hoa", "mai", "thu", "son"):
        assert f'name="username" value="{name}"' in page
    assert 'value="khach"' not in page
    assert "Phó Giám đốc Sở" in page
    assert 'name="password"' in page


def test_the_desk_offers_the_switch_and_marks_who_one_is(demo: Cast, signed_in: SignedIn) -> None:
    page = signed_in(demo.lan).get("/desk/").content.decode()
    assert "Đổi vai…" in page
    assert '<button name="username" value="lan" aria-current="true">' in page


def test_an_office_that_is_no_demo_knows_no_such_door(cast: Cast, signed_in: SignedIn) -> None:
    client = Client()
    assert client.post(ADDRESS, {"username": "lan"}).status_code == 404
    assert signed_in_as(client) == ""
    assert ADDRESS not in client.get("/accounts/login/").content.decode()
    assert ADDRESS not in signed_in(cast.lan).get("/desk/").content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "::ffff:192.0.2.7"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=192.0.2.7"},
    ],
)
def test_from_another_machine_the_door_does_not_exist(demo: Cast, elsewhere: dict[str, str]) -> None:
    client = Client()
    assert client.post(ADDRESS, {"username": "lan"}, **elsewhere).status_code == 404
    assert signed_in_as(client) == ""
    assert ADDRESS not in client.get("/accounts/login/", **elsewhere).content.decode()


@pytest.mark.parametrize("name", ["", "nobody", "khach"])
def test_nobody_unknown_or_without_a_role_comes_in(demo: Cast, name: str) -> None:
    client = Client()
    assert client.post(ADDRESS, {"username": name}).status_code == 404
    assert signed_in_as(client) == ""


def test_a_closed_account_stays_closed_and_a_link_is_not_enough(demo: Cast) -> None:
    type(demo.lan).objects.filter(pk=demo.lan.pk).update(is_active=False)
    assert Client().post(ADDRESS, {"username": "lan"}).status_code == 404
    assert Client().get(ADDRESS, {"username": "minh"}).status_code == 405
    assert Client(enforce_csrf_checks=True).post(ADDRESS, {"username": "minh"}).status_code == 403
