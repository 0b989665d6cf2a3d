"""A new answer is suggested for the claims that wait already, once, and only where it may help."""

import pytest

from haidang.information.screen.decide_match import refuse_match
from haidang.information.screen.known import add_known
from haidang.information.screen.match_known import match_known
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Claim, ClaimState, KnownKind, Match, MatchState
from haidang.information.screen.values import Screened
from tests.cast import Cast, later
from tests.information.screen.fakes import RUMOUR, make_revision, screen

pytestmark = pytest.mark.django_db
FIVE_CARS = RUMOUR.replace("ba xe", "năm xe")


def codes(claim: Claim) -> set[str]:
    return {reason["code"] for reason in claim.reasons}


def answer(claim: str = RUMOUR, *, minutes: float = 60) -> None:
    add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=claim, at=later(minutes))


def waiting(text: str = FIVE_CARS) -> Claim:
    make_revision(text)
    screen()
    return Claim.objects.get()


def matched(memory: Memory, *, minutes: float = 61) -> tuple[set[int], int]:
    at = later(minutes)
    return match_known(memory.catch_up(at=at, publications=[]), memory, at=at)


def test_a_new_answer_is_suggested_for_claims_that_wait_already() -> None:
    memory = Memory()
    make_revision("Nghe nói cầu Gành Hào 2 ở Cà Mau sập làm 5 xe rơi xuống sông.")
    screen(memory=memory)
    assert screen(later(1), memory=memory) == Screened()
    known = add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=later(60))
    assert screen(later(61), memory=memory).matches == 1
    match = Match.objects.get()
    assert (match.known, match.level) == (known, "related")
    assert "novelty" not in codes(match.claim)
    assert screen(later(62), memory=memory) == Screened()
    assert screen(later(63)).matches == 0


def test_the_claims_that_got_a_suggestion_are_told() -> None:
    claim = waiting()
    answer()
    memory = Memory()
    assert matched(memory) == ({claim.pk}, 1)
    match = Match.objects.get()
    assert (match.claim, match.state, match.suggested_at) == (claim, MatchState.SUGGESTED, later(61))
    assert matched(memory, minutes=62) == (set(), 0)


@pytest.mark.parametrize(("state", "matches"), [(ClaimState.TAKEN, 1), (ClaimState.SET_ASIDE, 0)])
def test_a_claim_in_a_case_gets_suggestions_and_one_that_was_set_aside_none(state: str, matches: int) -> None:
    waiting()
    Claim.objects.update(state=state)
    answer()
    assert matched(Memory())[1] == matches


def test_a_claim_about_something_else_gets_none() -> None:
    waiting()
    answer("Trường tiểu học ở Năm Căn thu thêm học phí.")
    assert matched(Memory()) == (set(), 0)


def test_a_suggestion_that_was_refused_does_not_come_back_with_a_new_version(cast: Cast) -> None:
    waiting()
    answer()
    memory = Memory()
    matched(memory)
    refuse_match(match=Match.objects.get(), by=cast.lan, at=later(62))
    answer(RUMOUR.replace("ba xe", "bốn xe"), minutes=70)
    assert matched(memory, minutes=71) == (set(), 0)
    assert Match.objects.get().state == MatchState.REFUSED


def test_the_claim_that_a_review_answers_gets_no_suggestion_of_its_own_review() -> None:
    make_revision(RUMOUR)
    screen()
    add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=later(60))
    add_known(
        kind=KnownKind.REVIEW, key="2026-0001", language="en", claim="A bridge collapsed.", at=later(60)
    )
    assert screen(later(61)) == Screened()


def test_a_claim_that_many_known_texts_are_like_gets_the_best_of_them() -> None:
    make_revision(RUMOUR)
    screen()
    for number in range(12):
        text = RUMOUR.replace("ba xe", f"{number + 10} xe")
        add_known(kind=KnownKind.REVIEW, key=f"2026-00{number}", language="vi", claim=text, at=later(60))
    screen(later(61))
    assert Match.objects.count() == 5
