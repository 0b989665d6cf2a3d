"""Slots that agree and slots that conflict."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.retrieval import compare_slots
from haidang.engine.retrieval.polarity import directions, is_denied


@pytest.mark.parametrize(
    ("here", "there", "slot", "agrees"),
    [
        ("cau cay duoc sap", "Cầu Cây Được sập", "place", True),
        ("xa Dat Mui ngung ban dien", "Xã Đất Mũi ở Cà Mau ngừng bán điện", "place", True),
        ("Ở Cà Mau có cầu sập", "Cầu Cây Được ở Cà Mau sập", "place", False),
        ("Cầu Tân Ân sập", "Cầu Cây Được sập", "place", False),
        ("cầu sập rồi", "Cầu Cây Được sập", "place", False),
        ("Công ty Minh Sơn nợ lương", "Công ty Minh Sơn nợ lương", "place", True),
        ("họp ngày 12/5", "họp ngày 12/5/2026", "date", True),
        ("họp tháng 5", "họp ngày 12/5/2026", "date", True),
        ("họp ngày 13/5", "họp ngày 12/5", "date", False),
        ("họp 12/5/2025", "họp 12/5/2026", "date", False),
        ("3,4 tỷ đồng", "VND 3.4 billion", "number", True),
        ("120 tấn", "150 tấn", "number", False),
        ("hết 500k", "giá 500.000 đồng", "number", True),
        ("điểm 7 và 8", "điểm 8", "number", True),
        ("điểm 7", "điểm 8", "number", False),
        ("cầu không sập", "cầu sập", "polarity", False),
        ("cầu không sập", "cầu chưa sập", "polarity", True),
        ("tỉnh bác bỏ tin cầu sập", "cầu sập", "polarity", False),
        ("The bridge didn't fall", "The bridge fell", "polarity", False),
        ("giá điện tăng", "giá điện giảm", "direction", False),
        ("giá điện tăng", "giá điện tăng lên", "direction", True),
        ("cho phép xe tải qua cầu", "cấm xe tải qua cầu", "direction", False),
    ],
)
def test_a_slot_is_compared(here: str, there: str, slot: str, agrees: bool) -> None:
    found = {one.slot: one.agrees for one in compare_slots(here, there)}
    assert found[slot] is agrees


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("cầu sập sáng nay", "cầu sập sáng 12/5"),
        ("hết 500k", "giá 700.000 đồng"),
        ("cầu sập", "cầu sập"),
        ("từ năm 2025", "từ năm 2026 đến nay"),
        ("giá tăng rồi giảm", "giá giảm"),
    ],
)
def test_what_cannot_be_compared_is_not(here: str, there: str) -> None:
    assert compare_slots(here, there) == ()


def test_relative_days_are_compared_when_the_days_are_known() -> None:
    day, other = date(2026, 5, 13), date(2026, 9, 1)
    assert compare_slots("sập sáng nay", "sập sáng 12/5", here_on=day)[0].agrees
    assert compare_slots("sập sáng nay", "sập sáng 12/5", here_on=day, there_on=day)[0].agrees
    assert not compare_slots("sập sáng nay", "sập sáng 12/5", here_on=other, there_on=day)[0].agrees
    assert not compare_slots("họp 12/5", "họp 12/5", here_on=date(2025, 5, 12), there_on=day)[0].agrees


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Cầu Cây Được không sập", "không"),
        ("cau cay duoc khong sap", "khong"),
        ("chất lượng không khí tốt", ""),
        ("hàng không mở tuyến", ""),
        ("không biết ai làm", ""),
        ("cầu sập phải không", ""),
        ("cầu sập chưa", ""),
        ("nhà chức trách phủ nhận", "phủ nhận"),
        ("They can open it", ""),
        ("They can't open it", "can"),
        ("It is not only big", ""),
    ],
)
def test_denial_is_told_from_words_that_look_like_it(text: str, denied: str) -> None:
    assert is_denied(text) == denied


def test_a_text_that_points_both_ways_points_nowhere() -> None:
    assert directions("giá tăng rồi giảm") == {}
    assert directions("mở cửa lại chợ") == {"gate": ("open", "mở cửa")}


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(here: str, there: str) -> None:
    for found in compare_slots(here, there):
        assert found.slot in {"place", "date", "number", "polarity", "direction"}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Visitors to Rocky Cape must pay", "Visitors to Sandy Cape must pay"),
        ("The airport at Mui Duoc will close", "The airport at Mui Sen will close"),
        ("The East Hai dyke broke", "The West Hai dyke broke"),
        ("There were 45 cases in August 2026", "There were 45 cases in July 2026"),
    ],
)
def test_an_english_name_or_month_in_the_place_of_another_conflicts(here: str, there: str) -> None:
    assert any(not slot.agrees for slot in compare_slots(here, there))
