"""The acts that the desk offers on a case, one line each: its words, its key, its form, and the act it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base.vault import office_vault
from haidang.information.verify import add_evidence as evidence_acts
from haidang.information.verify import draft_review, handle_case, second_reading, sign_review, triage
from haidang.information.verify.models import Case
from haidang.information.verify.office import this_office
from haidang.information.verify.states import BY_ACT, OPEN, PUBLIC
from haidang.web.desk import case_forms, draft_forms, signing
from haidang.web.desk.case_forms import CaseForm


@dataclass(frozen=True, slots=True)
class Asked:
    """One act as it was asked for: on what, by whom, when, from which version of the case, with what was typed."""

    case: Case
    by: User
    at: datetime
    version: int | None
    form: CaseForm

    @property
    def typed(self) -> dict[str, Any]:
        return self.form.cleaned_data

    @property
    def common(self) -> dict[str, Any]:
        return {"case": self.case, "by": self.by, "at": self.at, "expected_version": self.version}


@dataclass(frozen=True, slots=True)
class DeskAct:
    """`step` names the line of states.py (or `permission` and `states` stand for an act that changes no state)."""

    slug: str
    name: str | Promise
    key: str
    run: Callable[[Asked], object]
    done: str | Promise
    step: str = ""
    permission: str = ""
    states: frozenset[str] = frozenset()
    form: type[CaseForm] = CaseForm
    look: str = ""
    page: str = ""  # a template of its own instead of the drawer
    needs_draft: bool = False  # only when a version is in work
    beside: bool = False  # its button stands beside what it concerns, not at the foot
    not_by_writers: bool = False  # whoever wrote the version in work is not offered it, and would be refused

    @property
    def at_once(self) -> bool:
        """Nothing to type or to read first: the button acts."""
        return self.form is CaseForm

    @property
    def needs(self) -> str:
        """The permission it needs, as access.py names it."""
        return self.permission or BY_ACT[self.step].permission

    def open_to(self, case: Case, user: User) -> bool:
        states = BY_ACT[self.step].sources if self.step else self.states
        return case.state in states and access.may(user, self.needs)


def _queue(a: Asked) -> object:
    return triage.queue_case(**a.common, selection_reason=a.typed["selection_reason"])


def _leave(a: Asked) -> object:
    return triage.leave_queue(**a.common, reason=a.typed["reason"], note=a.typed["note"])


def _duplicate(a: Asked) -> object:
    return triage.mark_duplicate(**a.common, of=a.typed["number"])


def _answered(a: Asked) -> object:
    return triage.mark_already_reviewed(**a.common, known=a.typed["known"])


def _assign(a: Asked) -> object:
    return handle_case.assign_case(**a.common, to=a.typed["to"])


def _hold(a: Asked) -> object:
    return handle_case.hold_case(**a.common, reason=a.typed["reason"])


def _reopen(a: Asked) -> object:
    return handle_case.reopen_case(**a.common, reason=a.typed["reason"])


def _evidence(a: Asked) -> object:
    typed, revision = a.typed, a.typed["revision"]
    words = {name: typed[name] for name in ("title", "passage", "stance", "primary", "note_vi", "note_en")}
    return evidence_acts.add_evidence(
        **a.common, **words, capture=revision.capture, publication=revision.publication, vault=office_vault()
    )


def _withdraw(a: Asked) -> None:
    evidence_acts.withdraw_evidence(evidence=a.typed["evidence"], by=a.by, at=a.at, reason=a.typed["reason"])


def _draft_words(a: Asked) -> dict[str, Any]:
    assert isinstance(a.form, draft_forms.DraftForm)
    names = ("verdict", "evidence", "other_side", "secondary_only_reason")
    return {"texts": a.form.texts(), **{name: a.typed[name] for name in names}}


def _draft(a: Asked) -> object:
    return draft_review.draft_review(**a.common, **_draft_words(a))


def _change(a: Asked) -> object:
    notes = {name: a.typed[name] for name in ("kind", "public_note_vi", "public_note_en")}
    return draft_review.draft_change(**a.common, **_draft_words(a), **notes)


def _hand_on(a: Asked) -> object:
    return second_reading.ask_second_reader(**a.common, vault=office_vault())


def _read(a: Asked) -> object:
    return second_reading.give_blind_verdict(**a.common, verdict=a.typed["verdict"], note=a.typed["note"])


def _sign(a: Asked) -> object:
    signing.check_code(a.by, str(a.typed["code"]))
    return sign_review.sign_review(
        case=a.case,
        officer=a.by,
        at=a.at,
        expected_version=a.version,
        vault=office_vault(),
        office=this_office(),
    )


def _return(a: Asked) -> object:
    return sign_review.return_draft(
        case=a.case, officer=a.by, at=a.at, expected_version=a.version, comment=a.typed["comment"]
    )


CASE_ACTS: tuple[DeskAct, ...] = (
    DeskAct("queue", _("Take up for checking"), "n", _queue, _("Taken up for checking."), step="queue_case",
            form=case_forms.QueueForm, look="primary"),
    DeskAct("answered", _("Already answered"), "g", _answered, _("Answered by an earlier conclusion."),
            step="mark_already_reviewed", form=case_forms.AnsweredForm),
    DeskAct("duplicate", _("Same as another case"), "t", _duplicate, _("Joined to the other case."),
            step="mark_duplicate", form=case_forms.DuplicateForm),
    DeskAct("leave", _("Not checkable"), "x", _leave, _("Left the queue; the reason is kept."),
            step="leave_as_not_checkable", form=case_forms.LeaveForm, look="quiet"),
    DeskAct("take", _("Take the case"), "n", lambda a: handle_case.take_case(**a.common), _("The case is yours."),
            step="take_case", look="primary"),
    DeskAct("start", _("Begin checking"), "n", lambda a: handle_case.start_checking(**a.common),
            _("Checking began."), step="start_checking", look="primary"),
    DeskAct("assign", _("Give to a checker"), "g", _assign, _("Given to the checker."), step="assign_case",
            form=case_forms.AssignForm),
    DeskAct("draft", _("Write the answer"), "n", _draft, _("Draft saved."), step="draft_review",
            form=draft_forms.DraftForm, look="primary", page="desk/draft.html"),
    DeskAct("evidence", _("Add evidence"), "b", _evidence, _("Evidence added."), permission="evidence.add",
            states=frozenset(OPEN | PUBLIC) - {"triage", "received"}, form=draft_forms.EvidenceForm,
            page="desk/add_evidence.html"),
    DeskAct("withdraw", _("Withdraw evidence"), "", _withdraw, _("Evidence withdrawn; the reason is kept."),
            permission="evidence.add", states=frozenset(OPEN | PUBLIC) - {"triage", "received"},
            form=case_forms.WithdrawForm, beside=True),
    DeskAct("hand-on", _("Hand to the second reader"), "d", _hand_on, _("Handed to the second reader."),
            step="ask_second_reader"),
    DeskAct("read", _("Give my verdict"), "n", _read, _("Your verdict is kept."), step="agree_blind",
            form=case_forms.BlindForm, look="primary", not_by_writers=True),
    DeskAct("sign", _("Sign and publish"), "n", _sign, _("Signed and published."), step="sign_review",
            form=case_forms.SignForm, look="primary", not_by_writers=True),
    DeskAct("return", _("Send back"), "t", _return, _("Sent back to the writers."), step="return_draft",
            form=case_forms.ReturnForm),
    DeskAct("sign-change", _("Sign and publish the change"), "n", _sign, _("The new version is published."),
            step="publish_change", form=case_forms.SignForm, look="primary", needs_draft=True, not_by_writers=True),
    DeskAct("change", _("Correct or retract"), "d", _change,
            _("The change is drafted; the public version stays until it is signed."),
            permission="review.correct", states=frozenset(PUBLIC), form=draft_forms.ChangeForm, page="desk/draft.html"),
    DeskAct("hold", _("Put on hold"), "h", _hold, _("Put on hold."), step="hold_case",
            form=case_forms.ReasonForm, look="quiet"),
    DeskAct("resume", _("Go on"), "n", lambda a: handle_case.resume_case(**a.common), _("The case goes on."),
            step="resume_case", look="primary"),
    DeskAct("reopen", _("Look at it again"), "m", _reopen, _("Back in triage."), step="reopen_case",
            form=case_forms.ReasonForm),
    DeskAct("close", _("Close the case"), "c", lambda a: handle_case.close_case(**a.common), _("Closed."),
            step="close_case", look="quiet"),
)  # fmt: skip
BY_SLUG: dict[str, DeskAct] = {act.slug: act for act in CASE_ACTS}
