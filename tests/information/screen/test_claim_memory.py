"""Claims are known again for two weeks, in other spellings too, and those of other workers as well."""

from datetime import timedelta

import pytest

from haidang.information.screen.claim_memory import WINDOW, ClaimMemory, folded
from haidang.information.screen.models import Claim, ClaimState
from tests.cast import NOON, later
from tests.information.screen.fakes import (
    OPINION,
    OTHER_CLAIM,
    RUMOUR,
    RUMOUR_UNMARKED,
    make_revision,
    screen,
)

TODAY = NOON.date()


def a_claim(text: str = RUMOUR, *, minutes: float = 0, state: str = ClaimState.WAITING) -> Claim:
    """A claim without a row."""
    seen_at = later(minutes)
    return Claim(
        text=text,
        folded=folded(text),
        language="vi",
        first_seen_at=seen_at,
        last_seen_at=seen_at,
        state=state,
    )


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Cầu bị SẬP", "cau bi sap"),
        ("  Cầu \n bị\tsập ", "cau bi sap"),
        ("Đường hoà bình", "duong hoa binh"),
    ],
)
def test_words_are_the_same_without_tone_marks_case_and_spaces(text: str, same: str) -> None:
    assert folded(text) == same


def test_a_claim_is_known_again_before_it_has_a_row() -> None:
    memory = ClaimMemory()
    name = memory.put(a_claim())
    memory.put(a_claim(OTHER_CLAIM))
    assert memory.find(RUMOUR, on=TODAY, after=None) == name
    assert memory.find("Trời hôm nay đẹp.", on=TODAY, after=None) is None


def test_only_what_was_first_seen_after_an_answer_is_the_claim_that_came_back() -> None:
    memory = ClaimMemory()
    memory.put(a_claim())
    assert memory.find(RUMOUR, on=TODAY, after=NOON) is None
    again = memory.put(a_claim(minutes=30))
    assert memory.find(RUMOUR, on=TODAY, after=NOON) == again


def test_what_was_set_aside_is_known_by_its_words_and_is_no_claim() -> None:
    memory = ClaimMemory()
    name = memory.put(a_claim(OPINION, state=ClaimState.SET_ASIDE))
    assert memory.find_set_aside(f"  {OPINION.upper()}") == name
    assert memory.find_set_aside(OTHER_CLAIM) is None
    assert memory.find(OPINION, on=TODAY, after=None) is None


@pytest.mark.django_db
def test_rows_are_found_for_saved_claims_only() -> None:
    memory = ClaimMemory()
    claim = a_claim()
    name = memory.put(claim)
    assert memory.rows_like(RUMOUR) == []
    claim.save()
    memory.saved(name, claim)
    assert memory.rows_like(RUMOUR_UNMARKED) == [claim.pk]


@pytest.mark.django_db
def test_claims_that_another_worker_found_are_learned_once() -> None:
    memory = ClaimMemory()
    mine = a_claim()
    name = memory.put(mine)
    mine.save()
    memory.saved(name, mine)
    theirs = a_claim(OTHER_CLAIM, state=ClaimState.TAKEN)
    theirs.save()
    for _ in range(2):
        memory.catch_up(at=later(1))
    assert memory.row_of == {name: mine.pk, memory.find(OTHER_CLAIM, on=TODAY, after=None): theirs.pk}


@pytest.mark.django_db
def test_claims_that_nobody_repeated_for_two_weeks_are_not_learned() -> None:
    a_claim().save()
    for age, known in ((WINDOW, 1), (WINDOW + timedelta(seconds=1), 0)):
        memory = ClaimMemory()
        memory.catch_up(at=NOON + age)
        assert len(memory.row_of) == known


@pytest.mark.django_db
def test_after_two_weeks_the_same_words_are_a_new_claim() -> None:
    make_revision(RUMOUR)
    screen()
    make_revision(RUMOUR, seen_at=NOON + timedelta(days=20))
    screen(NOON + timedelta(days=20))
    assert Claim.objects.count() == 2
