"""Read a feed (RSS, Atom, RDF, JSON Feed): the fast parser first, the patient one where it fails or looks wrong."""

import re
from dataclasses import dataclass
from datetime import datetime

from haidang.engine.reading.addresses import resolved
from haidang.engine.reading.charset import as_written
from haidang.engine.reading.feedparsers import by_feedparser, by_json
from haidang.engine.reading.feedtree import by_tree
from haidang.engine.reading.feedvalues import RawEntry, RawFeed
from haidang.engine.reading.feedxml import OddFeed, by_expat
from haidang.engine.reading.limits import Unreadable, check_entities, check_markup, check_size
from haidang.engine.reading.plain import plain_text
from haidang.engine.reading.times import read_time

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_LOOKS_LIKE_FEED = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
_MAX_ENTRIES = 2000
_MAX_TITLE = 1000


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry with an absolute, canonical address; title and summary as plain text."""

    address: str
    title: str
    summary_text: str
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. `skipped` entries had no address that leads anywhere, or repeated an earlier one."""

    title: str
    entries: tuple[FeedEntry, ...]
    language: str = ""
    skipped: int = 0
    parser: str = ""


def read_feed(body: bytes, *, content_type: str, address: str) -> Feed:
    """The entries of a feed, in its order. Raises Unreadable when it is refused or is no feed.

    An empty feed is a feed; a page served in its place is not.
    """
    return _made(read_entries(body, content_type=content_type, address=address), address)


def read_entries(body: bytes, *, content_type: str, address: str) -> RawFeed:
    """All that the feed says, entries without a usable link too; links absolute. Raises Unreadable."""
    check_size(body)
    text = as_written(body, content_type).lstrip("\ufeff \t\r\n").replace("\x00", "")
    if text.startswith(("{", "[")):
        return by_json(text)
    check_entities(text)
    text = _DECLARATION.sub("", text, 1)  # we decoded it; its declaration no longer holds
    raw = _first_to_read(text, address)
    if raw is None or not (raw.entries or _LOOKS_LIKE_FEED.search(text, 0, 4096)):
        raise Unreadable("not_a_feed", "The address serves no feed that can be read; look for its feed link.")
    return raw


def _first_to_read(text: str, address: str) -> RawFeed | None:
    """By the fastest parser that is not put off."""
    for read in (by_tree, by_expat):
        try:
            return read(text, base=address)
        except OddFeed:
            continue
    check_markup(text, xml=True)
    return by_feedparser(text.encode("utf-8", "replace"), base=address)


def _made(raw: RawFeed, address: str) -> Feed:
    entries: dict[str, FeedEntry] = {}
    offered = raw.entries[:_MAX_ENTRIES]
    for entry in offered:
        made = _entry(entry, address)
        if made is not None:
            entries.setdefault(made.address, made)
    return Feed(
        title=plain_text(raw.title)[:_MAX_TITLE],
        entries=tuple(entries.values()),
        language=raw.language[:2].lower(),
        skipped=len(raw.entries) - len(entries),
        parser=raw.parser,
    )


def _entry(entry: RawEntry, address: str) -> FeedEntry | None:
    link = resolved(address, entry.link)
    if not link:
        return None
    title = " ".join(plain_text(entry.title).split())[:_MAX_TITLE]
    return FeedEntry(link, title, plain_text(entry.summary), read_time(entry.published))
