"""What a statement says that can be compared."""

from datetime import date
from decimal import Decimal

from haidang.engine.retrieval.statement import read_statement


def test_a_statement_is_read_for_all_its_slots() -> None:
    found = read_statement("Cầu Cây Được không sập ngày 12/5, giá vé giảm")
    assert [name.folded for name in found.names] == ["cay duoc"]
    assert [(one.day, one.month) for one in found.dates] == [(12, 5)]
    assert found.denied == "không"
    assert found.directions == {"amount": ("down", "giảm")}


def test_numbers_stand_under_their_unit_without_dates_and_bare_years() -> None:
    found = read_statement("Năm 2026, ngày 12/5, 120 tấn tôm bị trả về")
    assert {unit: [one.value for one in listed] for unit, listed in found.numbers.items()} == {
        "t": [Decimal(120)]
    }


def test_a_relative_day_is_known_from_the_day_it_was_said() -> None:
    found = read_statement("Cầu sập hôm qua", said_on=date(2026, 5, 13))
    assert [(one.day, one.month, one.year) for one in found.dates] == [(12, 5, 2026)]


def test_a_name_is_found_in_a_text_typed_without_marks() -> None:
    name = read_statement("Cầu Cây Được sập").names[0]
    typed = read_statement("nghe noi cau cay duoc sap")
    assert typed.place_of(name) == 3
    assert typed.printed(name) == "cay duoc"


def test_a_name_that_a_text_does_not_give_is_nowhere_in_it() -> None:
    name = read_statement("Cầu Cây Được sập").names[0]
    other = read_statement("Cầu Tân Ân sập")
    assert other.place_of(name) is None
    assert other.printed(name) == ""
