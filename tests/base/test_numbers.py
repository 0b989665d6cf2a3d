"""Case numbers run without gaps and are never given twice."""

from pathlib import Path

import pytest
from django.db import transaction

from haidang.base.models import RunningNumber
from haidang.base.numbers import next_number
from haidang.base.record.log import OutsideTransaction
from tests.base.record.two_workers import Workers


@pytest.mark.django_db
def test_numbers_begin_at_one_in_each_series_and_year() -> None:
    assert [next_number("case", 2026) for _ in range(3)] == ["2026-0001", "2026-0002", "2026-0003"]
    assert next_number("appeal", 2026) == "2026-0001"
    assert next_number("case", 2027) == "2027-0001"
    assert str(RunningNumber.objects.get(series="case", year=2026)) == "case 2026-0003"


@pytest.mark.django_db
def test_the_ten_thousandth_case_has_a_number_too() -> None:
    RunningNumber.objects.create(series="case", year=2026, last=9999)
    assert next_number("case", 2026) == "2026-10000"


@pytest.mark.django_db(transaction=True)
def test_a_number_taken_by_an_act_that_failed_is_given_again() -> None:
    with transaction.atomic():
        assert next_number("case", 2026) == "2026-0001"
        transaction.set_rollback(True)
    with transaction.atomic():
        assert next_number("case", 2026) == "2026-0001"


@pytest.mark.django_db(transaction=True)
def test_a_number_outside_a_transaction_is_refused() -> None:
    with pytest.raises(OutsideTransaction, match="series 'case'"):
        next_number("case", 2026)


@pytest.mark.django_db(transaction=True)
def test_two_desks_never_get_the_same_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workers = Workers(tmp_path, monkeypatch, RunningNumber)

    def take() -> list[str]:
        taken = []
        for _ in range(20):
            with transaction.atomic():
                taken.append(next_number("case", 2026))
        return taken

    numbers = [number for taken in workers.race(take, count=3) for number in taken]
    assert sorted(numbers) == [f"2026-{number:04}" for number in range(1, 61)]
