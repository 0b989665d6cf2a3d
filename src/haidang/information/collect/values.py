"""Values that the steps of collecting hand to each other: what was found, what was stored, how a round went."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """One item as it was read in a document: plain text, cleaned, with the hash that tells an edit."""

    address: str
    title: str
    text: str
    byline_as_printed: str
    published_at: datetime | None
    language: str
    content_sha256: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a feed or page held. `skipped` entries had no usable address, or came after the limit."""

    readings: tuple[Reading, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read: a code for the program and a sentence for people."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """A revision that is committed: row, log entry and bytes. Given out only after the commit."""

    revision: int
    address: str
    number: int
    content_sha256: str
    warc_sha256: str
    from_page: bool


Stored = Callable[[StoredEvent], None]


def nobody(event: StoredEvent) -> None:
    """The listener where nobody waits for acknowledgements."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How a round went: revisions stored, documents without news, documents that failed."""

    stored: int = 0
    unchanged: int = 0
    failed: int = 0

    def __add__(self, other: "Looked") -> "Looked":
        return Looked(
            self.stored + other.stored, self.unchanged + other.unchanged, self.failed + other.failed
        )
