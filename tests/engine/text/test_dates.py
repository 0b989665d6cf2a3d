"""Dates as Vietnamese and English print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import dates

TODAY = date(2026, 5, 13)


@pytest.mark.parametrize(
    ("text", "printed", "on"),
    [
        ("sáng 12/5", "12/5", date(2026, 5, 12)),
        ("sáng 12/5/2026", "12/5/2026", date(2026, 5, 12)),
        ("ngày 12-5-2026", "12-5-2026", date(2026, 5, 12)),
        ("ngày 12.5.2026", "12.5.2026", date(2026, 5, 12)),
        ("2026-05-12", "2026-05-12", date(2026, 5, 12)),
        ("ngày 12 tháng 5 năm 2025", "12 tháng 5 năm 2025", date(2025, 5, 12)),
        ("ngay 12 thang 5", "12 thang 5", date(2026, 5, 12)),
        ("on May 12", "May 12", date(2026, 5, 12)),
        ("on May 12th, 2024", "May 12th, 2024", date(2024, 5, 12)),
        ("on 3 June", "3 June", date(2026, 6, 3)),
        ("on 5/13/2026", "5/13/2026", date(2026, 5, 13)),
        ("31/12", "31/12", date(2025, 12, 31)),
        ("29/2", "29/2", None),
        ("từ tháng 6", "tháng 6", None),
        ("tháng 6/2026", "tháng 6/2026", None),
        ("sáng nay", "sáng nay", date(2026, 5, 13)),
        ("hom qua", "hom qua", date(2026, 5, 12)),
        ("this morning", "this morning", date(2026, 5, 13)),
        ("last night", "last night", date(2026, 5, 12)),
    ],
)
def test_a_date_is_found_and_resolved_near_today(text: str, printed: str, on: date | None) -> None:
    assert [(found.printed, found.on) for found in dates(text, today=TODAY)] == [(printed, on)]


@pytest.mark.parametrize(
    "text",
    ["mở cửa 24/7", "99/99", "may 3 chiec xe", "32 tháng 13", "45/2020/NĐ-CP", "1/3 dân số", "không có ngày"],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text, today=TODAY) == []


def test_without_today_a_date_keeps_what_is_printed() -> None:
    (found,) = dates("sáng 12/5")
    assert (found.on, found.day, found.month, found.year) == (None, 12, 5, None)
    (relative,) = dates("hôm qua")
    assert relative.relative
    assert relative.month is None


def test_at_the_edges_of_the_calendar_nothing_breaks() -> None:
    assert dates("hôm qua", today=date.min)[0].on is None
    assert dates("12/5", today=date.min)[0].on == date(1, 5, 12)
    assert dates("1/3", today=date.max)[0].on is None


@given(st.text(alphabet=st.sampled_from("0123456789/-. thángnămMaymy"), max_size=40) | st.text(), st.dates())
def test_any_text_is_read_and_every_date_stands_where_it_says(text: str, today: date) -> None:
    for found in dates(text, today=today):
        assert text[found.start : found.end] == found.printed
