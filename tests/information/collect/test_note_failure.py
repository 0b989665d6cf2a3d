"""A look that failed: noted with its reason, backed off from, and never counted by two workers."""

from concurrent.futures import Future

import pytest

from haidang.base import lease
from haidang.base.net import Fetched, FetchFailed
from haidang.information.collect.models import Failure, Publication, Source, SourceState
from haidang.information.collect.note_failure import Reason, page_failed, source_failed
from haidang.information.collect.under_way import UnderWay
from haidang.information.collect.values import Looked
from tests.cast import NOON, later
from tests.information.collect.fakes import FEED, PAGE, Entry, Web, make_source, rss

NO_HOST = Reason("dns", "No such host.")


@pytest.fixture
def source(db: None) -> Source:
    """A source that this worker has in hand."""
    make_source()
    [claimed] = lease.claim_due(Source.objects.all(), at=NOON, limit=1, lease_s=60)
    return claimed


@pytest.fixture
def page(source: Source) -> Publication:
    """A page that this worker has in hand."""
    Publication.objects.create(
        source=source, address=PAGE, address_sha256="0" * 64, first_seen_at=NOON, due_at=NOON
    )
    [claimed] = lease.claim_due(Publication.objects.all(), at=NOON, limit=1, lease_s=60)
    return claimed


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("No such host.", "No such host."),
        ("The site said \x00 nothing.\r\n", "The site said  nothing."),
        ("", "dns"),
        ("\x07", "dns"),
        ("a" * 400, "a" * 300),
    ],
)
def test_a_reason_fits_its_row_and_is_never_empty(sentence: str, words: str) -> None:
    assert Reason("dns", sentence).in_words == words


def test_a_failed_look_is_noted_and_the_source_handed_back(source: Source) -> None:
    source_failed(source, NO_HOST, at=later(1))
    failure = Failure.objects.get()
    assert (failure.source, failure.address, failure.at) == (source, FEED, later(1))
    assert (failure.code, failure.reason) == ("dns", "No such host.")
    kept = Source.objects.get()
    assert (kept.failures, kept.last_reason, kept.last_looked_at) == (1, "No such host.", later(1))
    assert (kept.state, kept.leased_until, kept.lease_token) == (SourceState.ACTIVE, None, "")


def test_the_pause_grows_with_every_failure_in_a_row(source: Source) -> None:
    pauses = []
    for _ in range(3):
        source_failed(source, NO_HOST, at=NOON)
        due_at = Source.objects.get().due_at
        assert due_at is not None
        pauses.append(due_at - NOON)
        [source] = lease.claim_due(Source.objects.all(), at=due_at, limit=1, lease_s=60)
    assert pauses == sorted(set(pauses))


def test_a_source_is_failing_after_three_failures_and_recovers_with_a_success(web: Web) -> None:
    source = make_source()
    web.say(FEED, FetchFailed("deadline", FEED, "No answer within 15 s."))
    states = []
    for _ in range(3):
        source.refresh_from_db()
        assert source.due_at is not None
        web.look(source.due_at)
        states.append(Source.objects.get().state)
    assert states == [SourceState.ACTIVE, SourceState.ACTIVE, SourceState.FAILING]
    web.say(FEED, rss(Entry()))
    source.refresh_from_db()
    assert source.due_at is not None
    web.look(source.due_at)
    source.refresh_from_db()
    assert (source.state, source.failures, source.last_reason) == (SourceState.ACTIVE, 0, "")


def test_a_paused_source_that_fails_again_stays_paused(source: Source) -> None:
    Source.objects.update(state=SourceState.PAUSED, failures=7)
    source_failed(source, NO_HOST, at=NOON)
    assert (Source.objects.get().state, Source.objects.get().failures) == (SourceState.PAUSED, 8)


def test_a_failed_page_is_tried_later_and_its_source_stays_healthy(page: Publication) -> None:
    page_failed(page, NO_HOST, at=NOON)
    kept = Publication.objects.get()
    assert (kept.fetch_failures, kept.last_reason, kept.leased_until) == (1, "No such host.", None)
    assert kept.due_at is not None
    assert kept.due_at > later(10)
    assert Failure.objects.get().address == PAGE
    assert (Source.objects.get().failures, Source.objects.get().last_reason) == (0, "")


@pytest.mark.parametrize("code", ["robots", "forbidden_address", "bad_address"])
def test_a_page_that_may_not_be_fetched_is_not_tried_again(page: Publication, code: str) -> None:
    page_failed(page, Reason(code, "The site asks robots to stay away."), at=NOON)
    assert Publication.objects.get().due_at is None


def test_a_page_is_given_up_after_its_third_failure(page: Publication) -> None:
    page.fetch_failures = 2
    page_failed(page, NO_HOST, at=NOON)
    assert (Publication.objects.get().due_at, Publication.objects.get().fetch_failures) == (None, 3)


def test_a_code_longer_than_its_column_is_cut(page: Publication) -> None:
    page_failed(page, Reason("x" * 60, "Odd."), at=NOON)
    assert Failure.objects.get().code == "x" * 40


def test_a_worker_that_lost_its_source_notes_no_failure(web: Web) -> None:
    """Its next holder decides: two workers must not count one outage twice."""
    source = make_source()
    future: Future[Fetched] = Future()
    web.say(FEED, future)
    under_way: UnderWay[Source] = UnderWay()
    web.look(NOON, wait=False, under_way=under_way)
    Source.objects.update(lease_token="another worker's")
    future.set_exception(FetchFailed("dns", FEED, "No such host."))
    assert web.look(NOON, wait=False, under_way=under_way) == Looked(failed=1)
    source.refresh_from_db()
    assert (source.failures, Failure.objects.count()) == (0, 0)


def test_a_worker_that_lost_its_page_notes_no_failure(web: Web) -> None:
    make_source(reads_articles=True)
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    future: Future[Fetched] = Future()
    web.say(PAGE, future)
    under_way: UnderWay[Publication] = UnderWay()
    web.fetch_pages(NOON, wait=False, under_way=under_way)
    Publication.objects.update(lease_token="another worker's")
    future.set_exception(FetchFailed("dns", PAGE, "No such host."))
    assert web.fetch_pages(NOON, wait=False, under_way=under_way) == Looked(failed=1)
    assert (Publication.objects.get().fetch_failures, Failure.objects.count()) == (0, 0)
