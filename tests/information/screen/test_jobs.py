"""Screening as the office sees it: stories, claims with reasons, what is set aside, and nothing twice."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from haidang.information.collect.models import Revision
from haidang.information.screen import jobs
from haidang.information.screen.known import add_known
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Appearance, Claim, ClaimState, Known, KnownKind, Match, Story
from haidang.information.screen.values import Screened
from tests.cast import NOON, later
from tests.information.screen.fakes import (
    ELSEWHERE,
    OPINION,
    OTHER_CLAIM,
    RUMOUR,
    RUMOUR_UNMARKED,
    make_revision,
    make_source,
    screen,
)

pytestmark = pytest.mark.django_db


def codes(claim: Claim) -> set[str]:
    return {reason["code"] for reason in claim.reasons}


def test_a_rumour_becomes_a_waiting_claim_with_its_reasons() -> None:
    revision = make_revision(f"Tin nóng. {RUMOUR}")
    assert screen() == Screened(revisions=1, stories=1, claims=1, appearances=1)
    claim = Claim.objects.get()
    assert (claim.text, claim.state) == (RUMOUR, ClaimState.WAITING)
    assert codes(claim) >= {"about_us", "harm", "event", "novelty"}
    assert claim.priority == sum(reason["points"] for reason in claim.reasons)
    appearance = Appearance.objects.get()
    assert revision.text[appearance.offset :] == appearance.quote == RUMOUR
    assert claim.story == Story.objects.get()
    revision.refresh_from_db()
    assert revision.screened_at == NOON


def test_an_opinion_is_set_aside_with_its_reason() -> None:
    make_revision(OPINION)
    assert screen() == Screened(revisions=1, stories=1, set_aside=1, appearances=1)
    claim = Claim.objects.get()
    assert (claim.state, claim.set_aside_reason) == (ClaimState.SET_ASIDE, "opinion")


def test_news_of_other_places_gives_a_story_and_no_claim() -> None:
    make_revision(ELSEWHERE)
    assert screen() == Screened(revisions=1, stories=1)


def test_a_language_that_we_cannot_read_gives_a_story_and_no_claim() -> None:
    make_revision("Ponte em Ca Mau caiu em 12/5.", language="pt")
    assert screen() == Screened(revisions=1, stories=1)


def test_what_a_state_body_says_is_no_claim_until_others_say_it() -> None:
    office = make_source("Cổng tin tỉnh", official=True)
    make_revision(RUMOUR, source=office)
    screen()
    assert Claim.objects.count() == 0
    make_revision(RUMOUR, seen_at=later(200))
    screen(later(200))
    assert Claim.objects.get().matches.get().known.kind == "official"


def test_what_an_official_source_published_about_us_is_suggested() -> None:
    office = make_source("Cổng tin tỉnh", official=True)
    denial = "Cầu Gành Hào 2 ở Cà Mau không bị sập sáng 12/5"
    make_revision(
        "UBND tỉnh Cà Mau cho biết cầu vẫn thông xe.",
        title=denial,
        source=office,
        address="https://t.example/1",
    )
    make_revision(ELSEWHERE, source=office)
    screen()
    known = Known.objects.get()
    assert (known.kind, known.claim, known.address) == (KnownKind.OFFICIAL, denial, "https://t.example/1")
    make_revision(RUMOUR, seen_at=later(10))
    screen(later(10))
    match = Match.objects.get(claim__text=RUMOUR)
    assert (match.known, match.level) == (known, "related")
    assert any(slot["slot"] == "polarity" and not slot["agrees"] for slot in match.slots)


def test_a_second_round_finds_nothing_to_do() -> None:
    memory = Memory()
    make_revision(RUMOUR)
    screen(memory=memory)
    assert screen(later(1), memory=memory) == Screened()
    assert screen(later(2)) == Screened()


def test_the_oldest_are_screened_first_and_no_more_than_asked() -> None:
    revisions = [make_revision(RUMOUR), make_revision(OTHER_CLAIM), make_revision(OPINION)]
    assert screen(limit=2).revisions == 2
    assert list(Revision.objects.filter(screened_at=None)) == revisions[2:]


def test_what_another_worker_screened_meanwhile_is_not_screened_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_revision(RUMOUR)
    real = jobs.this_worker_screens
    other: list[Screened] = []

    def the_other_was_faster() -> bool:
        monkeypatch.setattr(jobs, "this_worker_screens", real)
        other.append(screen_in_the_same_transaction())
        return real()

    def screen_in_the_same_transaction() -> Screened:
        monkeypatch.setattr(jobs.transaction, "atomic", _plain(jobs.transaction.atomic))
        return screen()

    monkeypatch.setattr(jobs, "this_worker_screens", the_other_was_faster)
    memory = Memory()
    assert screen(memory=memory) == Screened()
    assert other == [Screened(revisions=1, stories=1, claims=1, appearances=1)]
    make_revision(RUMOUR_UNMARKED)
    monkeypatch.undo()
    screen(later(1), memory=memory)
    assert Claim.objects.get().appearances.count() == 2


def _plain(atomic: Callable[..., Any]) -> Callable[..., Any]:
    return lambda **_: atomic()


def test_while_another_worker_screens_this_one_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    make_revision(RUMOUR)
    monkeypatch.setattr(jobs, "this_worker_screens", lambda: False)
    assert screen() == Screened(busy=True)
    monkeypatch.undo()
    assert screen().revisions == 1


def test_a_kill_in_the_middle_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    make_revision(RUMOUR)
    make_revision(OPINION)
    monkeypatch.setattr(jobs, "weigh_claims", _killed)
    with pytest.raises(KeyboardInterrupt):
        screen(memory=memory)
    assert not Claim.objects.exists()
    assert not Story.objects.exists()
    monkeypatch.undo()
    assert screen(memory=memory) == Screened(revisions=2, stories=2, claims=1, set_aside=1, appearances=2)


def _killed(rows: set[int]) -> None:
    raise KeyboardInterrupt


def test_a_database_that_is_away_stops_the_round(monkeypatch: pytest.MonkeyPatch) -> None:
    make_revision(RUMOUR)

    def away(rows: set[int]) -> None:
        raise OperationalError("the database is away")

    monkeypatch.setattr(jobs, "weigh_claims", away)
    with pytest.raises(OperationalError):
        screen()
    monkeypatch.undo()
    assert screen().claims == 1


def test_a_text_that_cannot_be_read_is_passed_over_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    make_revision("thuốc độc")
    make_revision(RUMOUR)
    real = jobs.read_revision

    def read(revision: Revision, **more: Any) -> Any:
        if revision.text == "thuốc độc":
            raise ValueError("nobody thought of this")
        return real(revision, **more)

    monkeypatch.setattr(jobs, "read_revision", read)
    assert screen() == Screened(revisions=1, stories=1, claims=1, appearances=1, skipped=1)
    assert "passed over" in caplog.text
    assert not Revision.objects.filter(screened_at=None).exists()


def test_a_fault_without_any_revision_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=NOON)

    def broken(rows: set[int]) -> None:
        raise ValueError("nobody thought of this")

    monkeypatch.setattr(jobs, "weigh_claims", broken)
    with pytest.raises(ValueError, match="nobody"):
        screen()


def test_queries_do_not_grow_with_the_number_of_revisions() -> None:
    counts = []
    for size in (1, 4, 40):
        for number in range(size):
            make_revision(f"{RUMOUR} {OPINION} Ngày {number}/{size} gạo Cà Mau bị trả về {number * 7} tấn.")
        memory = Memory()
        memory.catch_up(at=NOON, publications=[])
        with CaptureQueriesContext(connection) as queries:
            screen(memory=memory)
        counts.append(len(queries))
    assert counts[1] == counts[2]
