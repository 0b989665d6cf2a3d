"""The tables of screening: a publication in one story, a sentence once, an answer once, and no lost text."""

from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from haidang.information.screen.decide_match import confirm_match
from haidang.information.screen.known import add_known
from haidang.information.screen.models import Appearance, Claim, Known, KnownKind, Match, Story, StoryMember
from tests.cast import NOON, Cast, later
from tests.information.screen.fakes import RUMOUR, make_revision, screen


@pytest.fixture(autouse=True)
def screened(db: None) -> None:
    """One rumour in one story, with one suggestion."""
    add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=NOON)
    make_revision(RUMOUR, title="Tin nóng", address="https://bao-mau.example/cau")
    screen()


def a_second(row: models.Model, **changes: Any) -> models.Model:
    """The same row once more but for the changes."""
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**{**fields, "id": None, **changes})


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (StoryMember, {"why": "copy"}),
        (Appearance, {"quote": "Chữ khác"}),
        (Known, {"claim": "Chữ khác"}),
        (Match, {"score": 0.1}),
    ],
)
def test_nothing_stands_twice(model: type[models.Model], changes: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        a_second(model._default_manager.get(), **changes).save(force_insert=True)
    assert model._default_manager.count() == 1


@pytest.mark.parametrize(
    ("model", "changes"),
    [(Appearance, {"offset": 400}), (Known, {"language": "en"}), (Known, {"kind": "official"})],
)
def test_another_sentence_language_or_kind_is_another_row(
    model: type[models.Model], changes: dict[str, Any]
) -> None:
    a_second(model._default_manager.get(), **changes).save(force_insert=True)
    assert model._default_manager.count() == 2


def test_the_queue_stands_heaviest_first_and_among_equals_longest_waiting() -> None:
    Claim.objects.update(priority=5, text="vừa")
    first = Claim.objects.get()
    for text, priority, minutes in (("nặng", 9, 3), ("sau", 5, 1), ("nhẹ", 1, -9)):
        a_second(first, text=text, priority=priority, first_seen_at=later(minutes)).save(force_insert=True)
    assert [claim.text for claim in Claim.objects.all()] == ["nặng", "vừa", "sau", "nhẹ"]


def test_a_text_that_a_claim_quotes_cannot_be_deleted() -> None:
    with pytest.raises(ProtectedError):
        Appearance.objects.get().revision.delete()


def test_a_claim_outlives_its_story() -> None:
    Story.objects.all().delete()
    assert Claim.objects.get().story is None


def test_who_decided_on_a_suggestion_cannot_be_deleted(cast: Cast) -> None:
    confirm_match(match=Match.objects.get(), by=cast.lan, at=later(5))
    with pytest.raises(ProtectedError):
        cast.lan.delete()


def test_rows_are_read_as_people_would_name_them() -> None:
    assert [str(model._default_manager.get()) for model in (Story, StoryMember, Claim, Appearance)] == [
        "Tin nóng",
        "https://bao-mau.example/cau in Tin nóng",
        RUMOUR,
        RUMOUR,
    ]
    assert str(Known.objects.get()) == f"2026-0001: {RUMOUR}"
    assert str(Match.objects.get()) == f"{RUMOUR} ~ 2026-0001: {RUMOUR}"
