"""Store what was read: bytes in the vault, then publications, revisions and log entries in one transaction.

The caller opens the transaction (it also moves its own row on in it) and tells others only after the commit.
Two workers may store the same address at once: the unique hash of the address lets one insert it, and the lock on
the publication lets one of them number a revision at a time. Rows are locked in the order of the hash.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from haidang.base import record
from haidang.base.net import Fetched
from haidang.base.vault import Vault
from haidang.information.collect.captures import KeptBytes, keep_bytes, save_captures
from haidang.information.collect.models import Capture, Publication, Revision, Source
from haidang.information.collect.rules import Strands
from haidang.information.collect.values import Reading, StoredEvent


@dataclass(frozen=True, slots=True)
class Found:
    """A reading, the source that it came from, and the bytes that it was read in."""

    source: Source
    reading: Reading
    fetched: Fetched
    from_page: bool

    @property
    def address_sha256(self) -> str:
        return address_hash(self.reading.address)


@dataclass(frozen=True, slots=True)
class Kept:
    """A found reading that is news, with its bytes in the vault."""

    found: Found
    bytes: KeptBytes


@dataclass(frozen=True, slots=True)
class Written:
    """What one transaction wrote: acts for the log, and events to give out after the commit."""

    acts: tuple[record.Act, ...] = ()
    events: tuple[StoredEvent, ...] = ()


def address_hash(address: str) -> str:
    return sha256(address.encode()).hexdigest()


def keep_news(found: Sequence[Found], *, vault: Vault) -> list[Kept]:
    """Put the bytes of what is news into the vault: before any row, and outside any transaction."""
    publications = {row.address_sha256: row for row in _stored(found)}
    news = _news(found, publications)
    captures = {id(item.fetched): item.fetched for item in news}
    kept = {key: keep_bytes(fetched, vault) for key, fetched in captures.items()}
    return [Kept(item, kept[id(item.fetched)]) for item in news]


def write_news(kept: Sequence[Kept], *, at: datetime) -> Written:
    """Write the rows of what is still news. Inside the caller's transaction; everything comes in batches."""
    if not kept:
        return Written()
    publications = _publications(kept, at=at)
    still = {id(item) for item in _news([item.found for item in kept], publications)}
    kept = [item for item in kept if id(item.found) in still]
    captures, new_captures = save_captures([item.bytes for item in kept])
    revisions = _revisions(kept, publications, captures)
    _visit_edited_pages_now(kept, publications, at=at)
    acts = [_capture_act(capture, at=at) for capture in new_captures]
    acts += [_revision_act(revision, at=at) for revision in revisions]
    return Written(tuple(acts), tuple(_event(revision) for revision in revisions))


def _stored(found: Sequence[Found]) -> list[Publication]:
    return list(Publication.objects.filter(address_sha256__in={item.address_sha256 for item in found}))


def _publications(kept: Sequence[Kept], *, at: datetime) -> dict[str, Publication]:
    """The publications by hash of their address, inserted where missing, locked until the commit."""
    wanted = {item.found.address_sha256: item.found for item in kept}
    Publication.objects.bulk_create(
        [
            Publication(
                source=item.source,
                address=item.reading.address,
                address_sha256=key,
                first_seen_at=item.fetched.fetched_at,
                due_at=at if item.source.reads_articles and not item.from_page else None,
            )
            for key, item in sorted(wanted.items())
        ],
        ignore_conflicts=True,
    )
    rows = (
        Publication.objects.filter(address_sha256__in=wanted).order_by("address_sha256").select_for_update()
    )
    return {row.address_sha256: row for row in rows}


def _news(found: Sequence[Found], publications: dict[str, Publication]) -> list[Found]:
    strands = _strands(publications)
    nothing = Strands(source=0)
    return [
        item
        for item in found
        if item.address_sha256 not in publications
        or strands.get(item.address_sha256, nothing).is_news(
            source=item.source.pk,
            from_page=item.from_page,
            content_sha256=item.reading.content_sha256,
        )
    ]


def _strands(publications: dict[str, Publication]) -> dict[str, Strands]:
    """What is stored of each publication, in one query."""
    last: dict[int, dict[bool, str]] = {}
    number: dict[int, int] = {}
    rows = Revision.objects.filter(publication__in=[row.pk for row in publications.values()])
    for publication, revision, from_page, content in rows.order_by("number").values_list(
        "publication_id", "number", "from_page", "content_sha256"
    ):
        last.setdefault(publication, {})[from_page] = content
        number[publication] = revision
    return {
        key: Strands(source=row.source_id, number=number.get(row.pk, 0), last=last.get(row.pk))
        for key, row in publications.items()
    }


def _revisions(
    kept: Sequence[Kept], publications: dict[str, Publication], captures: dict[str, Capture]
) -> list[Revision]:
    strands = _strands(publications)
    return Revision.objects.bulk_create(
        [
            Revision(
                publication=publications[item.found.address_sha256],
                number=strands[item.found.address_sha256].number + 1,
                capture=captures[item.bytes.warc_sha256],
                seen_at=item.found.fetched.fetched_at,
                published_at=item.found.reading.published_at,
                language=item.found.reading.language or item.found.source.language,
                title=item.found.reading.title,
                text=item.found.reading.text,
                byline_as_printed=item.found.reading.byline_as_printed,
                from_page=item.found.from_page,
                content_sha256=item.found.reading.content_sha256,
            )
            for item in kept
        ]
    )


def _visit_edited_pages_now(
    kept: Sequence[Kept], publications: dict[str, Publication], *, at: datetime
) -> None:
    """A feed entry that changed says that its page may have changed too."""
    edited = [
        publications[item.found.address_sha256].pk
        for item in kept
        if not item.found.from_page and item.found.source.reads_articles
    ]
    Publication.objects.filter(pk__in=edited).update(due_at=at, fetch_failures=0)


def _capture_act(capture: Capture, *, at: datetime) -> record.Act:
    body: dict[str, record.JsonValue] = {
        "address_sha256": address_hash(capture.address),
        "body_sha256": capture.body_sha256,
        "warc_sha256": capture.warc_sha256,
    }
    return record.Act(act="capture.stored", subject=capture, by=None, at=at, body=body)


def _revision_act(revision: Revision, *, at: datetime) -> record.Act:
    body: dict[str, record.JsonValue] = {
        "address_sha256": revision.publication.address_sha256,
        "content_sha256": revision.content_sha256,
        "number": revision.number,
        "warc_sha256": revision.capture.warc_sha256,
    }
    return record.Act(act="revision.stored", subject=revision, by=None, at=at, body=body)


def _event(revision: Revision) -> StoredEvent:
    return StoredEvent(
        revision=revision.pk,
        address=revision.publication.address,
        number=revision.number,
        content_sha256=revision.content_sha256,
        warc_sha256=revision.capture.warc_sha256,
        from_page=revision.from_page,
    )
