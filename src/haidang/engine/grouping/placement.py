"""The answer to "where does this text belong, and why?"."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from haidang.engine.grouping.headline import Term

Why = Literal["opened", "copy", "event", "people"]
_SHOWN = 6  # reasons: more do not help a reader


@dataclass(frozen=True, slots=True)
class Shared:
    """One reason: a name, number or words in both (weight: evidence), or copied text (weight: share copied)."""

    kind: Literal["name", "number", "words", "copied"]
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a text belongs. `story` is the key of the first item of the story it joins; None opens a new one.

    `nearest` is the most alike item of that story, `similarity` to it: of word triples for a copy, of subject for an
    event. `people`: somebody put this item together with one of that story.
    """

    story: int | None
    nearest: int | None
    similarity: float
    why: Why
    because: tuple[Shared, ...] = ()


def reasons(evidence: Iterable[tuple[str, float]], terms: dict[str, Term]) -> tuple[Shared, ...]:
    """Evidence in words as printed, strongest first; a single word is left out where a pair with it stands already."""
    found: list[Shared] = []
    said: set[str] = set()
    for key, weight in evidence:
        parts = key.split(" ")
        if len(parts) == 1 and key in said:
            continue
        said.update(parts)
        found.append(Shared(terms[key].kind, terms[key].printed, round(weight, 2)))
        if len(found) == _SHOWN:
            break
    return tuple(found)
