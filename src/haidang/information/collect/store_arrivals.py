"""Commit what arrived: the rows of a feed document, or of pages that came together, with their schedule."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from django.db import IntegrityError, OperationalError, transaction

from haidang.base import lease, record
from haidang.base.net import Fetched
from haidang.base.vault import Vault
from haidang.information.collect.models import Publication, Source, SourceKind, SourceState
from haidang.information.collect.parsing import clean
from haidang.information.collect.rules import next_look, next_visit
from haidang.information.collect.store_publications import Found, keep_news, write_news
from haidang.information.collect.values import Document, Reading, StoredEvent

TRIES = 3
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page that was fetched and read."""

    page: Publication
    fetched: Fetched
    reading: Reading


def source_unchanged(source: Source, fetched: Fetched, *, at: datetime) -> bool:
    """If the site says "not modified", or sends the same bytes, only the schedule moves on."""
    if not fetched.not_modified and _body_hash(fetched) != source.body_sha256:
        return False
    with transaction.atomic():
        # The warning is about the body, and that is the same; after a failure its text is gone.
        _source_recovered(source, at=at, warning="" if source.failures else source.last_reason)
    return True


def store_source(
    source: Source, fetched: Fetched, document: Document, *, vault: Vault, at: datetime
) -> tuple[StoredEvent, ...]:
    """One feed document or watched page, one commit. Returns after it, with what may be acknowledged."""
    from_page = source.kind == SourceKind.PAGE
    found = [Found(source, reading, fetched, from_page) for reading in document.readings]
    kept = keep_news(found, vault=vault)

    def write() -> tuple[StoredEvent, ...]:
        with transaction.atomic(durable=True):
            written = write_news(kept, at=at)
            _source_recovered(source, at=at, fetched=fetched, warning=_warning(document))
            record.append_many(written.acts)
        return written.events

    return _retried(write)


def store_pages(read: Sequence[PageRead], *, vault: Vault, at: datetime) -> tuple[StoredEvent, ...]:
    """Pages that arrived together, one commit."""
    found = [Found(item.page.source, item.reading, item.fetched, from_page=True) for item in read]
    kept = keep_news(found, vault=vault)

    def write() -> tuple[StoredEvent, ...]:
        with transaction.atomic(durable=True):
            written = write_news(kept, at=at)
            for item in read:
                _page_recovered(item.page, at=at)
            record.append_many(written.acts)
        return written.events

    return _retried(write)


def _source_recovered(
    source: Source, *, at: datetime, fetched: Fetched | None = None, warning: str = ""
) -> None:
    """Hand the source back as healthy; a pause that came meanwhile stays a pause."""
    state = Source.objects.select_for_update().values_list("state", flat=True).get(pk=source.pk)
    cursor: dict[str, str] = {}
    if fetched:
        cursor = {
            "etag": _fitting(fetched.etag, 300),
            "last_modified": _fitting(fetched.last_modified, 100),
            "body_sha256": _body_hash(fetched),
        }
    lease.hand_back(
        source,
        due_at=next_look(at=at, interval_s=source.interval_s, failures=0, key=source.pk),
        failures=0,
        state=SourceState.PAUSED if state == SourceState.PAUSED else SourceState.ACTIVE,
        last_reason=warning,
        last_looked_at=at,
        **cursor,
    )


def _page_recovered(page: Publication, *, at: datetime) -> None:
    visit = next_visit(first_seen_at=page.first_seen_at, at=at, interval_s=page.source.interval_s)
    lease.hand_back(page, due_at=visit, fetch_failures=0, last_reason="")


def _retried(write: Callable[[], T]) -> T:
    """Once more when another worker stored the same thing at the same time (unique key, deadlock)."""
    for _ in range(TRIES - 1):
        try:
            return write()
        except (IntegrityError, OperationalError):
            continue
    return write()


def _warning(document: Document) -> str:
    if not document.skipped:
        return ""
    return f"{document.skipped} entries were left out: no usable address or text, repeated, or too many."


def _body_hash(fetched: Fetched) -> str:
    return sha256(fetched.body).hexdigest()


def _fitting(value: str, longest: int) -> str:
    """A cut or mended validator would be a wrong one: too long or odd means none."""
    return value if len(value) <= longest and value == clean(value) else ""
