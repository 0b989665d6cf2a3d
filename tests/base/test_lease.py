"""Work that is due is done by one worker at a time, and comes back when that worker dies."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction

from haidang.base.lease import claim_due, hand_back, renew
from haidang.information.collect.models import Source, SourceState
from tests.base.record.two_workers import Workers
from tests.fakes.clock import OFFICE_MORNING, FakeClock

LEASE_S = 60


def make_sources(count: int) -> list[Source]:
    return [
        Source.objects.create(
            name=f"source {number}",
            address=f"https://tin.example/{number}",
            due_at=OFFICE_MORNING - timedelta(minutes=number),
        )
        for number in range(count)
    ]


def claim(clock: FakeClock, limit: int = 10) -> list[Source]:
    return claim_due(Source.objects.all(), at=clock(), limit=limit, lease_s=LEASE_S)


def names(sources: Iterable[Source]) -> list[str]:
    return [source.name for source in sources]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.mark.django_db
def test_what_has_been_due_longest_comes_first(clock: FakeClock) -> None:
    make_sources(3)
    assert names(claim(clock, limit=2)) == ["source 2", "source 1"]
    assert names(claim(clock)) == ["source 0"]
    assert claim(clock) == []


@pytest.mark.django_db
def test_what_is_not_due_or_never_due_is_left_alone(clock: FakeClock) -> None:
    later, never, _ = make_sources(3)
    Source.objects.filter(pk=later.pk).update(due_at=clock() + timedelta(seconds=1))
    Source.objects.filter(pk=never.pk).update(due_at=None)
    assert names(claim(clock)) == ["source 2"]


@pytest.mark.django_db
def test_only_the_rows_asked_for_are_claimed(clock: FakeClock) -> None:
    paused = make_sources(2)[1]
    Source.objects.filter(pk=paused.pk).update(state=SourceState.PAUSED)
    active = Source.objects.filter(state=SourceState.ACTIVE)
    assert names(claim_due(active, at=clock(), limit=9, lease_s=LEASE_S)) == ["source 0"]


@pytest.mark.django_db
def test_a_claimed_row_says_until_when_it_is_held(clock: FakeClock) -> None:
    make_sources(1)
    [held] = claim(clock)
    kept = Source.objects.get()
    assert kept.lease_token == held.lease_token
    assert len(kept.lease_token) == 32
    assert kept.leased_until == held.leased_until == clock() + timedelta(seconds=LEASE_S)


@pytest.mark.django_db
def test_the_rows_of_a_dead_worker_come_back_when_its_lease_runs_out(clock: FakeClock) -> None:
    make_sources(1)
    [dead] = claim(clock)
    clock.advance(seconds=LEASE_S - 1)
    assert claim(clock) == []
    clock.advance(seconds=1)
    [taken_over] = claim(clock)
    assert taken_over.lease_token != dead.lease_token
    assert not renew(dead, at=clock(), lease_s=LEASE_S)
    assert not hand_back(dead, due_at=None, failures=9)
    kept = Source.objects.get()
    assert (kept.lease_token, kept.failures) == (taken_over.lease_token, 0)


@pytest.mark.django_db
def test_a_long_task_renews_its_lease(clock: FakeClock) -> None:
    make_sources(1)
    [held] = claim(clock)
    clock.advance(seconds=LEASE_S + 5)  # late, but nobody else came
    assert renew(held, at=clock(), lease_s=LEASE_S)
    assert held.leased_until == Source.objects.get().leased_until == clock() + timedelta(seconds=LEASE_S)
    assert claim(clock) == []


@pytest.mark.django_db
def test_a_row_handed_back_is_free_and_due_again_at_its_time(clock: FakeClock) -> None:
    make_sources(1)
    [held] = claim(clock)
    again = clock() + timedelta(minutes=10)
    assert hand_back(held, due_at=again, failures=1, last_reason="slow")
    kept = Source.objects.get()
    for source in (held, kept):
        assert (source.due_at, source.leased_until, source.lease_token) == (again, None, "")
        assert (source.failures, source.last_reason) == (1, "slow")
    assert claim(clock) == []
    clock.advance(minutes=10)
    assert names(claim(clock)) == ["source 0"]


@pytest.mark.django_db
def test_a_row_that_was_never_claimed_cannot_be_renewed_or_handed_back(clock: FakeClock) -> None:
    [free] = make_sources(1)
    assert not renew(free, at=clock(), lease_s=LEASE_S)
    assert not hand_back(free, due_at=None)
    assert Source.objects.get().due_at == OFFICE_MORNING


@pytest.mark.django_db
def test_a_row_with_nothing_more_to_do_is_never_due_again(clock: FakeClock) -> None:
    make_sources(1)
    [held] = claim(clock)
    assert hand_back(held, due_at=None)
    clock.advance(days=365)
    assert claim(clock) == []


@pytest.mark.django_db(transaction=True)
def test_no_two_workers_hold_the_same_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    workers = Workers(tmp_path, monkeypatch, Source)
    workers.one(lambda: make_sources(40))

    def work() -> list[str]:
        done: list[str] = []
        while held := claim(clock, limit=3):
            done += names(source for source in held if hand_back(source, due_at=None))
        return done

    shares = workers.race(work, count=4)
    assert sorted(name for share in shares for name in share) == sorted(f"source {n}" for n in range(40))


@pytest.mark.django_db(transaction=True)
def test_a_worker_passes_over_what_another_is_just_taking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    workers = Workers(tmp_path, monkeypatch, Source)
    workers.one(lambda: make_sources(2))

    def take_one() -> list[str]:
        with transaction.atomic():  # on PostgreSQL the row stays locked until here; on SQLite the other waits
            return names(claim(clock, limit=1))

    assert sorted(name for taken in workers.race(take_one) for name in taken) == ["source 0", "source 1"]
