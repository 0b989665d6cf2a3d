"""What is known: learned when it changes, forgotten when it is withdrawn, and never suggested beside itself."""

from datetime import datetime, timedelta

import pytest

from haidang.engine.retrieval import Hit
from haidang.information.screen.known import add_known, withdraw_known
from haidang.information.screen.known_memory import KnownMemory, KnownRow, answered_at
from haidang.information.screen.models import Known, KnownKind
from tests.cast import NOON, later
from tests.information.screen.fakes import OTHER_CLAIM, RUMOUR, RUMOUR_UNMARKED

TODAY = NOON.date()


def add(claim: str = RUMOUR, *, key: str = "2026-0001", at: datetime = NOON, **more: str) -> Known:
    values = {"kind": KnownKind.REVIEW, "language": "vi", **more}
    return add_known(key=key, claim=claim, at=at, **values)


def keys(memory: KnownMemory, text: str = RUMOUR_UNMARKED, *, address: str = "") -> list[str]:
    return [row.key for row, _ in memory.search(text, on=TODAY, address=address)]


@pytest.mark.django_db
def test_a_change_is_seen_until_it_is_learned() -> None:
    memory = KnownMemory()
    seen = [memory.has_changed()]
    for change in (lambda: memory.catch_up(at=NOON), add, lambda: memory.catch_up(at=NOON)):
        change()
        seen.append(memory.has_changed())
    assert seen == [True, False, True, False]


@pytest.mark.django_db
def test_what_is_new_is_handed_over_once_to_be_compared() -> None:
    memory = KnownMemory()
    memory.catch_up(at=NOON)
    known = add(at=later(5))
    assert [row.pk for row in memory.catch_up(at=later(6))] == [known.pk]
    assert memory.catch_up(at=later(7)) == []


@pytest.mark.django_db
def test_at_its_start_only_the_last_day_is_compared_and_everything_is_found() -> None:
    memory = KnownMemory()
    add(key="2025-0007", at=NOON - timedelta(days=300))
    add(OTHER_CLAIM, key="2026-0002", at=NOON - timedelta(hours=23))
    assert [row.key for row in memory.catch_up(at=NOON)] == ["2026-0002"]
    assert (keys(memory), keys(memory, OTHER_CLAIM)) == (["2025-0007"], ["2026-0002"])


@pytest.mark.django_db
def test_a_new_version_replaces_the_old_one() -> None:
    memory = KnownMemory()
    add()
    memory.catch_up(at=NOON)
    add(OTHER_CLAIM, at=later(5))
    assert [row.claim for row in memory.catch_up(at=later(5))] == [OTHER_CLAIM]
    assert (keys(memory), keys(memory, OTHER_CLAIM)) == ([], ["2026-0001"])


@pytest.mark.django_db
def test_what_is_withdrawn_is_found_no_more() -> None:
    memory = KnownMemory()
    add()
    add(OTHER_CLAIM, key="2026-0002")
    memory.catch_up(at=NOON)
    withdraw_known(kind=KnownKind.REVIEW, key="2026-0001", at=later(5))
    assert memory.catch_up(at=later(5)) == []
    assert (keys(memory), keys(memory, OTHER_CLAIM)) == ([], ["2026-0002"])


@pytest.mark.django_db
def test_a_review_that_is_published_again_is_suggested_again() -> None:
    memory = KnownMemory()
    add()
    assert len(memory.catch_up(at=NOON)) == 1
    withdraw_known(kind=KnownKind.REVIEW, key="2026-0001", at=later(5))
    assert memory.catch_up(at=later(5)) == []
    add(at=later(9))
    assert len(memory.catch_up(at=later(9))) == 1
    assert memory.catch_up(at=later(9)) == []


@pytest.mark.django_db
def test_a_text_is_not_suggested_beside_itself() -> None:
    memory = KnownMemory()
    add(kind=KnownKind.OFFICIAL, key="a", address="https://tinh.example/1")
    add(kind=KnownKind.REVIEW, key="b")
    memory.catch_up(at=NOON)
    assert keys(memory, address="https://tinh.example/1") == ["b"]
    assert sorted(keys(memory)) == sorted(keys(memory, address="https://t.example/2")) == ["a", "b"]


@pytest.mark.django_db
def test_the_claim_of_a_conclusion_is_known_in_all_its_languages() -> None:
    memory = KnownMemory()
    add("Cầu bị sập.")
    add("A bridge collapsed.", language="en")
    add(OTHER_CLAIM, key="2026-0002")
    memory.catch_up(at=NOON)
    assert memory.same_claim("2026-0001") == {"cau bi sap.", "a bridge collapsed."}
    assert memory.same_claim("2026-0009") == set()


def a_hit(kind: str, level: str, minutes: float) -> tuple[KnownRow, Hit]:
    row = KnownRow(pk=1, kind=kind, key="k", claim="c", folded="c", address="", known_at=later(minutes))
    return row, Hit(key="1", score=0.9, level=level, slots=())  # type: ignore[arg-type]  # a literal in a table


@pytest.mark.parametrize(
    ("hits", "answered"),
    [
        ([], None),
        ([("review", "match", 1), ("review", "match", 5)], later(5)),
        ([("review", "match", 1), ("review", "related", 5)], later(1)),
        ([("official", "match", 5)], None),
    ],
)
def test_only_a_conclusion_on_this_very_claim_has_answered_it(
    hits: list[tuple[str, str, float]], answered: datetime | None
) -> None:
    assert answered_at([a_hit(*hit) for hit in hits]) == answered
