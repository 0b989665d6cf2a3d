"""The reasons with points that a sentence earns by its own words."""

import pytest

from haidang.engine.spotting import PlaceWords
from haidang.engine.spotting.factors import sentence_factors
from haidang.engine.spotting.marks import read_marks

OURS = PlaceWords(("Cà Mau", "cay duoc"))


def _factors(text: str, *, ours: bool = False, place: PlaceWords = OURS) -> list[tuple[str, int, str]]:
    marks = read_marks(text, place, cased=True)
    return [(one.code, one.points, one.detail) for one in sentence_factors(text, marks, ours=ours)]


def test_the_factors_say_what_in_the_text_caused_them_and_the_heaviest_come_first() -> None:
    text = "Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông"
    assert _factors(text) == [
        ("about_us", 3, "Cây Được"),
        ("harm", 3, "sập"),
        ("event", 2, "sập"),
        ("place_time", 2, "Cây Được; 12/5"),
        ("number", 1, "một nhịp"),
    ]


def test_a_medical_station_is_no_department_and_a_place_without_time_counts_one() -> None:
    found = _factors("Lượng người đến khám tăng tại cơ sở y tế xã Đất Mới, hơn 200 người", place=PlaceWords())
    assert [code for code, _, _ in found] == ["event", "number", "place"]


@pytest.mark.parametrize(
    ("text", "code", "points", "detail"),
    [
        ("Cầu khánh thành ngày 12/5", "date", 1, "12/5"),
        ("Chợ xã Đất Mới khánh thành", "place", 1, "Đất Mới"),
        ("Chợ xã Đất Mới khánh thành ngày 12/5", "place_time", 2, "Đất Mới; 12/5"),
    ],
)
def test_a_place_and_a_time_count_together_or_each_alone(
    text: str, code: str, points: int, detail: str
) -> None:
    found = [one for one in _factors(text) if one[0] in {"date", "place", "place_time"}]
    assert found == [(code, points, detail)]


def test_the_name_of_our_place_is_not_counted_as_a_place_once_more() -> None:
    assert [code for code, _, _ in _factors("Chợ Cà Mau khánh thành")] == ["about_us", "event"]


def test_our_place_named_elsewhere_in_the_text_counts_less_and_never_besides() -> None:
    assert ("about_us_nearby", 1, "") in _factors("Cầu bị sập", ours=True)
    assert _factors("Cầu bị sập", ours=False) == [("harm", 3, "sập"), ("event", 2, "sập")]
    codes = [code for code, _, _ in _factors("Cầu ở Cà Mau bị sập", ours=True)]
    assert "about_us" in codes
    assert "about_us_nearby" not in codes


def test_the_figures_of_a_date_are_no_number() -> None:
    assert "number" not in [code for code, _, _ in _factors("Cầu bị sập ngày 12/5/2026")]


def test_a_sentence_that_states_nothing_earns_nothing() -> None:
    assert _factors("Xem thêm tin khác") == []
