"""The life of a case as one table: which act leads from which state to which, and whose act it is. Pure.

Source: reference of states and guards, docs/reference/states.md. Guards that look at more than the state are in
rules.py. An act that is not in this table cannot change a case.
"""

from dataclasses import dataclass

from haidang.information.verify.models import CaseState as S

OPEN = frozenset(
    {
        S.RECEIVED,
        S.TRIAGE,
        S.QUEUED,
        S.ASSIGNED,
        S.INVESTIGATING,
        S.AWAITING_AGENCY,
        S.DRAFTED,
        S.CROSS_CHECK,
        S.APPROVAL,
    }
)
EXITS = frozenset({S.NOT_CHECKABLE, S.OUT_OF_SCOPE, S.DUPLICATE, S.ALREADY_REVIEWED})
PUBLIC = frozenset({S.PUBLISHED, S.MONITORING})


@dataclass(frozen=True, slots=True)
class Step:
    act: str
    sources: frozenset[S]
    target: S | None  # None: back to the state before the hold
    permission: str  # an act of accounts.access, or "" for the worker
    does: str


def _one(state: S) -> frozenset[S]:
    return frozenset({state})


STEPS: tuple[Step, ...] = (
    Step("show_for_triage", _one(S.RECEIVED), S.TRIAGE, "", "The worker shows a new claim to the screeners"),
    Step("queue_case", _one(S.TRIAGE), S.QUEUED, "case.triage", "Take the claim up for checking"),
    Step(
        "leave_as_not_checkable",
        _one(S.TRIAGE),
        S.NOT_CHECKABLE,
        "case.triage",
        "Opinion, criticism, satire …",
    ),
    Step(
        "leave_as_out_of_scope",
        _one(S.TRIAGE),
        S.OUT_OF_SCOPE,
        "case.triage",
        "Not about our place or duties",
    ),
    Step("mark_duplicate", _one(S.TRIAGE), S.DUPLICATE, "case.triage", "The same claim is another case"),
    Step(
        "mark_already_reviewed",
        _one(S.TRIAGE),
        S.ALREADY_REVIEWED,
        "case.triage",
        "A published review answers it",
    ),
    Step("assign_case", frozenset({S.QUEUED, S.ASSIGNED}), S.ASSIGNED, "case.assign", "Give it to a checker"),
    Step(
        "take_case", _one(S.QUEUED), S.INVESTIGATING, "case.investigate", "A checker takes it from the queue"
    ),
    Step("start_checking", _one(S.ASSIGNED), S.INVESTIGATING, "case.investigate", "The checker begins"),
    Step(
        "ask_agency", _one(S.INVESTIGATING), S.AWAITING_AGENCY, "case.investigate", "Ask the competent agency"
    ),
    Step("hear_agency", _one(S.AWAITING_AGENCY), S.INVESTIGATING, "case.investigate", "The answer has come"),
    Step(
        "draft_review", frozenset({S.INVESTIGATING, S.DRAFTED}), S.DRAFTED, "review.draft", "Write the answer"
    ),
    Step("ask_second_reader", _one(S.DRAFTED), S.CROSS_CHECK, "review.draft", "Hand it to a second reader"),
    Step("agree_blind", _one(S.CROSS_CHECK), S.APPROVAL, "review.read_second", "Same verdict, given blind"),
    Step(
        "differ_blind",
        _one(S.CROSS_CHECK),
        S.INVESTIGATING,
        "review.read_second",
        "Other verdict: check again",
    ),
    Step("return_draft", _one(S.APPROVAL), S.DRAFTED, "review.return", "The approver sends it back"),
    Step("sign_review", _one(S.APPROVAL), S.PUBLISHED, "review.sign", "Sign and publish"),
    Step("watch", _one(S.PUBLISHED), S.MONITORING, "", "The worker watches for the claim's return"),
    Step("publish_change", PUBLIC, S.PUBLISHED, "review.sign", "Publish an update, correction or retraction"),
    Step("appeal", PUBLIC, S.APPEALED, "", "A reader objects"),
    Step(
        "review_appeal", _one(S.APPEALED), S.UNDER_REVIEW, "appeal.decide", "Another decider takes the appeal"
    ),
    Step(
        "settle_appeal", _one(S.UNDER_REVIEW), S.MONITORING, "appeal.decide", "Upheld, corrected or retracted"
    ),
    Step("close_case", _one(S.MONITORING), S.CLOSED, "case.close", "Nothing more to watch"),
    Step("hold_case", OPEN - {S.RECEIVED}, S.ON_HOLD, "case.hold", "Put on hold, with a reason"),
    Step("resume_case", _one(S.ON_HOLD), None, "case.hold", "Go on where it was"),
    Step("reopen_case", EXITS | {S.CLOSED}, S.TRIAGE, "case.reopen", "Look at it again"),
)
BY_ACT: dict[str, Step] = {step.act: step for step in STEPS}


class WrongState(Exception):
    """The case is not in a state from which this act leads on."""

    def __init__(self, act: str, state: str) -> None:
        self.act, self.state = act, state
        places = ", ".join(sorted(source.value for source in BY_ACT[act].sources))
        super().__init__(f"A case in state '{state}' does not allow '{act}'; that needs: {places}.")


def target_of(act: str, *, state: str, held_from: str = "") -> S:
    """The state that `act` leads to from `state`. Raises `WrongState`."""
    step = BY_ACT[act]
    if state not in step.sources:
        raise WrongState(act, state)
    return step.target if step.target is not None else S(held_from)
