"""The administrator opens, changes and closes accounts; nobody else sees the page."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from haidang.accounts.models import Agency, User
from haidang.base.models import LogEntry
from tests.desk import Desk
from tests.web.conftest import SignedIn

NEW = {
    "display_name": "Vy",
    "post": "Chuyên viên kiểm chứng",
    "username": "vy",
    "password": "ngon-den-xa-bo",
    "roles": ["checker"],
}


def roles_of(username: str) -> set[str]:
    return {grant.role for grant in User.objects.get(username=username).grants.all()}


def test_an_account_is_opened_with_its_roles_and_the_person_signs_in(desk: Desk, signed_in: SignedIn) -> None:
    agency = Agency.objects.first()
    assert agency is not None
    son = signed_in(desk.cast.son)
    assert son.post("/desk/accounts/add/", NEW | {"agency": agency.pk}).status_code == 302
    assert "Đã mở tài khoản của Vy." in son.get("/desk/accounts/").content.decode()
    assert roles_of("vy") == {"checker"}
    assert User.objects.get(username="vy").agency == agency
    assert Client().post("/accounts/login/", {"login": "vy", "password": NEW["password"]}).status_code == 302
    assert LogEntry.objects.filter(act="account.opened").count() == 1


def test_a_refusal_says_why_and_keeps_what_was_typed_but_the_password(
    desk: Desk, signed_in: SignedIn
) -> None:
    son = signed_in(desk.cast.son)
    for change, said in (
        ({"username": "lan"}, "Hãy chọn tên đăng nhập chưa ai dùng."),
        ({"roles": ["administrator", "approver"]}, "Quản trị viên không có quyền ký"),
        ({"password": "ngan"}, "12"),
        ({"roles": []}, "error"),
    ):
        response = son.post("/desk/accounts/add/", NEW | change)
        page = response.content.decode()
        assert response.status_code == 422
        assert said in page
        assert 'value="Vy"' in page
        assert NEW["password"] not in page
    assert not User.objects.filter(username="vy").exists()


def test_roles_are_changed_and_an_account_is_closed_at_once(desk: Desk, signed_in: SignedIn) -> None:
    son, lan = signed_in(desk.cast.son), signed_in(desk.cast.lan)
    address = f"/desk/accounts/{desk.cast.lan.pk}/"
    page = son.get(address).content.decode()
    assert 'value="screener" id="id_roles_0" checked' in page
    assert son.post(address, {"roles": ["screener", "checker"], "active": "1"}).status_code == 302
    assert roles_of("lan") == {"screener", "checker"}
    assert lan.get("/desk/").status_code == 200
    closed = son.post(address, {"roles": ["screener"], "active": "0"}, follow=True).content.decode()
    assert "Đã khoá tài khoản của Lan." in closed
    assert lan.get("/desk/").status_code == 302


def test_a_form_that_does_not_say_open_or_closed_changes_nothing(desk: Desk, signed_in: SignedIn) -> None:
    response = signed_in(desk.cast.son).post(f"/desk/accounts/{desk.cast.lan.pk}/", {"roles": ["checker"]})
    assert response.status_code == 422
    assert roles_of("lan") == {"screener"}
    assert User.objects.get(username="lan").is_active


def test_nobody_changes_their_own_account(desk: Desk, signed_in: SignedIn) -> None:
    address = f"/desk/accounts/{desk.cast.son.pk}/"
    son = signed_in(desk.cast.son)
    assert "một quản trị viên khác" in son.get(address).content.decode()
    response = son.post(address, {"roles": ["administrator", "checker"], "active": "1"})
    assert response.status_code == 422
    assert roles_of("son") == {"administrator"}


def test_the_list_says_who_has_a_second_factor(desk: Desk, signed_in: SignedIn) -> None:
    son = signed_in(desk.cast.son)
    assert "đã bật" not in son.get("/desk/accounts/").content.decode()
    TOTP.activate(desk.cast.lan, generate_totp_secret())
    assert son.get("/desk/accounts/").content.decode().count("đã bật") == 1


@pytest.mark.parametrize("who", ["lan", "minh", "hoa", "mai", "thu", "tuan", "khach"])
def test_accounts_are_for_the_administrator_alone(who: str, desk: Desk, signed_in: SignedIn) -> None:
    client = signed_in(getattr(desk.cast, who))
    own = f"/desk/accounts/{getattr(desk.cast, who).pk}/"
    assert client.get("/desk/accounts/").status_code == 403
    assert client.get(own).status_code == 403
    assert client.post(own, {"roles": ["administrator"], "active": "1"}).status_code == 403
    assert client.post("/desk/accounts/add/", NEW).status_code == 403
    assert User.objects.count() == 9


def test_an_account_that_does_not_exist_is_not_found(desk: Desk, signed_in: SignedIn) -> None:
    assert signed_in(desk.cast.son).get("/desk/accounts/999999/").status_code == 404


def test_the_form_is_one_press_away(desk: Desk, signed_in: SignedIn) -> None:
    page = signed_in(desk.cast.son).get("/desk/accounts/?act=add").content.decode()
    assert 'autocomplete="new-password"' in page
