"""Staff, their agencies and roles: one of each, and no trace that outlives its ground."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from haidang.accounts.models import Agency, Role, RoleGrant, User
from tests.cast import CAST, Cast


def test_a_role_is_held_once(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.create(user=cast.lan, role=Role.SCREENER)
    RoleGrant.objects.create(user=cast.lan, role=Role.LEAD)
    assert cast.lan.grants.count() == 2


def test_an_agency_has_its_own_code(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Agency.objects.create(code="so-xd", name_vi="Sở khác", name_en="Another department")


def test_everybody_has_a_number_of_their_own_for_the_record(cast: Cast) -> None:
    numbers = {user.public_id for user in User.objects.all()}
    assert len(numbers) == len(CAST)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("an", public_id=cast.lan.public_id)


def test_an_agency_with_staff_cannot_be_deleted(cast: Cast) -> None:
    assert cast.tuan.agency is not None
    with pytest.raises(ProtectedError):
        cast.tuan.agency.delete()


def test_roles_go_with_their_holder(cast: Cast) -> None:
    cast.lan.delete()
    assert not RoleGrant.objects.filter(role=Role.SCREENER).exists()
    assert RoleGrant.objects.filter(role=Role.CHECKER).exists()


def test_an_agency_knows_what_came_before_it_and_what_after(cast: Cast) -> None:
    merged = Agency.objects.get(code="so-vhttdl")
    old = Agency.objects.get(code="so-xd")
    merged.predecessors.add(old)
    assert (list(old.successors.all()), list(old.predecessors.all())) == ([merged], [])


def test_people_are_named_as_they_sign_else_by_their_account(cast: Cast) -> None:
    assert str(cast.lan) == "Lan"
    assert str(User(username="an")) == "an"
    assert str(cast.tuan.agency) == "Sở Xây dựng"
    assert str(cast.lan.grants.get()) == "Lan: screener"
