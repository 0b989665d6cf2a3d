"""Publications and revisions: news is stored once, with bytes and log entries, and an edit beside its before."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from haidang.base.models import LogEntry
from haidang.information.collect.check_collect import check_collect
from haidang.information.collect.models import Capture, Publication, Revision, Source
from haidang.information.collect.parsing import read_feed_document, read_page_document
from haidang.information.collect.queries import edits_of, revisions_of
from haidang.information.collect.store_publications import Found, Kept, Written, keep_news, write_news
from haidang.information.collect.values import Document, Looked
from tests.cast import NOON, later
from tests.fakes.net import page
from tests.information.collect.fakes import ARTICLE, FEED, PAGE, Entry, Web, make_source, rss


def found(source: Source, *entries: Entry) -> list[Found]:
    """Entries as one feed document brought them."""
    fetched = page(FEED, rss(*entries), content_type="application/rss+xml")
    document = read_feed_document(fetched.body, fetched.content_type, FEED)
    assert isinstance(document, Document)
    return [Found(source, reading, fetched, from_page=False) for reading in document.readings]


def found_page(source: Source, address: str = PAGE, body: bytes = ARTICLE) -> Found:
    fetched = page(address, body)
    document = read_page_document(fetched.body, fetched.content_type, address)
    assert isinstance(document, Document)
    return Found(source, document.readings[0], fetched, from_page=True)


def write(kept: list[Kept]) -> Written:
    with transaction.atomic():
        return write_news(kept, at=NOON)


def store(web: Web, items: list[Found]) -> Written:
    return write(keep_news(items, vault=web.vault))


def test_a_document_with_many_entries_is_kept_once(web: Web) -> None:
    items = found(make_source(), *(Entry(address=f"{PAGE}?n={n}") for n in range(3)))
    written = store(web, items)
    assert (len(list(web.vault.names())), Capture.objects.count()) == (1, 1)
    assert [event.address for event in written.events] == [f"{PAGE}?n={n}" for n in range(3)]
    assert [act.act for act in written.acts] == ["capture.stored", *["revision.stored"] * 3]


def test_what_is_no_news_costs_no_byte_and_no_row(web: Web) -> None:
    source = make_source()
    store(web, found(source, Entry()))
    before = set(web.vault.names())
    assert keep_news(found(source, Entry()), vault=web.vault) == []
    assert set(web.vault.names()) == before
    assert write([]) == Written()


def test_what_another_worker_wrote_since_the_bytes_were_kept_is_not_written_twice(web: Web) -> None:
    kept = keep_news(found(make_source(), Entry()), vault=web.vault)
    assert len(write(kept).events) == 1
    assert write(kept) == Written()
    assert Revision.objects.count() == 1


def test_a_page_is_news_beside_the_entry_that_led_to_it_whoever_fetched_it(web: Web) -> None:
    store(web, found(make_source(), Entry()))
    other = make_source("Trang", "https://ubnd-mau.example/")
    [event] = store(web, [found_page(other)]).events
    assert (event.number, event.from_page) == (2, True)
    assert keep_news([found_page(other)], vault=web.vault) == []


def test_a_text_without_a_language_has_that_of_its_source(web: Web) -> None:
    store(web, found(make_source(language="en"), Entry()))
    assert Revision.objects.get().language == "en"


def test_the_record_has_hashes_of_what_was_stored_and_none_of_its_words(web: Web) -> None:
    make_source()
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    revision, capture = Revision.objects.get(), Capture.objects.get()
    leaf = LogEntry.objects.get(act="revision.stored").leaf
    assert revision.content_sha256 in leaf
    assert capture.warc_sha256 in leaf
    assert revision.publication.address_sha256 in leaf
    assert not [word for word in (PAGE, revision.title, "bao-mau") if word in leaf]


def test_only_a_source_whose_articles_are_read_has_pages_due(web: Web) -> None:
    quiet = make_source()
    watched = make_source("Trang", "https://ubnd-mau.example/", reads_articles=True)
    store(web, found(quiet, Entry(address=PAGE + "?n=1")))
    store(web, found(watched, Entry(address=PAGE + "?n=2")))
    store(web, [found_page(watched, PAGE + "?n=3")])
    due = dict(Publication.objects.values_list("address", "due_at"))
    assert due == {PAGE + "?n=1": None, PAGE + "?n=2": NOON, PAGE + "?n=3": None}


def test_a_feed_that_only_changed_around_its_entries_stores_nothing(web: Web) -> None:
    make_source()
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    web.say(FEED, rss(Entry()) + b"<!-- 12:10 -->")
    assert web.look(later(10)) == Looked(unchanged=1)
    assert (Revision.objects.count(), Capture.objects.count(), LogEntry.objects.count()) == (1, 1, 2)
    assert len(list(web.vault.names())) == 1


def test_an_edited_entry_is_a_new_revision_and_both_texts_are_kept(web: Web) -> None:
    make_source()
    web.say(FEED, rss(Entry(summary="Đê vỡ 3 đoạn.")))
    web.look(NOON)
    web.say(FEED, rss(Entry(summary="Đê sạt 1 đoạn, không vỡ.")))
    assert web.look(later(10)) == Looked(stored=1)
    publication = Publication.objects.get()
    assert [revision.number for revision in revisions_of(publication)] == [1, 2]
    [(before, after)] = edits_of(publication)
    assert ("3 đoạn" in before.text, "không vỡ" in after.text) == (True, True)
    assert before.capture != after.capture


def test_an_entry_that_is_edited_back_is_a_third_revision(web: Web) -> None:
    make_source()
    for minutes, summary in ((0, "Đê vỡ."), (10, "Đê sạt."), (20, "Đê vỡ.")):
        web.say(FEED, rss(Entry(summary=summary)))
        web.look(later(minutes))
    assert Revision.objects.count() == 3


def test_one_address_in_two_feeds_is_one_publication(web: Web) -> None:
    make_source()
    other = "https://bao-mau.example/rss/tin-moi.rss"
    make_source("Tin mới", other, due_at=later(1))
    web.say(FEED, rss(Entry()))
    web.say(other, rss(Entry(address=PAGE + "?utm_source=rss", summary="Tóm tắt khác.")))
    web.look(NOON)
    web.look(later(1))
    assert (Publication.objects.count(), Revision.objects.count()) == (1, 1)


def test_a_feed_entry_that_changed_sends_the_worker_to_its_page_at_once(web: Web) -> None:
    make_source(reads_articles=True)
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    web.say(PAGE, ARTICLE)
    web.fetch_pages(NOON)
    web.fetch_pages(later(10))
    assert Publication.objects.get().due_at == later(60)
    web.say(FEED, rss(Entry(title="Đính chính: đê biển Tây không vỡ")))
    web.look(later(20))
    assert Publication.objects.get().due_at == later(20)


@pytest.mark.parametrize("lease_s", [3600, 60])
def test_a_second_worker_that_stores_the_same_stores_nothing_twice(
    web: Web, monkeypatch: pytest.MonkeyPatch, lease_s: int
) -> None:
    """With the short lease the first worker has even lost its source to the second one meanwhile."""
    make_source()
    other = "https://bao-mau.example/rss/tin-moi.rss"
    make_source("Tin mới", other, due_at=later(5))
    web.say(FEED, rss(Entry()))
    web.say(other, rss(Entry(), Entry(address=PAGE + "?n=2")))
    second = Web(web.vault, web.fetcher, web.sandbox)
    put, seen = web.vault.put, []

    def put_while_the_other_worker_commits(data: bytes) -> str:
        if not seen:
            seen.append(data)
            second.look(later(5))
        return put(data)

    monkeypatch.setattr(web.vault, "put", put_while_the_other_worker_commits)
    web.look(NOON, lease_s=lease_s)
    assert Publication.objects.count() == Revision.objects.count() == 2
    assert [len(web.told), len(second.told)] == [0, 2]
    assert LogEntry.objects.filter(act="revision.stored").count() == 2
    assert check_collect(web.vault) == []


def test_queries_do_not_grow_with_the_number_of_entries(web: Web) -> None:
    counts = []
    for size in (1, 3, 60):
        address = f"https://bao-{size}.example/rss"
        make_source(f"Báo {size}", address)
        web.say(address, rss(*(Entry(address=f"https://bao-{size}.example/{n}") for n in range(size))))
        with CaptureQueriesContext(connection) as queries:
            assert web.look(NOON).stored == size
        counts.append(len(queries))
    assert counts[1] == counts[2]
