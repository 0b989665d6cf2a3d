"""The whole path over a list of articles: language, folded text, checkable sentences, story and known answers.

What the desk runs for one revision is what a cluster runs for a batch. Pure but for the two indexes it is given.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from haidang.engine.grouping import Placement, StoryIndex
from haidang.engine.retrieval import ClaimIndex, Hit
from haidang.engine.spotting import PlaceWords, Spotted, spot
from haidang.engine.text import fold, language_of

_LOOKED_UP = 10  # checkable sentences of one article that are searched: the most pointed first


@dataclass(frozen=True, slots=True)
class Unscreened:
    """An article as stored. `language` is what the source declares, if anything."""

    key: int
    title: str
    text: str
    language: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KnownFor:
    """A checkable sentence with what is known about it."""

    spotted: Spotted
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Screened:
    """What screening found. Offsets of `spotted` are into `whole` (title, line break, text)."""

    key: int
    language: str
    whole: str
    folded: str
    spotted: tuple[Spotted, ...]
    placement: Placement | None
    known: tuple[KnownFor, ...]


def screen(
    articles: Iterable[Unscreened],
    *,
    place: PlaceWords,
    stories: StoryIndex | None = None,
    claims: ClaimIndex | None = None,
) -> Iterator[Screened]:
    """Screen articles in order. Without an index its step is left out."""
    for article in articles:
        whole = f"{article.title}\n{article.text}" if article.title else article.text
        language = language_of(whole, hint=article.language)
        spotted = spot(whole, language=language, place=place)
        placement = None if stories is None else stories.place(key=article.key, text=whole, at=article.at)
        known = () if claims is None else _known(spotted, claims)
        yield Screened(article.key, language, whole, fold(whole), spotted, placement, known)


def _known(spotted: tuple[Spotted, ...], claims: ClaimIndex) -> tuple[KnownFor, ...]:
    checkable = sorted((one for one in spotted if one.checkable), key=lambda one: -one.points)[:_LOOKED_UP]
    return tuple(KnownFor(one, tuple(claims.search(one.quote))) for one in checkable)
