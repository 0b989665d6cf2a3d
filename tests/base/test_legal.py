"""Legal numbers are rows with a basis and days on which they hold, never constants in code."""

from datetime import date

import pytest

from haidang.base.legal import ParameterValue, UnknownParameter, parameter, seed_legal_parameters
from haidang.base.models import LegalParameter

pytestmark = pytest.mark.django_db


def row(value: int, valid_from: date, valid_to: date | None = None, verified_by: str = "") -> LegalParameter:
    return LegalParameter.objects.create(
        code="appeal.admit_days",
        value=value,
        unit="days",
        basis=f"basis of {value}",
        valid_from=valid_from,
        valid_to=valid_to,
        verified_by=verified_by,
    )


def value_on(day: date) -> int:
    return parameter("appeal.admit_days", on=day).value


def test_a_number_comes_with_its_basis() -> None:
    row(10, date(2012, 7, 1), verified_by="Thu")
    assert parameter("appeal.admit_days", on=date(2026, 5, 12)) == ParameterValue(
        10, "days", "basis of 10", verified=True
    )


def test_the_number_of_the_day_counts() -> None:
    row(10, date(2012, 7, 1), date(2026, 6, 30))
    row(7, date(2026, 7, 1))
    assert value_on(date(2012, 7, 1)) == 10
    assert value_on(date(2026, 6, 30)) == 10
    assert value_on(date(2026, 7, 1)) == 7


def test_a_later_row_goes_before_an_open_earlier_one() -> None:
    row(10, date(2012, 7, 1))
    row(7, date(2026, 7, 1))
    assert value_on(date(2026, 6, 30)) == 10
    assert value_on(date(2030, 1, 1)) == 7


def test_a_day_on_which_no_number_holds_is_named() -> None:
    row(10, date(2012, 7, 1), date(2026, 6, 30))
    for day in (date(2012, 6, 30), date(2026, 7, 1)):
        with pytest.raises(UnknownParameter, match=f"'appeal.admit_days' holds on {day}"):
            value_on(day)


def test_an_unverified_number_says_so() -> None:
    row(10, date(2012, 7, 1))
    assert not parameter("appeal.admit_days", on=date(2026, 5, 12)).verified


def test_the_desk_starts_with_its_clocks_and_terms() -> None:
    seed_legal_parameters()
    today = date(2026, 5, 12)
    found = {
        code: parameter(code, on=today) for code in LegalParameter.objects.values_list("code", flat=True)
    }
    terms = {code: (value.value, value.unit, value.verified) for code, value in found.items()}
    assert terms == {
        "case.acknowledge_minutes": (60, "minutes", False),
        "case.answer_hours": (24, "hours", False),
        "agency.answer_working_days": (5, "working_days", False),
        "appeal.admit_days": (10, "days", True),
        "appeal.decide_days": (30, "days", True),
        "appeal.decide_complex_days": (45, "days", True),
        "appeal.decide_working_days": (7, "working_days", False),
    }
    assert all(value.basis.endswith(".") for value in found.values())


def test_seeding_again_adds_nothing_and_keeps_what_the_office_changed() -> None:
    assert seed_legal_parameters() == LegalParameter.objects.count()
    LegalParameter.objects.filter(code="case.answer_hours").update(value=12, verified_by="Mai")
    assert seed_legal_parameters() == 0
    assert parameter("case.answer_hours", on=date(2026, 5, 12)).value == 12


def test_no_seed_is_too_long_for_its_column() -> None:
    seed_legal_parameters()
    for kept in LegalParameter.objects.all():
        kept.full_clean()
        assert str(kept) == f"{kept.code} = {kept.value} {kept.unit}"
