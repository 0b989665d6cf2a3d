"""Numbers as Vietnamese and English print them."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3,4 tỷ đồng", [(3_400_000_000, "VND")]),
        ("VND 3.4 billion", [(3_400_000_000, "VND")]),
        ("$3.4bn", [(3_400_000_000, "USD")]),
        ("US$5m", [(5_000_000, "USD")]),
        ("500.000", [(500_000, "")]),
        ("500,000", [(500_000, "")]),
        ("500.000đ", [(500_000, "VND")]),
        ("500k", [(500_000, "")]),
        ("1.234,5 kg và 1,234.5 kg", [(Decimal("1234.5"), "kg"), (Decimal("1234.5"), "kg")]),
        ("3.125 billion dollars", [(3_125_000_000, "USD")]),
        ("2 nghìn tỷ đồng", [(2 * 10**12, "VND")]),
        ("20% và 20 phần trăm", [(20, "%"), (20, "%")]),
        ("38 tỉnh, 2 ti vi", [(38, ""), (2, "")]),
        ("120 tấn tôm, 120 tonnes", [(120, "t"), (120, "t")]),
        ("sập một nhịp, sap 1 nhip", [(1, "spans"), (1, "spans")]),
        ("ba người chết", [(3, "people")]),
        ("sáu ngày", [(6, "days")]),
        ("sau ngày mưa", []),
        ("nam nguoi o lai", []),
        ("bà con ơi, ba con oi", []),
        ("mot nhip, hai xe", [(1, "spans"), (2, "vehicles")]),
        ("two vehicles fell", [(2, "vehicles")]),
        ("ba tỷ đồng", [(3_000_000_000, "VND")]),
        ("0.500 ha", [(Decimal("0.500"), "ha")]),
        ("1.234.567 đồng", [(1_234_567, "VND")]),
        ("số 45/TB-SXD", []),
        ("không có số", []),
    ],
)
def test_a_number_has_its_value_and_unit(text: str, expected: list[tuple[Decimal, str]]) -> None:
    assert [(found.value, found.unit) for found in numbers(text)] == expected


def test_numbers_in_decomposed_text_stand_where_they_say() -> None:
    text = unicodedata.normalize("NFD", "Cầu thiệt hại 3,4 tỷ đồng, một nhịp")
    found = numbers(text)
    assert [text[one.start : one.end] for one in found] == [one.printed for one in found]
    assert [one.unit for one in found] == ["VND", "spans"]


@given(st.text(alphabet=st.sampled_from("0123456789.,/ đtỷrkm%$ngườiVD\n"), max_size=40) | st.text())
def test_any_text_is_read_and_every_number_stands_where_it_says(text: str) -> None:
    for found in numbers(text):
        assert text[found.start : found.end] == found.printed
        assert found.value >= 0
