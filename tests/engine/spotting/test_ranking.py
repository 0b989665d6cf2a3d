"""The order of the queue."""

import pytest

from haidang.engine.spotting import Factor, priority


def test_nine_posts_in_forty_minutes_weigh_more_than_one() -> None:
    harm = Factor("harm", 3, "sập")
    spread = priority([harm], appearances=9, minutes=40, official=False, known_match="")
    assert [(one.code, one.points, one.detail) for one in spread.factors] == [
        ("harm", 3, "sập"),
        ("fast", 2, "9/40"),
        ("spread", 2, "9"),
        ("novelty", 1, ""),
    ]
    assert spread.points == 8
    assert priority([harm], appearances=1, minutes=0, official=False, known_match="match").points == 3


@pytest.mark.parametrize(
    ("appearances", "minutes", "points"),
    [(1, 1, 0), (2, 600, 1), (4, 600, 1), (5, 600, 2), (15, 600, 3), (3, 30, 3), (3, 31, 1), (3, 0, 3)],
)
def test_spread_and_speed_have_steps(appearances: int, minutes: float, points: int) -> None:
    assert (
        priority([], appearances=appearances, minutes=minutes, official=False, known_match="related").points
        == points
    )


def test_an_official_text_comes_later() -> None:
    assert priority([], appearances=1, minutes=0, official=True, known_match="match").points == -2
