"""Turn fetched bytes into Readings. Runs in the sandbox's child process: it knows the engine and nothing else."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from haidang.engine.reading import Article, FeedEntry, Unreadable, canonical_address, read_feed, read_page
from haidang.engine.text import language, nfc
from haidang.information.collect.values import Document, Reading, Unread

MOST_ENTRIES = 1_000  # one document may not fill the office: real feeds hold 10 to 200 entries
LONGEST_ADDRESS = 2_000
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
NO_TEXT = Unread("no_text", "The page was fetched but no text was found on it.")
# Control characters and half surrogates: PostgreSQL refuses them, and nobody printed them on purpose.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def warm_up() -> None:
    """What the child loads before it reads strangers' bytes; called by the sandbox."""
    language.warm_up()


def read_feed_document(body: bytes, content_type: str, address: str) -> Document | Unread:
    """All entries of a feed with a usable address, each address once (the first entry wins)."""
    try:
        feed = read_feed(body, content_type=content_type, address=address)
    except Unreadable as unreadable:
        return Unread(unreadable.code, str(unreadable))
    readings: dict[str, Reading] = {}
    for entry in feed.entries[:MOST_ENTRIES]:
        reading = _of_entry(entry)
        if reading:
            readings.setdefault(reading.address, reading)
    return Document(tuple(readings.values()), skipped=feed.skipped + len(feed.entries) - len(readings))


def read_page_document(body: bytes, content_type: str, address: str) -> Document | Unread:
    """The article on a page, under the address that it was asked by (not where redirects led)."""
    try:
        article = read_page(body, content_type=content_type, address=address)
    except Unreadable as unreadable:
        return Unread(unreadable.code, str(unreadable))
    reading = _of_article(article, address=address)
    return Document((reading,)) if reading.text else NO_TEXT


def identity_of(address: str) -> str | None:
    """The canonical address that names a publication, or None when no browser could open it."""
    try:
        canonical = canonical_address(clean(address))
        parts = urlsplit(canonical)
    except ValueError:
        return None
    usable = parts.scheme in {"http", "https"} and parts.hostname and len(canonical) <= LONGEST_ADDRESS
    return canonical if usable else None


def clean(text: str) -> str:
    """NFC without control characters and with plain line ends."""
    return nfc(UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def content_hash(title: str, text: str) -> str:
    """Tells an edit: title and text, blind to white space. Date and byline are not the text."""
    return sha256(f"{' '.join(title.split())}\n{' '.join(text.split())}".encode()).hexdigest()


def _of_entry(entry: FeedEntry) -> Reading | None:
    address = identity_of(entry.address)
    title, text = clean(entry.title), clean(entry.summary_text)
    if address is None or not (title or text):
        return None
    return _reading(Reading(address, title, text, "", entry.published_at, "", ""))


def _of_article(article: Article, *, address: str) -> Reading:
    return _reading(
        Reading(
            identity_of(address) or address,
            clean(article.title),
            clean(article.text),
            clean(article.byline_as_printed),
            article.published_at,
            article.language[:8],
            "",
        )
    )


def _reading(read: Reading) -> Reading:
    return replace(
        read,
        published_at=_possible(read.published_at),
        content_sha256=content_hash(read.title, read.text),
    )


def _possible(published_at: datetime | None) -> datetime | None:
    """A stated time only if it is one: feeds say year 1 and year 9999, databases then fail far away."""
    if published_at is None:
        return None
    if published_at.tzinfo is None:
        published_at = published_at.replace(tzinfo=UTC)
    try:
        in_utc = published_at.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    offset = published_at.utcoffset() or timedelta()
    return in_utc if EARLIEST <= in_utc <= LATEST and abs(offset) < timedelta(days=1) else None
