"""When a source or page is looked at next, and which reading is news."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from haidang.information.collect.rules import LONGEST_PAUSE, Strands, next_look, next_try, next_visit
from tests.cast import NOON, later


def test_a_healthy_source_is_looked_at_again_after_its_interval() -> None:
    assert next_look(at=NOON, interval_s=600, failures=0, key=7) == later(10)


@given(st.integers(5, 604_800), st.integers(1, 10_000), st.integers(1, 10**9))
def test_pauses_grow_with_failures_up_to_a_limit(interval_s: int, failures: int, key: int) -> None:
    this = next_look(at=NOON, interval_s=interval_s, failures=failures, key=key)
    after = next_look(at=NOON, interval_s=interval_s, failures=failures + 1, key=key)
    assert NOON + timedelta(seconds=interval_s) <= this <= after
    assert after <= NOON + 1.2 * max(LONGEST_PAUSE, timedelta(seconds=interval_s))


def test_sources_that_failed_together_do_not_come_back_together() -> None:
    times = {next_look(at=NOON, interval_s=600, failures=2, key=key) for key in range(50)}
    assert len(times) > 30
    assert len({next_look(at=NOON, interval_s=600, failures=2, key=3) for _ in range(5)}) == 1


def test_a_page_is_visited_after_ten_minutes_an_hour_six_hours_and_a_day() -> None:
    visits, at = [], NOON
    while visit := next_visit(first_seen_at=NOON, at=at, interval_s=600):
        visits.append(visit - NOON)
        at = visit
    assert visits == [timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(hours=24)]


def test_visits_that_were_missed_are_not_made_up_for() -> None:
    assert next_visit(first_seen_at=NOON, at=later(120), interval_s=600) == later(360)


def test_a_page_is_tried_three_times() -> None:
    tries = [next_try(at=NOON, interval_s=60, failures=n, code="http_500", key=1) for n in (1, 2, 3)]
    assert tries[0] is not None
    assert tries[1] is not None
    assert tries[0] < tries[1]
    assert tries[2] is None


def test_a_page_that_robots_may_not_read_is_not_tried_again() -> None:
    assert next_try(at=NOON, interval_s=60, failures=1, code="robots", key=1) is None


def test_a_page_reading_is_no_edit_of_the_feed_summary() -> None:
    strands = Strands(source=1, number=1, last={False: "summary"})
    assert strands.is_news(source=1, from_page=True, content_sha256="page")
    both = Strands(source=1, number=2, last={False: "summary", True: "page"})
    assert not both.is_news(source=1, from_page=False, content_sha256="summary")
    assert not both.is_news(source=1, from_page=True, content_sha256="page")
    assert both.is_news(source=1, from_page=False, content_sha256="other summary")


def test_another_feed_with_another_summary_is_no_edit() -> None:
    strands = Strands(source=1, number=1, last={False: "summary"})
    assert not strands.is_news(source=2, from_page=False, content_sha256="their summary")
    assert strands.is_news(source=2, from_page=True, content_sha256="page")
