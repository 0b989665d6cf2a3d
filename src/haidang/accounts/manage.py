"""Accounts of the staff: open one, give and take roles, close one. For the administrator."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import Agency, Role, RoleGrant, User
from haidang.base import record


class AccountRefused(ValueError):
    """The account cannot be opened or changed like this; the sentence says what to do."""


def open_account(
    *,
    username: str,
    display_name: str,
    post: str,
    password: str,
    roles: Sequence[str],
    by: User | None,
    at: datetime,
    agency: Agency | None = None,
) -> User:
    """Open an account. `by` is None only for the first one, made when the office is set up."""
    if by is None and User.objects.exists():
        raise access.NotAllowed("account.manage")
    if by is not None:
        access.require(by, "account.manage")
    _check(username, password, roles)
    with transaction.atomic():
        user = User.objects.create_user(
            username.strip(),
            password=password,
            display_name=display_name.strip(),
            post=post.strip(),
            agency=agency,
        )
        RoleGrant.objects.bulk_create(RoleGrant(user=user, role=role) for role in roles)
        record.append(
            act="account.opened",
            subject=("accounts.user", str(user.public_id)),
            by=by,
            at=at,
            body={"roles": sorted(str(role) for role in roles)},
        )
    return user


def set_roles(*, user: User, roles: Sequence[str], active: bool, by: User, at: datetime) -> None:
    """Replace the roles of an account, and open or close it. Nobody changes their own."""
    access.require(by, "account.manage")
    if user.pk == by.pk:
        raise AccountRefused(_("Ask another administrator to change your own roles."))
    _check_roles(roles)
    with transaction.atomic():
        user.grants.all().delete()
        RoleGrant.objects.bulk_create(RoleGrant(user=user, role=role) for role in roles)
        user.is_active = active
        user.save(update_fields=["is_active"])
        record.append(
            act="account.changed",
            subject=("accounts.user", str(user.public_id)),
            by=by,
            at=at,
            body={"roles": sorted(str(role) for role in roles), "active": active},
        )


def _check(username: str, password: str, roles: Sequence[str]) -> None:
    if not username.strip() or User.objects.filter(username__iexact=username.strip()).exists():
        raise AccountRefused(_("Choose a user name that nobody has yet."))
    try:
        validate_password(password)
    except ValidationError as weak:
        raise AccountRefused(" ".join(weak.messages)) from None
    _check_roles(roles)


def _check_roles(roles: Sequence[str]) -> None:
    if set(roles) - set(Role.values):
        raise AccountRefused(_("Choose roles from the list."))
    if Role.ADMINISTRATOR in roles and Role.APPROVER in roles:
        raise AccountRefused(_("An administrator has no signing right; give the roles to two people."))
    if Role.AUDITOR in roles and len(roles) > 1:
        raise AccountRefused(_("An auditor reads all and writes nothing; give them no other role."))
