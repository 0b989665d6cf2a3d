"""Fetches in flight: each is given out once, as it arrives, and its lease is kept while it runs."""

from concurrent.futures import Future
from datetime import timedelta

import pytest

from haidang.base import lease
from haidang.base.net import Fetched
from haidang.information.collect.models import Source
from haidang.information.collect.under_way import UnderWay
from haidang.information.collect.values import Looked
from tests.cast import NOON
from tests.fakes.net import page
from tests.information.collect.fakes import FEED, Web, make_source

ANSWER = page(FEED, "x")


def started(count: int) -> tuple[UnderWay[Source], list[Source], list["Future[Fetched]"]]:
    """So many fetches that have not arrived; no database."""
    under_way: UnderWay[Source] = UnderWay()
    rows = [Source(pk=number) for number in range(count)]
    futures: list[Future[Fetched]] = [Future() for _ in rows]
    for row, future in zip(rows, futures, strict=True):
        under_way.add(row, future)
    return under_way, rows, futures


def test_what_has_not_arrived_stays_under_way() -> None:
    under_way, rows, _ = started(2)
    assert list(under_way.arrivals(wait_for_all=False)) == []
    assert under_way.rows() == tuple(rows)


def test_what_has_arrived_is_given_out_once() -> None:
    under_way, rows, futures = started(3)
    futures[1].set_result(ANSWER)
    assert list(under_way.arrivals(wait_for_all=False)) == [[(rows[1], futures[1])]]
    assert under_way.rows() == (rows[0], rows[2])
    assert list(under_way.arrivals(wait_for_all=False)) == []


def test_what_arrived_together_is_given_out_in_groups() -> None:
    under_way, _, futures = started(5)
    for future in futures:
        future.set_result(ANSWER)
    groups = under_way.arrivals(wait_for_all=False, together=2)
    assert [len(group) for group in groups] == [2, 2, 1]
    assert len(under_way) == 0


def test_who_waits_for_all_gets_the_late_ones_too() -> None:
    under_way, rows, futures = started(2)
    futures[1].set_result(ANSWER)
    seen = []
    for group in under_way.arrivals(wait_for_all=True):
        seen += [row for row, _ in group]
        if not futures[0].done():
            futures[0].set_result(ANSWER)
    assert seen == [rows[1], rows[0]]


def test_a_fetch_that_failed_or_was_called_off_has_arrived() -> None:
    under_way, _, futures = started(2)
    futures[0].set_exception(ValueError("no host"))
    futures[1].cancel()
    futures[1].set_running_or_notify_cancel()
    assert len(list(under_way.arrivals(wait_for_all=False))) == 2


@pytest.mark.django_db
def test_a_lease_is_renewed_when_less_than_half_of_it_is_left() -> None:
    make_source()
    under_way: UnderWay[Source] = UnderWay()
    [row] = lease.claim_due(Source.objects.all(), at=NOON, limit=1, lease_s=60)
    under_way.add(row, Future())
    ends = []
    for seconds in (30, 31):
        under_way.keep_leases(at=NOON + timedelta(seconds=seconds), lease_s=60)
        left = Source.objects.get().leased_until
        assert left is not None
        ends.append((left - NOON).total_seconds())
    assert ends == [60, 91]


@pytest.mark.django_db
def test_a_lease_that_another_worker_has_now_is_not_taken_back() -> None:
    make_source()
    under_way: UnderWay[Source] = UnderWay()
    [row] = lease.claim_due(Source.objects.all(), at=NOON, limit=1, lease_s=60)
    under_way.add(row, Future())
    late = NOON + timedelta(seconds=61)
    [theirs] = lease.claim_due(Source.objects.all(), at=late, limit=1, lease_s=60)
    under_way.keep_leases(at=late, lease_s=600)
    kept = Source.objects.get()
    assert (kept.lease_token, kept.leased_until) == (theirs.lease_token, theirs.leased_until)


def test_a_fetch_that_is_under_way_is_not_started_again_while_it_runs(web: Web) -> None:
    make_source()
    web.say(FEED, Future())
    under_way: UnderWay[Source] = UnderWay()
    for seconds in (0, 40, 80, 120):
        at = NOON + timedelta(seconds=seconds)
        assert web.look(at, wait=False, under_way=under_way) == Looked()
    assert len(web.fetcher.asked) == 1
