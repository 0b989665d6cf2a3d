"""What goes into screening, what it works with, and what comes out."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from haidang.engine.grouping import Placement, StoryIndex
from haidang.engine.reading import Article, read_page
from haidang.engine.retrieval import Hit
from haidang.engine.spotting import PlaceWords, Spotted
from haidang.engine.text import fold


@dataclass(frozen=True, slots=True)
class Unscreened:
    """An item as stored: a page in `html`, or title and text. `language` is what the source declares, if anything.

    `at` is when it was seen, in the zone whose days `this morning` means; without it, what the page says counts.
    """

    key: int
    title: str
    text: str
    language: str
    at: datetime | None
    html: bytes = field(default=b"", repr=False)
    content_type: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item did not go all the way. `code` for the log, `sentence` for people."""

    stage: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class KnownFor:
    """A checkable sentence with what is known about it."""

    spotted: Spotted
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Screened:
    """What screening found. Offsets of `spotted` are into `whole` (title, line break, text).

    `copy_of`: the item that this one repeats; its sentences were looked at there. `article`: what was read from `html`.
    After a `failure` the later stages are empty.
    """

    key: int
    language: str
    whole: str
    spotted: tuple[Spotted, ...]
    placement: Placement | None
    known: tuple[KnownFor, ...]
    watched: tuple[Hashable, ...] = ()
    copy_of: int | None = None
    article: Article | None = None
    failure: Failure | None = None

    @property
    def folded(self) -> str:
        return fold(self.whole)


class Watch(Protocol):
    """Compiled watch queries, such as a WatchIndex."""

    def match(self, text: str) -> Iterable[Hashable]: ...


class Claims(Protocol):
    """What is known: a ClaimIndex, which compares closely, or a FirstLook, which is quick over very many."""

    def search(self, text: str, *, limit: int = 5, on: date | None = None) -> Sequence[Hit]: ...


class Reader(Protocol):
    """Reads a page. The desk passes one that runs in a child that can be killed."""

    def __call__(self, body: bytes, *, content_type: str, address: str) -> Article: ...


@dataclass(frozen=True, slots=True)
class Tools:
    """State and readers that are passed in. What is None is left out of the path.

    `copied_at`: likeness from which an item repeats another and its sentences are not looked at again. Below, a copy
    may say something of its own. `looked_up`: checkable sentences of an item that are searched, the most pointed first.
    """

    place: PlaceWords
    stories: StoryIndex | None = None
    watch: Watch | None = None
    claims: Claims | None = None
    read: Reader = read_page
    copied_at: float = 0.9
    looked_up: int = 10
    answers: int = 5
