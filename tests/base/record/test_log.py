"""Acts are written in order, without gaps, inside the transaction of what they record."""

import hashlib
from pathlib import Path

import pytest
from django.db import transaction

from haidang.accounts.models import User
from haidang.base import record
from haidang.base.models import LogEntry, LogHead, RunningNumber
from haidang.base.record.log import OutsideTransaction, TooLongForRecord
from haidang.base.record.merkle import Frontier, leaf_hash, root_of
from tests.base.record.two_workers import Workers
from tests.fakes.clock import OFFICE_MORNING, FakeClock


def acts(count: int) -> list[record.Act]:
    clock = FakeClock()
    return [
        record.Act("case.received", ("verify.case", f"2026-{number:04}"), None, clock.advance(seconds=1))
        for number in range(count)
    ]


@pytest.mark.django_db
def test_an_act_is_kept_with_who_what_and_when() -> None:
    lan = User.objects.create(username="lan")
    entry = record.append(
        act="source.registered",
        subject=("collect.source", "4"),
        by=lan,
        at=OFFICE_MORNING,
        body={"kind": "feed"},
    )
    kept = LogEntry.objects.get()
    assert kept == entry
    assert (kept.index, kept.act, kept.actor) == (0, "source.registered", f"user:{lan.public_id}")
    assert (kept.subject_kind, kept.subject_key, kept.at) == ("collect.source", "4", OFFICE_MORNING)
    assert kept.leaf_sha256 == hashlib.sha256(b"\x00" + kept.leaf.encode()).hexdigest()
    assert "lan" not in kept.leaf
    assert str(kept) == "0 source.registered collect.source:4"


@pytest.mark.django_db
def test_the_head_grows_with_the_log() -> None:
    record.append_many(acts(5))
    record.append(act="x", subject=("a", "b"), by=None, at=OFFICE_MORNING)
    head = LogHead.objects.get()
    leaves = [leaf_hash(entry.leaf.encode()) for entry in LogEntry.objects.all()]
    assert list(LogEntry.objects.values_list("index", flat=True)) == list(range(6))
    assert head.size == 6
    assert Frontier.of(head.size, head.frontier).root() == root_of(leaves)


@pytest.mark.django_db
def test_many_acts_cost_no_more_queries_than_one(django_assert_max_num_queries: object) -> None:
    record.append_many(acts(1))
    with django_assert_max_num_queries(4):  # type: ignore[operator]  # a fixture of pytest-django
        record.append_many(acts(100))
    assert record.append_many([]) == []


@pytest.mark.django_db(transaction=True)
def test_an_act_outside_a_transaction_is_refused() -> None:
    with pytest.raises(OutsideTransaction, match=r"transaction\.atomic"):
        record.append(act="x", subject=("a", "b"), by=None, at=OFFICE_MORNING)
    with pytest.raises(OutsideTransaction):
        record.append_many([])
    assert LogHead.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_leaves_no_entry() -> None:
    with transaction.atomic():
        record.append(act="x", subject=("a", "b"), by=None, at=OFFICE_MORNING)
        transaction.set_rollback(True)
    with transaction.atomic():
        assert record.append(act="y", subject=("a", "b"), by=None, at=OFFICE_MORNING).index == 0


@pytest.mark.django_db
def test_a_name_too_long_for_its_column_is_refused_on_every_database() -> None:
    with pytest.raises(TooLongForRecord, match="subject_key"):
        record.append(act="x", subject=("a", "k" * 81), by=None, at=OFFICE_MORNING)


@pytest.mark.django_db
def test_a_row_is_recorded_by_its_label_and_key() -> None:
    row = RunningNumber.objects.create(series="case", year=2026)
    entry = record.append(act="x", subject=row, by=None, at=OFFICE_MORNING)
    assert (entry.subject_kind, entry.subject_key) == ("base.runningnumber", str(row.pk))


@pytest.mark.django_db(transaction=True)
def test_writers_side_by_side_leave_no_gap_and_no_fork(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers = Workers(tmp_path, monkeypatch, LogEntry, LogHead)

    def write() -> None:
        for act in acts(15):
            with transaction.atomic():
                record.append_many([act])

    def read() -> tuple[list[int], bool]:
        entries = list(LogEntry.objects.all())
        head = LogHead.objects.get()
        root = root_of(leaf_hash(entry.leaf.encode()) for entry in entries)
        return [entry.index for entry in entries], Frontier.of(head.size, head.frontier).root() == root

    workers.race(write, count=3)
    assert workers.one(read) == (list(range(45)), True)
