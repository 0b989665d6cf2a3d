"""Read the bank of our own article texts and the small words around them (menus, comments, advertisements)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

Half = Literal["dev", "test"]
StoryKind = Literal["news", "brief", "interview", "live", "legal", "photo", "figures", "english", "long"]
PartKind = Literal["text", "heading", "item", "row", "question", "answer", "entry"]

TEXTS = Path(__file__).parent / "texts"
_MARKS: dict[str, PartKind] = {"## ": "heading", "- ": "item", "| ": "row", "? ": "question", "! ": "answer"}
_ENTRY = re.compile(r"\[(\d\d:\d\d)\] (.+)")


class BadText(Exception):
    """A line of the text bank that cannot be read; correct the line that the message names."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a body. `cells` are the pieces of a row; `at` is the printed time of a live entry."""

    kind: PartKind
    text: str
    cells: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands under a picture: what it shows and who took it."""

    text: str
    credit: str


@dataclass(frozen=True, slots=True)
class Story:
    """One article of ours, before any page is made of it."""

    key: str
    half: Half
    kind: StoryKind
    section: str
    title: str
    lead: str
    captions: tuple[Caption, ...]
    parts: tuple[Part, ...]


@lru_cache(maxsize=1)
def read_stories() -> tuple[Story, ...]:
    """Every story of both halves, in the order of the files."""
    found: list[Story] = []
    for path in sorted(TEXTS.glob("*_*.txt")):
        half = path.name.partition("_")[0]
        if half in get_args(Half):
            blocks = path.read_text(encoding="utf-8").split("@@ ")[1:]
            found += [_story(block, "dev" if half == "dev" else "test") for block in blocks]
    return tuple(found)


@lru_cache(maxsize=2)
def read_furniture(half: Half) -> dict[str, tuple[str, ...]]:
    """The words around articles; each half has its own, so that nothing is learnt by heart."""
    shelves: dict[str, list[str]] = {}
    shelf: list[str] = []
    for line in (TEXTS / f"furniture_{half}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            shelf = shelves.setdefault(line.strip("[]"), [])
        elif line:
            shelf.append(line)
    return {name: tuple(lines) for name, lines in shelves.items()}


def _story(block: str, half: Half) -> Story:
    head, *lines = [line for line in block.splitlines() if line.strip()]
    key, kind_word, section = head.split(maxsplit=2)
    kind = next((kind for kind in get_args(StoryKind) if kind == kind_word), None)
    if kind is None:
        raise BadText(f"Story {key} has the unknown kind {kind_word}; use one of {get_args(StoryKind)}.")
    title, lead = "", ""
    captions: list[Caption] = []
    parts: list[Part] = []
    for line in lines:
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("~ "):
            lead = line[2:]
        elif line.startswith("^ "):
            text, _, credit = line[2:].partition(" | ")
            captions.append(Caption(text, credit))
        else:
            parts.append(_part(line))
    if not title or not parts:
        raise BadText(f"Story {key} has no title or no text; write both.")
    return Story(key, half, kind, section, title, lead, tuple(captions), tuple(parts))


def _part(line: str) -> Part:
    entry = _ENTRY.fullmatch(line)
    if entry:
        return Part("entry", entry[2], at=entry[1])
    for mark, kind in _MARKS.items():
        if line.startswith(mark):
            text = line[len(mark) :]
            cells = tuple(cell.strip() for cell in text.split(" | ")) if kind == "row" else ()
            return Part(kind, " ".join(cells) if cells else text, cells)
    return Part("text", line)
