"""What the worker repeats: look at the sources that are due, fetch the pages that are due.

All fetches start at once and each is stored as it arrives, so a slow source makes no other late. With
`wait=False` and an UnderWay that lives as long as the worker, it does not even hold up the round.
"""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import OperationalError

from haidang.base.net import Fetched, Fetcher, FetchFailed, FetchRequest
from haidang.base.sandbox import ParseFailed, Sandbox
from haidang.base.vault import CouldNotStore, Vault
from haidang.information.collect import parsing
from haidang.information.collect.due import claim_pages, claim_sources
from haidang.information.collect.models import Publication, Source, SourceKind
from haidang.information.collect.note_failure import Reason, page_failed, source_failed
from haidang.information.collect.store_arrivals import PageRead, source_unchanged, store_pages, store_source
from haidang.information.collect.under_way import Arrival, UnderWay
from haidang.information.collect.values import Document, Looked, Stored, StoredEvent, Unread, nobody

LEASE_S = 60.0
PAGES_TOGETHER = 20  # pages that arrived together share one commit
FEEDS = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tools:
    """What a round works with: the way out, the child process for parsing, the vault, who is told."""

    fetcher: Fetcher
    sandbox: Sandbox
    vault: Vault
    stored: Stored


def look_at_due_sources(
    *,
    fetcher: Fetcher,
    sandbox: Sandbox,
    vault: Vault,
    at: datetime,
    limit: int = 50,
    wait: bool = True,
    stored: Stored = nobody,
    under_way: UnderWay[Source] | None = None,
    lease_s: float = LEASE_S,
) -> Looked:
    """Start looking at due sources and store what has arrived; `stored` is called after each commit."""
    tools = Tools(fetcher, sandbox, vault, stored)
    under_way = UnderWay() if under_way is None else under_way
    under_way.keep_leases(at=at, lease_s=lease_s)
    for source in claim_sources(at=at, limit=limit - len(under_way), lease_s=lease_s):
        under_way.add(source, fetcher.start(_request_of(source)))
    looked = Looked()
    for group in under_way.arrivals(wait_for_all=wait):
        for source, future in group:
            looked += _source_arrived(source, future, tools, at=at)
    return looked


def fetch_due_pages(
    *,
    fetcher: Fetcher,
    sandbox: Sandbox,
    vault: Vault,
    at: datetime,
    limit: int = 50,
    wait: bool = True,
    stored: Stored = nobody,
    under_way: UnderWay[Publication] | None = None,
    lease_s: float = LEASE_S,
) -> Looked:
    """Fetch the article pages that are due, for the first time or to see whether they were edited."""
    tools = Tools(fetcher, sandbox, vault, stored)
    under_way = UnderWay() if under_way is None else under_way
    under_way.keep_leases(at=at, lease_s=lease_s)
    busy = [row.source_id for row in under_way.rows()]
    for page in claim_pages(at=at, limit=limit - len(under_way), busy=busy, lease_s=lease_s):
        under_way.add(page, fetcher.start(FetchRequest(page.address, accept=PAGES)))
    looked = Looked()
    for group in under_way.arrivals(wait_for_all=wait, together=PAGES_TOGETHER):
        looked += _pages_arrived(group, tools, at=at)
    return looked


def _request_of(source: Source) -> FetchRequest:
    accept = FEEDS if source.kind == SourceKind.FEED else PAGES
    return FetchRequest(source.address, etag=source.etag, last_modified=source.last_modified, accept=accept)


def _source_arrived(source: Source, future: "Future[Fetched]", tools: Tools, *, at: datetime) -> Looked:
    fetched = _answer_of(future)
    if isinstance(fetched, Reason):
        source_failed(source, fetched, at=at)
        return Looked(failed=1)
    if fetched is None:
        return Looked()
    if source_unchanged(source, fetched, at=at):
        return Looked(unchanged=1)
    is_feed = source.kind == SourceKind.FEED
    read = parsing.read_feed_document if is_feed else parsing.read_page_document
    document = _read(tools, read, fetched, address=source.address)
    outcome = (
        document
        if isinstance(document, Reason)
        else _guarded(lambda: store_source(source, fetched, document, vault=tools.vault, at=at))
    )
    if isinstance(outcome, Reason):
        source_failed(source, outcome, at=at)
        return Looked(failed=1)
    return _told(outcome, tools)


def _pages_arrived(group: list[Arrival[Publication]], tools: Tools, *, at: datetime) -> Looked:
    read: list[PageRead] = []
    looked = Looked()
    for page, future in group:
        outcome = _page_read(page, future, tools)
        if isinstance(outcome, PageRead):
            read.append(outcome)
        elif outcome:
            page_failed(page, outcome, at=at)
            looked += Looked(failed=1)
    return looked + _pages_stored(read, tools, at=at)


def _page_read(page: Publication, future: "Future[Fetched]", tools: Tools) -> PageRead | Reason | None:
    fetched = _answer_of(future)
    if not isinstance(fetched, Fetched):
        return fetched
    document = _read(tools, parsing.read_page_document, fetched, address=page.address)
    return document if isinstance(document, Reason) else PageRead(page, fetched, document.readings[0])


def _pages_stored(read: list[PageRead], tools: Tools, *, at: datetime) -> Looked:
    """Store pages in one commit; if one of them cannot be stored, each by itself, so that only it fails."""
    if not read:
        return Looked()
    outcome = _guarded(lambda: store_pages(read, vault=tools.vault, at=at))
    if not isinstance(outcome, Reason):
        return Looked(unchanged=len(read) - len(outcome)) + Looked(stored=_told(outcome, tools).stored)
    if len(read) == 1:
        page_failed(read[0].page, outcome, at=at)
        return Looked(failed=1)
    looked = Looked()
    for page in read:
        looked += _pages_stored([page], tools, at=at)
    return looked


def _answer_of(future: "Future[Fetched]") -> Fetched | Reason | None:
    """What came back; None when the worker is stopping: then the lease runs out and another worker asks."""
    try:
        return future.result()
    except FetchFailed as failed:
        return None if failed.code == "closed" else Reason(failed.code, str(failed))
    except CancelledError:
        return None


def _read(
    tools: Tools,
    read: Callable[[bytes, str, str], Document | Unread],
    fetched: Fetched,
    *,
    address: str,
) -> Document | Reason:
    try:
        document = tools.sandbox.call(read, fetched.body, fetched.content_type, address)
    except ParseFailed as failed:
        return Reason(failed.code, str(failed))
    return Reason(document.code, document.sentence) if isinstance(document, Unread) else document


def _guarded(store: Callable[[], T]) -> T | Reason:
    """An item that cannot be stored stops the item, not the run.

    A full disk or a database that is away is not the item's fault: that error goes up to the worker, and
    leases bring everything back.
    """
    try:
        return store()
    except (CouldNotStore, OperationalError):
        raise
    except Exception:
        log.exception("A document could not be stored.")
        return Reason(
            "not_stored", "The document was read but could not be stored; the server's log has the error."
        )


def _told(events: tuple[StoredEvent, ...], tools: Tools) -> Looked:
    for event in events:
        tools.stored(event)
    return Looked(stored=len(events), unchanged=0 if events else 1)
