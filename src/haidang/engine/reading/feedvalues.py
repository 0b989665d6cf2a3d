"""A feed as a parser gives it: nothing resolved, nothing cleaned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as the parser gives it: nothing resolved, nothing cleaned."""

    link: str
    title: str
    summary: str
    published: str


@dataclass(frozen=True, slots=True)
class RawFeed:
    title: str
    language: str
    entries: tuple[RawEntry, ...]
    parser: str
