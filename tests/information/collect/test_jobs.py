"""What a round stores, what it does not store twice, and how failures stay where they belong."""

from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta

import pytest

from haidang.base.models import LogEntry
from haidang.base.net import Fetched, FetchFailed
from haidang.base.vault import CouldNotStore
from haidang.base.vault.warc import read_record
from haidang.information.collect import store_arrivals
from haidang.information.collect.models import (
    Capture,
    Failure,
    Publication,
    Revision,
    Source,
    SourceKind,
)
from haidang.information.collect.queries import revisions_of
from haidang.information.collect.under_way import UnderWay
from haidang.information.collect.values import Looked
from tests.cast import NOON, later
from tests.information.collect.fakes import ARTICLE, FEED, PAGE, Entry, Web, html, make_source, rss


def test_a_new_entry_becomes_publication_revision_and_capture_with_log_entries(web: Web) -> None:
    source = make_source()
    web.say(FEED, rss(Entry()))
    assert web.look(NOON) == Looked(stored=1)
    revision = Revision.objects.select_related("publication__source", "capture").get()
    assert revision.publication.address == PAGE
    assert revision.publication.source == source
    assert (revision.number, revision.from_page, revision.language) == (1, False, "vi")
    assert "12 km" in revision.text
    assert read_record(web.vault.get(revision.capture.warc_sha256)).body == rss(Entry())
    assert {entry.act for entry in LogEntry.objects.all()} == {"capture.stored", "revision.stored"}
    assert all(entry.actor == "worker" for entry in LogEntry.objects.all())
    source.refresh_from_db()
    assert (source.due_at, source.last_looked_at, source.leased_until) == (later(10), NOON, None)


def test_what_is_committed_is_acknowledged_once(web: Web) -> None:
    make_source()
    web.say(FEED, rss(Entry(), Entry(address=PAGE + "?p=2", title="Mưa trái mùa")))
    web.look(NOON)
    assert {event.address for event in web.told} == {PAGE, PAGE + "?p=2"}
    stored = dict(Revision.objects.values_list("pk", "content_sha256"))
    assert {event.revision: event.content_sha256 for event in web.told} == stored
    web.look(later(10))
    assert len(web.told) == 2


def test_the_same_bytes_are_no_work(web: Web) -> None:
    make_source()
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    assert web.look(later(10)) == Looked(unchanged=1)
    assert (Revision.objects.count(), Capture.objects.count()) == (1, 1)


def test_a_site_is_asked_whether_its_feed_changed(web: Web) -> None:
    make_source()
    headers = (("Content-Type", "application/rss+xml"), ("ETag", '"a1"'), ("Last-Modified", "yesterday"))
    answer = Fetched(FEED, FEED, 200, headers, rss(Entry()), NOON, "192.0.2.7")
    web.say(FEED, answer)
    web.look(NOON)
    web.say(FEED, replace(answer, status=304, body=b"", headers=()))
    assert web.look(later(10)) == Looked(unchanged=1)
    assert (web.fetcher.asked[-1].etag, web.fetcher.asked[-1].last_modified) == ('"a1"', "yesterday")
    assert Source.objects.get().etag == '"a1"'


def test_an_unreachable_source_backs_off_and_the_others_are_on_time(web: Web) -> None:
    broken = make_source("Hỏng", "https://hong.example/rss", interval_s=600)
    make_source()
    web.say(FEED, rss(Entry()))
    assert web.look(NOON) == Looked(stored=1, failed=1)
    broken.refresh_from_db()
    assert broken.last_reason == "No such host."
    assert broken.due_at is not None
    assert broken.due_at >= later(20)
    failure = Failure.objects.get()
    assert (failure.code, failure.reason, failure.source) == ("dns", "No such host.", broken)
    assert Source.objects.get(name="Báo Mẫu").due_at == later(10)


def test_bytes_that_are_no_feed_become_a_failure_in_words(web: Web) -> None:
    make_source()
    web.say(FEED, b"\x00\x01\x02 not a feed \xff")
    assert web.look(NOON) == Looked(failed=1)
    assert Failure.objects.get().reason.endswith(".")
    assert not Publication.objects.exists()


def test_a_document_that_kills_its_reader_becomes_a_failure_in_words(web: Web) -> None:
    make_source()
    web.say(FEED, b"<?xml KILL")
    assert web.look(NOON) == Looked(failed=1)
    assert Failure.objects.get().code == "too_slow"


def test_a_slow_source_holds_up_no_round(web: Web) -> None:
    slow: Future[Fetched] = Future()
    make_source("Chậm", "https://cham.example/rss")
    make_source()
    web.say("https://cham.example/rss", slow)
    web.say(FEED, rss(Entry()))
    under_way: UnderWay[Source] = UnderWay()
    assert web.look(NOON, wait=False, under_way=under_way) == Looked(stored=1)
    assert len(under_way) == 1
    assert web.look(later(10), wait=False, under_way=under_way) == Looked(unchanged=1)
    slow.set_result(web.fetcher.fetched("https://cham.example/rss", rss(Entry(address=PAGE + "?n=2"))))
    assert web.look(later(11), wait=False, under_way=under_way) == Looked(stored=1)
    assert len(under_way) == 0


def test_a_fetch_that_was_called_off_comes_back_when_its_lease_runs_out(web: Web) -> None:
    make_source()
    called_off: Future[Fetched] = Future()
    called_off.cancel()
    called_off.set_running_or_notify_cancel()
    web.say(FEED, called_off)
    assert web.look(NOON) == Looked()
    web.say(FEED, rss(Entry()))
    assert web.look(NOON + timedelta(seconds=30)) == Looked()
    assert web.look(NOON + timedelta(seconds=61)) == Looked(stored=1)


def test_no_more_are_in_flight_than_the_limit(web: Web) -> None:
    under_way: UnderWay[Source] = UnderWay()
    for number in range(5):
        address = f"https://bao-{number}.example/rss"
        make_source(f"Báo {number}", address)
        web.say(address, Future())
    web.look(NOON, wait=False, under_way=under_way, limit=3)
    web.look(NOON, wait=False, under_way=under_way, limit=3)
    assert len(under_way) == 3


def test_a_watched_page_is_its_own_publication_and_each_change_a_revision(web: Web) -> None:
    address = "https://ubnd-mau.example/thong-bao.html"
    make_source("Thông báo", address, kind=SourceKind.PAGE)
    web.say(address, ARTICLE)
    assert web.look(NOON) == Looked(stored=1)
    web.say(address, ARTICLE.replace(b"8 km", b"9 km"))
    assert web.look(later(10)) == Looked(stored=1)
    publication = Publication.objects.get()
    assert (publication.address, publication.due_at) == (address, None)
    assert [revision.from_page for revision in revisions_of(publication)] == [True, True]


def test_a_watched_page_without_text_becomes_a_failure_in_words(web: Web) -> None:
    make_source(address=PAGE, kind=SourceKind.PAGE)
    web.say(PAGE, html(""))
    assert web.look(NOON) == Looked(failed=1)


def test_a_full_disk_stops_the_round_and_loses_nothing(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    make_source()
    web.say(FEED, rss(Entry()))
    with monkeypatch.context() as patch:
        patch.setattr(web.vault, "put", _no_space)
        with pytest.raises(CouldNotStore):
            web.look(NOON)
    assert not Publication.objects.exists()
    assert not web.told
    assert web.look(later(2)) == Looked(stored=1)


def _no_space(data: bytes) -> str:
    raise CouldNotStore("0" * 64, OSError(28, "No space left on device"))


def test_a_document_that_cannot_be_stored_stops_only_itself(
    web: Web, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bad = make_source("Lạ", "https://la.example/rss")
    make_source()
    web.say("https://la.example/rss", rss(Entry(address="https://la.example/1")))
    web.say(FEED, rss(Entry()))
    real = store_arrivals.write_news

    def write(kept: list, *, at: object) -> object:  # type: ignore[type-arg]
        if kept[0].found.source == bad:
            raise ValueError("nobody thought of this")
        return real(kept, at=at)  # type: ignore[arg-type]

    monkeypatch.setattr(store_arrivals, "write_news", write)
    assert web.look(NOON) == Looked(stored=1, failed=1)
    assert Failure.objects.get().code == "not_stored"
    assert "nobody thought of this" in caplog.text


def test_what_the_fetcher_had_in_hand_when_the_worker_stopped_is_no_failure(web: Web) -> None:
    make_source()
    web.say(FEED, FetchFailed("closed", FEED, "The fetcher was closed before the page had come."))
    assert web.look(NOON) == Looked()
    assert not Failure.objects.exists()
