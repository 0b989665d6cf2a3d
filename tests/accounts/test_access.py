"""Default deny: who may do what, on one table."""

import pytest
from django.contrib.auth.models import AnonymousUser

from haidang.accounts import access
from haidang.accounts.access import ACTS, SIGNING, NotAllowed, NotFound
from haidang.accounts.models import Agency, Role, RoleGrant, User
from tests.cast import Cast


def test_nobody_is_allowed_what_no_line_names(cast: Cast) -> None:
    assert not any(access.may(user, "case.delete") for user in User.objects.all())


@pytest.mark.parametrize("act", sorted(ACTS))
def test_strangers_without_an_account_or_a_role_are_refused_every_act(cast: Cast, act: str) -> None:
    assert not access.may(AnonymousUser(), act)
    assert not access.may(None, act)
    assert not access.may(cast.khach, act)
    assert not access.may(cast.tuan, act)


def test_an_account_that_was_closed_is_refused(cast: Cast) -> None:
    cast.lan.is_active = False
    assert not access.may(cast.lan, "case.triage")


def test_the_auditor_reads_and_writes_nothing(cast: Cast) -> None:
    allowed = {act for act in ACTS if access.may(cast.thu, act)}
    assert allowed == {"desk.open", "queue.read", "case.read", "source.read", "log.read"}


def test_the_administrator_never_signs(cast: Cast) -> None:
    RoleGrant.objects.create(user=cast.son, role=Role.APPROVER)
    assert not any(access.may(User.objects.get(pk=cast.son.pk), act) for act in SIGNING)


def test_a_refusal_says_whose_act_it_is(cast: Cast) -> None:
    with pytest.raises(NotAllowed) as refused:
        access.require(cast.lan, "review.sign")
    assert refused.value.act == "review.sign"
    assert str(refused.value)


def test_an_object_is_found_only_by_those_who_may(cast: Cast) -> None:
    agencies = Agency.objects.all()
    assert access.find(user=cast.lan, act="case.read", among=agencies, code="so-xd") == cast.tuan.agency
    with pytest.raises(NotFound):
        access.find(user=cast.lan, act="case.read", among=agencies, code="so-khac")
    with pytest.raises(NotAllowed):
        access.find(user=cast.tuan, act="case.read", among=agencies, code="so-xd")


def test_roles_are_read_once_for_an_object(cast: Cast, django_assert_num_queries: object) -> None:
    user = User.objects.get(pk=cast.lan.pk)
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture that is a context manager
        assert access.may(user, "case.triage")
        assert not access.may(user, "review.sign")
