"""The tables that every part shares hold each thing once."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from haidang.base.models import Checkpoint, DayOff, LegalParameter, LogEntry, LogHead, RunningNumber
from tests.cast import NOON

pytestmark = pytest.mark.django_db

ENTRY = {
    "index": 0,
    "at": NOON,
    "act": "case.opened",
    "actor": "worker",
    "subject_kind": "verify.case",
    "subject_key": "2026-0001",
    "leaf": "{}",
    "leaf_sha256": "0" * 64,
}
CHECKPOINT = {"size": 7, "root_sha256": "0" * 64, "note": "haidang\n7\n", "made_at": NOON}
NUMBER = {"series": "case", "year": 2026, "last": 7}
FEE = {
    "code": "reply_days",
    "value": 10,
    "unit": "working days",
    "basis": "Điều 1",
    "valid_from": date(2026, 1, 1),
}
TET = {"day": date(2026, 2, 17), "reason": "Tết Bính Ngọ"}


@pytest.mark.parametrize(
    ("model", "row", "changes"),
    [
        (LogEntry, ENTRY, {"act": "case.closed"}),
        (LogHead, {}, {"size": 9}),
        (Checkpoint, CHECKPOINT, {"root_sha256": "1" * 64}),
        (RunningNumber, NUMBER, {"last": 1}),
        (LegalParameter, FEE, {"value": 20}),
        (DayOff, TET, {"working": True}),
    ],
)
def test_there_is_never_a_second_one(
    model: type[models.Model], row: dict[str, Any], changes: dict[str, Any]
) -> None:
    model._default_manager.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        model._default_manager.create(**{**row, **changes})
    assert model._default_manager.count() == 1


@pytest.mark.parametrize("key", [0, 2])
def test_the_log_has_one_head(key: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        LogHead.objects.create(id=key)
    assert not LogHead.objects.exists()


def test_a_new_log_is_empty() -> None:
    head = LogHead.objects.create()
    assert (head.pk, head.size, head.frontier) == (1, 0, [])


@pytest.mark.parametrize(
    ("model", "row", "changes"),
    [
        (RunningNumber, NUMBER, {"year": 2027}),
        (RunningNumber, NUMBER, {"series": "appeal"}),
        (LegalParameter, FEE, {"valid_from": date(2026, 7, 1)}),
    ],
)
def test_every_series_and_year_and_every_change_of_a_law_has_its_own(
    model: type[models.Model], row: dict[str, Any], changes: dict[str, Any]
) -> None:
    for values in (row, {**row, **changes}):
        model._default_manager.create(**values)
    assert model._default_manager.count() == 2


def test_the_log_and_its_checkpoints_are_read_in_their_order() -> None:
    for number in (2, 0, 1):
        LogEntry.objects.create(**{**ENTRY, "index": number})
        Checkpoint.objects.create(**{**CHECKPOINT, "size": number + 10})
    assert [entry.index for entry in LogEntry.objects.all()] == [0, 1, 2]
    assert [checkpoint.size for checkpoint in Checkpoint.objects.all()] == [10, 11, 12]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (LogEntry(**ENTRY), "0 case.opened verify.case:2026-0001"),
        (LogHead(size=12), "log head at 12"),
        (Checkpoint(**CHECKPOINT), "checkpoint at 7"),
        (RunningNumber(**NUMBER), "case 2026-0007"),
        (LegalParameter(**FEE), "reply_days = 10 working days"),
        (DayOff(**TET), "2026-02-17: off, Tết Bính Ngọ"),
        (DayOff(**TET, working=True), "2026-02-17: working, Tết Bính Ngọ"),
    ],
)
def test_rows_are_read_as_people_would_name_them(row: models.Model, words: str) -> None:
    assert str(row) == words
