"""Whatever order people act in, nothing is public without two people, and no step is lost."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haidang.accounts.access import NotAllowed
from haidang.accounts.models import Role, RoleGrant, User
from haidang.information.verify import handle_case, triage
from haidang.information.verify.draft_review import NothingToChange, OwnWork, draft_change, draft_review
from haidang.information.verify.models import Case, CaseChange, Evidence, Review, ReviewHand
from haidang.information.verify.second_reading import ReviewIncomplete, ask_second_reader, give_blind_verdict
from haidang.information.verify.sign_review import NotRead, return_draft, sign_review
from haidang.information.verify.states import WrongState
from tests.cast import later
from tests.desk import EN, VI, Desk

REFUSALS = (NotAllowed, WrongState, OwnWork, NotRead, ReviewIncomplete, NothingToChange, Review.DoesNotExist)
TEXTS = {"vi": VI, "en": EN}
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["queue", "leave", "take", "draft", "ask", "read", "differ", "sign", "return", "change", "watch"]
        ),
        st.sampled_from(["minh", "dung", "hoa", "lan"]),
    ),
    max_size=14,
)
# A straight path first, so that many sequences reach publication and go on from there.
STRAIGHT = [
    ("queue", "lan"),
    ("take", "minh"),
    ("draft", "minh"),
    ("ask", "minh"),
    ("read", "dung"),
    ("sign", "hoa"),
]


def act(name: str, case: Case, user: User, desk: Desk) -> None:
    evidence = list(Evidence.objects.filter(case=case))
    who: dict[str, Any] = {"case": case, "by": user, "at": later(9)}
    draft = {"verdict": "false", "texts": TEXTS, "evidence": evidence, "other_side": "Đã tìm."}
    notes = {"public_note_vi": "Sửa", "public_note_en": "Change"}
    signing: dict[str, Any] = {"case": case, "officer": user, "at": later(9)}
    acts = {
        "queue": lambda: triage.queue_case(**who, selection_reason="Lan nhanh"),
        "leave": lambda: triage.leave_queue(**who, reason="opinion"),
        "take": lambda: handle_case.take_case(**who),
        "draft": lambda: draft_review(**who, **draft),
        "ask": lambda: ask_second_reader(**who, vault=desk.vault),
        "read": lambda: give_blind_verdict(**who, verdict="false"),
        "differ": lambda: give_blind_verdict(**who, verdict="true"),
        "sign": lambda: sign_review(**signing, vault=desk.vault, office=desk.office),
        "return": lambda: return_draft(**signing, comment="Sửa lại"),
        "change": lambda: draft_change(**who, **draft, **notes, kind="corrected"),
        "watch": lambda: handle_case.watch_published(at=later(9)),
    }
    acts[name]()


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=EVENTS, start=st.integers(0, len(STRAIGHT)))
def test_no_order_of_acts_publishes_without_two_people(
    desk: Desk, events: list[tuple[str, str]], start: int
) -> None:
    for user in User.objects.filter(username__in=["minh", "dung", "hoa"]):
        for role in (Role.SCREENER, Role.CHECKER, Role.SECOND_READER, Role.APPROVER):
            RoleGrant.objects.get_or_create(
                user=user, role=role
            )  # the hardest case: everybody may do everything
    number = Case.objects.count() + 1
    case = desk.received(f"Cầu {number} bị sập", address=f"http://127.0.0.1:8801/tin/{number}")
    desk.evidence(case)
    for name, username in STRAIGHT[:start] + events:
        try:
            act(name, case, User.objects.get(username=username), desk)
        except REFUSALS:
            continue
    for review in Review.objects.filter(case=case, state__in=["published", "superseded"]):
        hands = {hand: set(_users(review, hand)) for hand in ("wrote", "read", "signed")}
        assert len(hands["signed"]) == 1
        assert hands["wrote"]
        assert not hands["signed"] & hands["wrote"]
        assert not hands["read"] & hands["wrote"]
        assert review.kind != "first" or hands["read"]
    versions = list(CaseChange.objects.filter(case=case).values_list("version", flat=True))
    assert versions == list(range(1, len(versions) + 1))
    assert Case.objects.get(pk=case.pk).version == len(versions)


def _users(review: Review, hand: str) -> list[int]:
    return list(ReviewHand.objects.filter(review=review, hand=hand).values_list("user_id", flat=True))
