"""Make editions of a story: a few parts left out or a closing added, so that no two pages have the same text."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from bench.pages_vi.stories import Part, Story, StoryKind

_WITH_BACKGROUND = 0.8
_CLOSED: frozenset[StoryKind] = frozenset(("legal", "english", "live", "interview", "figures"))


def edition(story: Story, furniture: Mapping[str, tuple[str, ...]], rng: Random) -> Story:
    """An edition of the story; the first part, headings and the heads of tables always stay."""
    loose = _loose(story.parts)
    spare = max(0, len(loose) - 2)
    dropped: set[int] = set()
    for place in rng.sample(loose, min(spare, rng.choice((0, 1, 1, 2)))):
        dropped |= {place, place + 1} if story.parts[place].kind == "question" else {place}
    parts = [part for place, part in enumerate(story.parts) if place not in dropped]
    if story.kind not in _CLOSED:
        if story.kind in ("news", "long") and rng.random() < _WITH_BACKGROUND:
            parts += _background(furniture, rng)
        parts += [Part("text", text) for text in rng.sample(furniture["tails"], rng.choice((0, 0, 1, 1, 2)))]
    captions = list(story.captions)
    while captions and rng.random() < 0.25:
        captions.pop(rng.randrange(len(captions)))
    return replace(story, parts=tuple(parts), captions=tuple(captions))


def _background(furniture: Mapping[str, tuple[str, ...]], rng: Random) -> list[Part]:
    """What newsrooms keep in stock about a place and put under a short report."""
    kept = [Part("text", text) for text in rng.sample(furniture["background"], rng.choice((3, 4, 5)))]
    if rng.random() < 0.5:
        kept.insert(0, Part("heading", rng.choice(furniture["background_heads"])))
    return kept


def _loose(parts: tuple[Part, ...]) -> list[int]:
    """Places of parts that may be left out without breaking what stands beside them."""
    found = []
    for place, part in enumerate(parts):
        if place == 0 or part.kind in ("heading", "answer"):
            continue
        if part.kind == "row" and parts[place - 1].kind != "row":
            continue  # the head of a table
        if part.kind == "item" and parts[place - 1].kind != "item":
            continue
        found.append(place)
    return found
