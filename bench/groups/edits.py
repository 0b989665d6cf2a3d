"""Six kinds of edit that outlets make to a text they take over (performance notes, section 6)."""

import random
from collections.abc import Callable, Sequence

from haidang.engine.text import fold

Edit = Callable[[list[str], random.Random, Sequence[list[str]]], list[str]]


def _changed(words: list[str], share: float, rng: random.Random, others: Sequence[list[str]]) -> list[str]:
    """That share of the words replaced, each by a word of another text."""
    found = list(words)
    for place in rng.sample(range(len(words)), round(len(words) * share)):
        found[place] = rng.choice(rng.choice(others))
    return found


def five_percent(words: list[str], rng: random.Random, others: Sequence[list[str]]) -> list[str]:
    return _changed(words, 0.05, rng, others)


def fifteen_percent(words: list[str], rng: random.Random, others: Sequence[list[str]]) -> list[str]:
    return _changed(words, 0.15, rng, others)


def new_lead_and_end(words: list[str], rng: random.Random, others: Sequence[list[str]]) -> list[str]:
    """The first and last tenth replaced by the beginnings of two other texts, each as long as a fifth of this one."""
    cut = len(words) // 10
    lead, end = rng.choice(others)[: len(words) // 5], rng.choice(others)[: len(words) // 5]
    return [*lead, *words[cut : len(words) - cut], *end]


def twenty_percent_deleted(words: list[str], rng: random.Random, _others: Sequence[list[str]]) -> list[str]:
    gone = set(rng.sample(range(len(words)), round(len(words) * 0.2)))
    return [word for place, word in enumerate(words) if place not in gone]


def half_excerpt(words: list[str], rng: random.Random, _others: Sequence[list[str]]) -> list[str]:
    size = max(1, len(words) // 2)
    start = rng.randint(0, len(words) - size)
    return words[start : start + size]


def no_diacritics(words: list[str], _rng: random.Random, _others: Sequence[list[str]]) -> list[str]:
    return [fold(word) for word in words]


EDITS: dict[str, Edit] = {
    "5% words": five_percent,
    "new lead+end": new_lead_and_end,
    "15% words": fifteen_percent,
    "20% deleted": twenty_percent_deleted,
    "half excerpt": half_excerpt,
    "no diacritics": no_diacritics,
}
