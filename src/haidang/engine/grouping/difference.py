"""Show people what changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|[^\s]+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+\Z")
# SequenceMatcher can take the product of both lengths; above this, changed passages are shown whole.
_MAX_PRODUCT = 1_000_000


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A stretch of text that stayed, came or went."""

    kind: Literal["same", "added", "removed"]
    text: str


def diff(old: str, new: str) -> tuple[DiffPart, ...]:
    """Parts in order. Same and removed joined give `old`, same and added joined give `new`, to the character."""
    if old == new:
        return (DiffPart("same", old),) if old else ()
    parts: list[DiffPart] = []
    for kind, here, there in _matched(_LINES.findall(old), _LINES.findall(new)):
        if kind == "same":
            parts.append(DiffPart("same", here))
        else:
            parts += _by_words(here, there)
    return tuple(_joined(parts))


def _by_words(old: str, new: str) -> Iterator[DiffPart]:
    for kind, here, there in _matched(_WORDS.findall(old), _WORDS.findall(new)):
        if kind == "same":
            yield DiffPart("same", here)
            continue
        if here:
            yield DiffPart("removed", here)
        if there:
            yield DiffPart("added", there)


def _matched(old: list[str], new: list[str]) -> Iterator[tuple[Literal["same", "changed"], str, str]]:
    """Runs that are the same, and runs that are not, of two lists of pieces."""
    if len(old) * len(new) > _MAX_PRODUCT:
        yield "changed", "".join(old), "".join(new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        here, there = "".join(old[a:b]), "".join(new[c:d])
        yield ("same" if tag == "equal" else "changed"), here, there


def _joined(parts: list[DiffPart]) -> Iterator[DiffPart]:
    """Neighbours of one kind become one part."""
    last: DiffPart | None = None
    for part in parts:
        if last is not None and last.kind == part.kind:
            last = DiffPart(last.kind, last.text + part.text)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last
