"""The memory of one screener: it learns from the database what others did, and starts anew every day."""

from datetime import timedelta

import pytest

from haidang.information.screen.known import add_known
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Claim, KnownKind
from tests.cast import NOON, later
from tests.information.screen.fakes import RUMOUR, make_revision, screen

pytestmark = pytest.mark.django_db


@pytest.fixture
def memory() -> Memory:
    """What a second worker knows after a first one screened a rumour."""
    make_revision(RUMOUR)
    screen()
    memory = Memory()
    memory.catch_up(at=later(1), publications=[])
    return memory


def test_stories_and_claims_of_another_worker_are_learned(memory: Memory) -> None:
    claim = Claim.objects.get()
    assert list(memory.claims.row_of.values()) == [claim.pk]
    assert list(memory.stories.row_of.values()) == [claim.story_id]


def test_what_became_known_is_handed_over_once(memory: Memory) -> None:
    known = add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=later(5))
    fresh = [memory.catch_up(at=later(minutes), publications=[]) for minutes in (6, 7)]
    assert [[row.pk for row in rows] for rows in fresh] == [[known.pk], []]


def test_after_a_day_it_starts_anew_and_what_is_too_old_has_left_it(memory: Memory) -> None:
    Claim.objects.update(last_seen_at=NOON - timedelta(days=14))
    memory.catch_up(at=later(24 * 60), publications=[])
    assert len(memory.claims.row_of) == 1
    memory.catch_up(at=later(24 * 60 + 1), publications=[])
    assert memory.claims.row_of == {}
    assert len(memory.stories.row_of) == 1


def test_what_it_forgot_it_reads_again(memory: Memory) -> None:
    before = set(memory.claims.row_of.values())
    memory.forget()
    assert memory.claims.row_of == {}
    memory.catch_up(at=later(2), publications=[])
    assert set(memory.claims.row_of.values()) == before
