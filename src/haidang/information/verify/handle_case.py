"""Small acts on an open case: assign, take, start, hold, resume, reopen, close, watch."""

from contextlib import suppress
from datetime import datetime

from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.information.verify.change_case import change_case
from haidang.information.verify.models import Case, CaseState
from haidang.information.verify.states import WrongState
from haidang.information.verify.triage import ReasonMissing


class CannotCheck(ValueError):
    """The chosen person does not hold the role of a checker."""

    def __init__(self) -> None:
        super().__init__(_("Choose somebody with the role of checker."))


def assign_case(*, case: Case, to: User, by: User, at: datetime, expected_version: int | None = None) -> Case:
    if not access.may(to, "case.investigate"):
        raise CannotCheck
    return change_case(
        case=case,
        act="assign_case",
        by=by,
        at=at,
        expected_version=expected_version,
        body={"to": str(to.public_id)},
        fields={"assignee": to},
    )


def take_case(*, case: Case, by: User, at: datetime, expected_version: int | None = None) -> Case:
    """A checker takes a queued case and begins."""
    return change_case(
        case=case, act="take_case", by=by, at=at, expected_version=expected_version, fields={"assignee": by}
    )


def start_checking(*, case: Case, by: User, at: datetime, expected_version: int | None = None) -> Case:
    return change_case(case=case, act="start_checking", by=by, at=at, expected_version=expected_version)


def hold_case(
    *, case: Case, by: User, at: datetime, reason: str, expected_version: int | None = None
) -> Case:
    if not reason.strip():
        raise ReasonMissing(_("Say why the case has to wait."))
    return change_case(
        case=case,
        act="hold_case",
        by=by,
        at=at,
        expected_version=expected_version,
        note=reason.strip(),
    )


def resume_case(*, case: Case, by: User, at: datetime, expected_version: int | None = None) -> Case:
    return change_case(case=case, act="resume_case", by=by, at=at, expected_version=expected_version)


def reopen_case(
    *, case: Case, by: User, at: datetime, reason: str, expected_version: int | None = None
) -> Case:
    """Look again at a case that had left; its earlier reason stays in the time line."""
    if not reason.strip():
        raise ReasonMissing(_("Say why the case is opened again."))
    return change_case(
        case=case,
        act="reopen_case",
        by=by,
        at=at,
        expected_version=expected_version,
        note=reason.strip(),
        fields={"exit_reason": "", "exit_note": "", "duplicate_of": None, "answered_by": None},
    )


def close_case(*, case: Case, by: User, at: datetime, expected_version: int | None = None) -> Case:
    return change_case(case=case, act="close_case", by=by, at=at, expected_version=expected_version)


def watch_published(*, at: datetime, limit: int = 100) -> int:
    """Published cases are watched from now on for the claim's return. Run by the worker."""
    watched = 0
    for case in Case.objects.filter(state=CaseState.PUBLISHED).order_by("published_at")[:limit]:
        with suppress(WrongState):  # another worker was faster
            change_case(case=case, act="watch", by=None, at=at)
            watched += 1
    return watched
