"""Accounts are opened, changed and closed by the administrator, and the record says so."""

import pytest

from haidang.accounts.access import NotAllowed
from haidang.accounts.manage import AccountRefused, open_account, set_roles
from haidang.accounts.models import User
from haidang.base.models import LogEntry
from tests.cast import NOON, Cast, later

NEW = {
    "username": "an",
    "display_name": "An",
    "post": "Chuyên viên",
    "password": "hải-đăng-2026-mới",
    "at": NOON,
}


def test_the_administrator_opens_an_account(cast: Cast) -> None:
    user = open_account(**NEW, roles=["checker"], by=cast.son)
    assert [grant.role for grant in user.grants.all()] == ["checker"]
    entry = LogEntry.objects.get(act="account.opened")
    assert entry.subject_key == str(user.public_id)
    assert "An" not in entry.leaf


@pytest.mark.django_db
def test_the_first_account_needs_nobody_and_the_second_does() -> None:
    open_account(**NEW, roles=["administrator"], by=None)
    with pytest.raises(NotAllowed):
        open_account(**{**NEW, "username": "binh"}, roles=["lead"], by=None)


def test_nobody_else_opens_accounts(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        open_account(**NEW, roles=["checker"], by=cast.mai)


@pytest.mark.parametrize(
    ("change", "roles"),
    [
        ({"username": "LAN"}, ["checker"]),
        ({"username": " "}, ["checker"]),
        ({"password": "ngắn"}, ["checker"]),
        ({}, ["king"]),
        ({}, ["administrator", "approver"]),
        ({}, ["auditor", "checker"]),
    ],
)
def test_an_account_that_cannot_be_is_refused_in_words(
    cast: Cast, change: dict[str, str], roles: list[str]
) -> None:
    with pytest.raises(AccountRefused):
        open_account(**{**NEW, **change}, roles=roles, by=cast.son)
    assert User.objects.count() == 9


def test_roles_are_replaced_and_an_account_closed(cast: Cast) -> None:
    set_roles(user=cast.lan, roles=["lead"], active=False, by=cast.son, at=later(1))
    lan = User.objects.get(pk=cast.lan.pk)
    assert ([grant.role for grant in lan.grants.all()], lan.is_active) == (["lead"], False)
    assert LogEntry.objects.filter(act="account.changed").count() == 1


def test_nobody_changes_their_own_roles(cast: Cast) -> None:
    with pytest.raises(AccountRefused):
        set_roles(user=cast.son, roles=["approver"], active=True, by=cast.son, at=later(1))
