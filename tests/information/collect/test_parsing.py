"""What is taken out of bytes, and what is left out."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.base.sandbox import Sandbox
from haidang.information.collect import parsing
from haidang.information.collect.parsing import (
    clean,
    content_hash,
    identity_of,
    read_feed_document,
    read_page_document,
)
from haidang.information.collect.values import Document, Unread
from tests.information.collect.fakes import ARTICLE, FEED, PAGE, Entry, html, rss

RSS = "application/rss+xml"


def feed(*entries: Entry) -> Document:
    document = read_feed_document(rss(*entries), RSS, FEED)
    assert isinstance(document, Document)
    return document


def test_an_entry_is_read_with_its_canonical_address_and_date() -> None:
    [reading] = feed(Entry(address=PAGE + "?utm_source=rss#top")).readings
    assert reading.address == PAGE
    assert reading.published_at == datetime(2026, 5, 12, 2, 0, tzinfo=UTC)
    assert len(reading.content_sha256) == 64


def test_an_address_that_stands_twice_is_read_once() -> None:
    document = feed(Entry(title="Một"), Entry(title="Hai"))
    assert [reading.title for reading in document.readings] == ["Một"]
    assert document.skipped == 1


def test_entries_that_say_nothing_are_left_out() -> None:
    document = feed(Entry(title="", summary=""), Entry(address="mailto:a@bao-mau.example"))
    assert document == Document((), skipped=2)


def test_a_feed_without_end_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_ENTRIES", 3)
    document = feed(*(Entry(address=f"{PAGE}?n={n}") for n in range(5)))
    assert (len(document.readings), document.skipped) == (3, 2)


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        (None, None),
        (datetime(1, 1, 1, tzinfo=UTC), None),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=7))), None),
        (datetime(9999, 12, 31, tzinfo=UTC), None),
        (datetime(2026, 5, 12, 2, 0), datetime(2026, 5, 12, 2, 0, tzinfo=UTC)),  # noqa: DTZ001
        (
            datetime(2026, 5, 12, 9, 7, tzinfo=timezone(timedelta(hours=7, minutes=7))),
            datetime(2026, 5, 12, 2, 0, tzinfo=UTC),
        ),
    ],
)
def test_an_impossible_time_is_no_time(stated: datetime | None, kept: datetime | None) -> None:
    assert parsing._possible(stated) == kept


def test_a_page_is_read_under_the_address_that_was_asked() -> None:
    document = read_page_document(ARTICLE, "text/html; charset=utf-8", PAGE)
    assert isinstance(document, Document)
    [reading] = document.readings
    assert reading.address == PAGE
    assert "Người dân hai bên đê" in reading.text


def test_a_page_without_text_says_so() -> None:
    outcome = read_page_document(html(""), "text/html", PAGE)
    assert isinstance(outcome, Unread)
    assert outcome.sentence.endswith(".")


def test_bytes_that_are_nothing_say_so() -> None:
    for read in (read_feed_document, read_page_document):
        outcome = read(b"%PDF-1.7\n\x00\x01", "application/pdf", PAGE)
        assert isinstance(outcome, Unread)
        assert outcome.code
        assert outcome.sentence


@given(st.text())
def test_clean_text_can_be_stored_anywhere(text: str) -> None:
    cleaned = clean(text)
    assert "\x00" not in cleaned
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned


def test_half_characters_and_old_line_ends_are_cleaned() -> None:
    assert clean("a\r\nb\rc\ud83d\x00") == "a\nb\nc"


@given(st.text())
def test_an_address_is_usable_or_refused_and_never_an_error(address: str) -> None:
    identity = identity_of(address)
    assert identity is None or identity.startswith(("http://", "https://"))


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1))
def test_white_space_is_no_edit(words: list[str]) -> None:
    assert content_hash("", " ".join(words)) == content_hash(" ", "\n\t".join(words))


def test_the_child_process_reads_the_same() -> None:
    with Sandbox() as sandbox:
        for read, body, kind in (
            (read_feed_document, rss(Entry()), RSS),
            (read_page_document, ARTICLE, "text/html"),
            (read_page_document, b"%PDF-1.7", "application/pdf"),
        ):
            assert sandbox.call(read, body, kind, PAGE) == read(body, kind, PAGE)
