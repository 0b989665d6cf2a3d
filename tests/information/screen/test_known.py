"""What the office knows, as screening is told by the floors above."""

import pytest

from haidang.base.models import LogEntry
from haidang.information.screen.known import add_known, know_official_texts, withdraw_known
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Known, KnownKind, Match
from tests.cast import NOON, Cast, later
from tests.information.screen.fakes import RUMOUR, RUMOUR_UNMARKED, make_revision, make_source, screen

pytestmark = pytest.mark.django_db


def add(language: str = "vi", minutes: float = 0, claim: str = RUMOUR) -> Known:
    return add_known(
        kind=KnownKind.REVIEW,
        key="2026-0001",
        language=language,
        claim=claim,
        verdict="false",
        at=later(minutes),
    )


def test_a_new_version_of_a_review_replaces_the_row(cast: Cast) -> None:
    first, second = add(), add(minutes=5, claim=RUMOUR_UNMARKED)
    assert first.pk == second.pk
    assert Known.objects.get().claim == RUMOUR_UNMARKED
    assert [entry.act for entry in LogEntry.objects.all()] == ["known.added"] * 2


def test_a_retracted_review_is_suggested_no_more_in_any_language() -> None:
    memory = Memory()
    add()
    add("en", claim="A bridge in Ca Mau collapsed.")
    make_revision(RUMOUR)
    screen(memory=memory)
    assert Match.objects.count() >= 1
    assert withdraw_known(kind=KnownKind.REVIEW, key="2026-0001", at=later(5)) == 2
    assert withdraw_known(kind=KnownKind.REVIEW, key="2026-0001", at=later(6)) == 0
    before = Match.objects.count()
    make_revision(RUMOUR.replace("ba", "tám").replace("2", "9"), seen_at=later(10))
    screen(later(10), memory=memory)
    assert Match.objects.count() == before


def test_an_official_text_is_known_by_its_latest_title_and_stays_withdrawn() -> None:
    office = make_source("Cổng tin tỉnh", official=True)
    address = "https://tinh.example/1"
    know_official_texts([make_revision("Chữ.", title="Cũ", source=office, address=address)], at=NOON)
    withdraw_known(kind=KnownKind.OFFICIAL, key=Known.objects.get().key, at=NOON)
    know_official_texts(
        [make_revision("Chữ mới.", title="Mới", source=office, address=address, seen_at=later(5))],
        at=later(6),
    )
    known = Known.objects.get()
    assert (known.claim, known.known_at, known.withdrawn) == ("Mới", later(6), True)


def test_an_official_text_without_a_title_is_known_by_its_beginning() -> None:
    know_official_texts([make_revision("Cầu vẫn thông xe.")], at=NOON)
    assert Known.objects.get().claim == "Cầu vẫn thông xe."
