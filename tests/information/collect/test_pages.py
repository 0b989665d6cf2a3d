"""Article pages: read behind the feed entry, visited again for edits, tried three times when they fail."""

from concurrent.futures import Future
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from haidang.base.net import Fetched, FetchFailed
from haidang.information.collect import store_arrivals
from haidang.information.collect.models import Capture, Failure, Publication, Revision, Source
from haidang.information.collect.queries import edits_of, latest_revision, latest_revisions
from haidang.information.collect.values import Looked
from tests.cast import NOON, later
from tests.information.collect.fakes import ARTICLE, FEED, PAGE, Entry, Web, make_source, rss


@pytest.fixture
def seen(web: Web) -> Web:
    """A worker that has just seen one entry, whose page is due."""
    make_source(reads_articles=True)
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    web.say(PAGE, ARTICLE)
    return web


def test_the_page_behind_an_entry_becomes_its_text(seen: Web) -> None:
    assert seen.fetch_pages(NOON) == Looked(stored=1)
    publication = Publication.objects.get()
    latest = latest_revision(publication)
    assert latest is not None
    assert (latest.number, latest.from_page) == (2, True)
    assert "8 km đã xong" in latest.text
    assert latest_revisions([publication.pk]) == {publication.pk: latest}
    assert edits_of(publication) == []
    assert [event.from_page for event in seen.told] == [False, True]


def test_a_source_that_is_read_by_its_feed_alone_has_no_pages_due(web: Web) -> None:
    make_source(reads_articles=False)
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    assert web.fetch_pages(NOON) == Looked()


def test_an_edited_article_is_a_new_revision_with_both_texts_kept(seen: Web) -> None:
    seen.fetch_pages(NOON)
    seen.say(PAGE, ARTICLE.replace(b"8 km", b"5 km"))
    assert seen.fetch_pages(later(9)) == Looked()
    assert seen.fetch_pages(later(10)) == Looked(stored=1)
    [(before, after)] = edits_of(Publication.objects.get())
    assert ("8 km" in before.text, "5 km" in after.text) == (True, True)


def test_a_page_that_did_not_change_is_visited_less_and_less_and_stored_once(seen: Web) -> None:
    visits = []
    while (due_at := Publication.objects.get().due_at) is not None:
        seen.fetch_pages(due_at)
        visits.append(due_at - NOON)
    hours = [timedelta(0), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(days=1)]
    assert visits == hours
    assert (Revision.objects.filter(from_page=True).count(), Capture.objects.count()) == (1, 2)


def test_a_failing_page_is_tried_three_times_and_the_summary_stays(seen: Web) -> None:
    seen.say(PAGE, FetchFailed("http_500", PAGE, "The site answered with error 500."))
    tries = 0
    while (due_at := Publication.objects.get().due_at) is not None:
        assert seen.fetch_pages(due_at) == Looked(failed=1)
        tries += 1
    publication = Publication.objects.get()
    assert (tries, publication.fetch_failures) == (3, 3)
    assert publication.last_reason == "The site answered with error 500."
    assert Failure.objects.filter(address=PAGE).count() == 3
    assert latest_revision(publication) == Revision.objects.get()
    assert Source.objects.get().failures == 0


def test_a_page_that_works_again_is_forgiven(seen: Web) -> None:
    seen.say(PAGE, FetchFailed("deadline", PAGE, "No answer within 15 s."))
    seen.fetch_pages(NOON)
    seen.say(PAGE, ARTICLE)
    due_at = Publication.objects.get().due_at
    assert due_at is not None
    assert seen.fetch_pages(due_at) == Looked(stored=1)
    assert (Publication.objects.get().fetch_failures, Publication.objects.get().last_reason) == (0, "")


def test_a_page_that_kills_its_reader_fails_alone(seen: Web) -> None:
    seen.say(FEED, rss(Entry(), Entry(address=PAGE + "?n=2")))
    seen.look(later(10))
    seen.say(PAGE + "?n=2", b"<html>KILL</html>")
    assert seen.fetch_pages(later(10)) == Looked(stored=1, failed=1)


def test_a_page_that_cannot_be_stored_fails_alone(seen: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    second = PAGE + "?n=2"
    seen.say(FEED, rss(Entry(), Entry(address=second)))
    seen.look(later(10))
    seen.say(second, ARTICLE)
    real = store_arrivals.write_news

    def write(kept: list, *, at: object) -> object:  # type: ignore[type-arg]
        if any(item.found.reading.address == second for item in kept):
            raise ValueError("nobody thought of this")
        return real(kept, at=at)  # type: ignore[arg-type]

    monkeypatch.setattr(store_arrivals, "write_news", write)
    assert seen.fetch_pages(later(10)) == Looked(stored=1, failed=1)
    assert Failure.objects.get().address == second


def test_a_fetch_that_was_called_off_is_no_failure(seen: Web) -> None:
    called_off: Future[Fetched] = Future()
    called_off.cancel()
    called_off.set_running_or_notify_cancel()
    seen.say(PAGE, called_off)
    assert seen.fetch_pages(NOON) == Looked()
    assert not Failure.objects.exists()


def test_pages_that_arrive_together_share_their_queries(web: Web) -> None:
    make_source(reads_articles=True, interval_s=600)
    addresses = [f"https://bao-mau.example/{n}" for n in range(8)]
    web.say(FEED, rss(*(Entry(address=address) for address in addresses)))
    web.look(NOON)
    for address in addresses:
        web.say(address, ARTICLE)
    with CaptureQueriesContext(connection) as two:
        web.fetch_pages(NOON, limit=2)
    with CaptureQueriesContext(connection) as six:
        web.fetch_pages(NOON, limit=6)
    lease_queries = 2  # each row is handed back by itself: its lease is its own
    assert len(six) - len(two) <= 4 * lease_queries
