"""What a screener may decide about a claim: take it up, let it leave with a reason, or point to what is known."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from haidang.accounts.models import User
from haidang.information.screen.models import Known, KnownKind
from haidang.information.verify.change_case import change_case
from haidang.information.verify.models import Case, ExitReason


class ReasonMissing(ValueError):
    """The act needs a reason in words; the sentence says which."""


class NotPublished(ValueError):
    """A claim can only be answered by a review that is published and not withdrawn."""


def queue_case(
    *, case: Case, by: User, at: datetime, selection_reason: str, expected_version: int | None = None
) -> Case:
    """Take the claim up for checking; why is kept and shown to the public later (IFCN: selection reason)."""
    reason = selection_reason.strip()
    if not reason:
        raise ReasonMissing(_("Say in a few words why this claim is worth checking; readers will see it."))
    return change_case(
        case=case,
        act="queue_case",
        by=by,
        at=at,
        expected_version=expected_version,
        fields={"selection_reason": reason, "triaged_at": at},
    )


def leave_queue(
    *, case: Case, by: User, at: datetime, reason: str, note: str = "", expected_version: int | None = None
) -> Case:
    """Let a statement leave the queue as not checkable (or not ours); the reason is kept and counted."""
    if reason not in ExitReason.values:
        raise ReasonMissing(_("Choose why this statement leaves the queue."))
    act = "leave_as_out_of_scope" if reason == ExitReason.NOT_OURS else "leave_as_not_checkable"
    return change_case(
        case=case,
        act=act,
        by=by,
        at=at,
        expected_version=expected_version,
        note=note,
        body={"reason": reason},
        fields={"exit_reason": reason, "exit_note": note, "triaged_at": at},
    )


def mark_duplicate(
    *, case: Case, of: Case, by: User, at: datetime, expected_version: int | None = None
) -> Case:
    """The same claim is already another case; both keep their number."""
    if of.pk == case.pk:
        raise ReasonMissing(_("A case cannot be a duplicate of itself; choose the other case."))
    return change_case(
        case=case,
        act="mark_duplicate",
        by=by,
        at=at,
        expected_version=expected_version,
        body={"of": of.number},
        fields={"duplicate_of": of, "triaged_at": at},
    )


def mark_already_reviewed(
    *, case: Case, known: Known, by: User, at: datetime, expected_version: int | None = None
) -> Case:
    """A published review answers this claim: a person says so, the machine only suggested it."""
    with transaction.atomic():
        if known.kind != KnownKind.REVIEW or known.withdrawn:
            raise NotPublished(_("Choose a published conclusion that has not been retracted."))
        return change_case(
            case=case,
            act="mark_already_reviewed",
            by=by,
            at=at,
            expected_version=expected_version,
            body={"review": known.key},
            fields={"answered_by": known, "triaged_at": at},
        )
