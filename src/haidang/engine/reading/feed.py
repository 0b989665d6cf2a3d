"""Read a feed (RSS, Atom, RDF, JSON Feed): the fast parser first, the patient one where it fails or looks wrong."""

import re
from dataclasses import dataclass
from datetime import datetime

from haidang.engine.reading.addresses import resolved
from haidang.engine.reading.charset import decode
from haidang.engine.reading.feedparsers import RawEntry, RawFeed, by_fastfeedparser, by_feedparser, by_json
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
    check_size(body)
    text = decode(body, content_type).lstrip("\ufeff \t\r\n").replace("\x00", "")
    if text.startswith(("{", "[")):
        return _made(by_json(text), address)
    check_entities(text)
    check_markup(text, xml=True)
    xml = _DECLARATION.sub("", text).encode(
        "utf-8", "replace"
    )  # we decoded it; its declaration no longer holds
    raw = by_fastfeedparser(xml)
    if raw is None or _looks_wrong(raw):
        raw = _better(raw, by_feedparser(xml))
    if raw is None or not (raw.entries or _LOOKS_LIKE_FEED.search(text, 0, 4096)):
        raise Unreadable("not_a_feed", "The address serves no feed that can be read; look for its feed link.")
    return _made(raw, address)


def _looks_wrong(raw: RawFeed) -> bool:
    """Nothing found, or an entry without link or title: the fast parser knows fewer dialects."""
    return not raw.entries or any(not (entry.link and entry.title) for entry in raw.entries)


def _better(fast: RawFeed | None, patient: RawFeed | None) -> RawFeed | None:
    """The patient reading, unless it found fewer entries with a link."""
    if fast is None or patient is None:
        return fast or patient
    return fast if _with_link(fast) > _with_link(patient) else patient


def _with_link(raw: RawFeed) -> int:
    return sum(bool(entry.link) for entry in raw.entries)


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
