"""The one way a case changes: lock it, see that nobody else changed it, take the step, write change and log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base import record
from haidang.information.verify.models import Case, CaseChange, CaseState
from haidang.information.verify.states import BY_ACT, target_of


class CaseChanged(Exception):
    """Somebody changed the case since the page was opened; `changes` says who did what. Nothing was written."""

    def __init__(self, changes: Sequence[CaseChange]) -> None:
        self.changes = tuple(changes)
        super().__init__(_("Somebody else changed this case. See what changed, then do your act again."))


def locked(case: Case, *, expected_version: int | None) -> Case:
    """Read the case again under lock. Raises `CaseChanged` when its version is not the expected one."""
    fresh = Case.objects.select_for_update().get(pk=case.pk)
    if expected_version is not None and fresh.version != expected_version:
        raise CaseChanged(tuple(fresh.changes.select_related("by").filter(version__gt=expected_version)))
    return fresh


def change_case(
    *,
    case: Case,
    act: str,
    by: User | None,
    at: datetime,
    expected_version: int | None = None,
    note: str = "",
    body: dict[str, Any] | None = None,
    fields: dict[str, Any] | None = None,
) -> Case:
    """Take one step of states.py: permission, state, row, change and log entry in one transaction.

    Raises `access.NotAllowed`, `WrongState`, `CaseChanged`. Returns the case as it now is.
    """
    permission = BY_ACT[act].permission
    if permission:
        access.require(by, permission)
    with transaction.atomic():
        fresh = locked(case, expected_version=expected_version)
        before = fresh.state
        fresh.state = target_of(act, state=before, held_from=fresh.held_from)
        if fresh.state == CaseState.ON_HOLD:
            fresh.held_from = before
        for name, value in (fields or {}).items():
            setattr(fresh, name, value)
        note_change(case=fresh, act=act, from_state=before, by=by, at=at, note=note, body=body)
    return fresh


def note_change(
    *,
    case: Case,
    act: str,
    from_state: str,
    by: User | None,
    at: datetime,
    note: str = "",
    body: dict[str, Any] | None = None,
) -> None:
    """Save a locked case with its next version, its change row and its log entry. Only inside a transaction."""
    case.version += 1
    case.save()
    CaseChange.objects.create(
        case=case,
        version=case.version,
        act=act,
        from_state=from_state,
        to_state=case.state,
        by=by,
        at=at,
        note=note,
    )
    record.append(
        act=f"case.{act}",
        subject=case,
        by=by,
        at=at,
        body={"from": from_state, "to": case.state, "version": case.version, **(body or {})},
    )
