"""What arrived is committed with its schedule: once, whole, and tried again when the database was busy."""

from concurrent.futures import Future

import pytest
from django.db import IntegrityError, OperationalError

from haidang.base import lease
from haidang.base.net import Fetched, FetchFailed
from haidang.information.collect import store_arrivals
from haidang.information.collect.models import Publication, Revision, Source, SourceState
from haidang.information.collect.parsing import read_feed_document, read_page_document
from haidang.information.collect.store_arrivals import PageRead, source_unchanged, store_pages, store_source
from haidang.information.collect.switch_source import switch_source
from haidang.information.collect.under_way import UnderWay
from haidang.information.collect.values import Document, Looked
from tests.cast import NOON, Cast, later
from tests.fakes.net import page
from tests.information.collect.fakes import ARTICLE, FEED, PAGE, Entry, Web, make_source, rss


@pytest.fixture
def source(db: None) -> Source:
    """A source that this worker has in hand, with what its site said of the last body."""
    make_source(etag='"a1"', failures=2, state=SourceState.FAILING, last_reason="No such host.")
    [claimed] = lease.claim_due(Source.objects.all(), at=NOON, limit=1, lease_s=60)
    return claimed


def answered(body: bytes = b"", *, status: int = 200, **headers: str) -> Fetched:
    return page(FEED, body, content_type="application/rss+xml", status=status, headers=headers)


def document(fetched: Fetched) -> Document:
    read = read_feed_document(fetched.body, fetched.content_type, FEED)
    assert isinstance(read, Document)
    return read


def test_not_modified_moves_the_schedule_on_and_keeps_the_rest(source: Source) -> None:
    assert source_unchanged(source, answered(status=304), at=later(1))
    kept = Source.objects.get()
    assert (kept.due_at, kept.last_looked_at, kept.leased_until) == (later(11), later(1), None)
    assert (kept.state, kept.failures, kept.last_reason) == (SourceState.ACTIVE, 0, "")
    assert kept.etag == '"a1"'


def test_a_body_that_differs_is_for_somebody_to_read(source: Source) -> None:
    assert not source_unchanged(source, answered(rss(Entry())), at=later(1))
    assert Source.objects.get().leased_until == later(1)


def test_a_stored_document_leaves_its_validators_for_the_next_question(web: Web, source: Source) -> None:
    fetched = answered(rss(Entry()), ETag='"b2"')
    [event] = store_source(source, fetched, document(fetched), vault=web.vault, at=later(1))
    assert event.address == PAGE
    kept = Source.objects.get()
    assert (kept.etag, kept.last_modified, kept.due_at) == ('"b2"', "", later(11))
    [again] = lease.claim_due(Source.objects.all(), at=later(11), limit=1, lease_s=60)
    assert source_unchanged(again, fetched, at=later(11))


def test_a_validator_that_cannot_be_kept_whole_is_not_kept(web: Web) -> None:
    make_source()
    headers = (("Content-Type", "application/rss+xml"), ("ETag", "x" * 301), ("Last-Modified", "\udcff"))
    web.say(FEED, Fetched(FEED, FEED, 200, headers, rss(Entry()), NOON, "192.0.2.7"))
    web.look(NOON)
    assert (Source.objects.get().etag, Source.objects.get().last_modified) == ("", "")


def test_entries_without_a_usable_address_are_left_out_and_counted(web: Web) -> None:
    make_source()
    web.say(FEED, rss(Entry(), Entry(address="javascript:alert(1)"), Entry(title="Lần hai")))
    assert web.look(NOON) == Looked(stored=1)
    assert Source.objects.get().last_reason.startswith("2 entries were left out")
    assert Source.objects.get().state == SourceState.ACTIVE


def test_what_was_left_out_is_said_as_long_as_the_feed_stays_so(web: Web) -> None:
    make_source()
    web.say(FEED, rss(Entry(), Entry(address="javascript:alert(1)")))
    web.look(NOON)
    web.look(later(10))
    assert Source.objects.get().last_reason.startswith("1 entries were left out")
    web.say(FEED, rss(Entry()))
    web.look(later(20))
    assert Source.objects.get().last_reason == ""


def test_a_pause_that_comes_during_the_fetch_stays_a_pause(web: Web, cast: Cast) -> None:
    source = make_source()
    for answer in (rss(Entry()), FetchFailed("dns", FEED, "No such host.")):
        switch_source(source=source, on=True, by=cast.mai, at=NOON)
        future: Future[Fetched] = Future()
        web.say(FEED, future)
        under_way: UnderWay[Source] = UnderWay()
        web.look(NOON, wait=False, under_way=under_way)
        switch_source(source=source, on=False, by=cast.mai, at=NOON)
        if isinstance(answer, bytes):
            future.set_result(web.fetcher.fetched(FEED, answer))
        else:
            future.set_exception(answer)
        web.look(later(1), wait=False, under_way=under_way)
        assert Source.objects.get().state == SourceState.PAUSED
    assert Revision.objects.count() == 1


def test_who_lost_the_source_meanwhile_stores_the_text_and_leaves_the_schedule(
    web: Web, source: Source
) -> None:
    Source.objects.update(lease_token="another worker's", leased_until=later(5))
    fetched = answered(rss(Entry()))
    assert len(store_source(source, fetched, document(fetched), vault=web.vault, at=later(2))) == 1
    kept = Source.objects.get()
    assert (kept.due_at, kept.leased_until, kept.state) == (NOON, later(5), SourceState.FAILING)


def test_pages_that_came_together_are_stored_with_their_next_visits(web: Web, source: Source) -> None:
    addresses = [PAGE, PAGE + "?n=2"]
    Source.objects.update(reads_articles=True)
    source.refresh_from_db()
    fetched = answered(rss(*(Entry(address=address) for address in addresses)))
    store_source(source, fetched, document(fetched), vault=web.vault, at=NOON)
    Publication.objects.update(first_seen_at=NOON, fetch_failures=1, last_reason="No answer.")
    claimed = lease.claim_due(Publication.objects.select_related("source"), at=NOON, limit=9, lease_s=60)
    events = store_pages([page_read(row) for row in claimed], vault=web.vault, at=later(1))
    assert {(event.address, event.number, event.from_page) for event in events} == {
        (address, 2, True) for address in addresses
    }
    for row in Publication.objects.all():
        assert (row.due_at, row.leased_until) == (later(10), None)
        assert (row.fetch_failures, row.last_reason) == (0, "")


def page_read(publication: Publication) -> PageRead:
    fetched = page(publication.address, ARTICLE)
    read = read_page_document(fetched.body, fetched.content_type, publication.address)
    assert isinstance(read, Document)
    return PageRead(publication, fetched, read.readings[0])


def test_a_deadlock_is_tried_again_and_a_lasting_fault_is_raised(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_source()
    web.say(FEED, rss(Entry()))
    real, faults = store_arrivals.write_news, [OperationalError("deadlock"), OperationalError("deadlock")]

    def write(kept: list, *, at: object) -> object:  # type: ignore[type-arg]
        if faults:
            raise faults.pop()
        return real(kept, at=at)  # type: ignore[arg-type]

    monkeypatch.setattr(store_arrivals, "write_news", write)
    assert web.look(NOON) == Looked(stored=1)
    faults.extend(OperationalError("the database is away") for _ in range(3))
    web.say(FEED, rss(Entry(summary="Khác.")))
    with pytest.raises(OperationalError):
        web.look(later(10))


def test_a_commit_that_fails_leaves_no_row_and_no_schedule(
    web: Web, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def refused(acts: object) -> None:
        tries.append(acts)
        raise IntegrityError("a unique key")

    monkeypatch.setattr(store_arrivals.record, "append_many", refused)
    fetched = answered(rss(Entry()))
    with pytest.raises(IntegrityError):
        store_source(source, fetched, document(fetched), vault=web.vault, at=later(1))
    assert len(tries) == store_arrivals.TRIES
    assert not Revision.objects.exists()
    assert Source.objects.get().due_at == NOON
