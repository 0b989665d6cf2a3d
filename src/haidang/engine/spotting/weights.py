"""The published weights: every factor that moves a claim up or down the queue, in one table.

The page docs/explanation/why-a-claim-is-in-the-queue.md shows this table; a test keeps the two the same.
"""

from dataclasses import dataclass

# A sentence needs this many points from its own words (not from spread or source) to count as checkable.
CHECKABLE_AT = 3


@dataclass(frozen=True, slots=True)
class Weight:
    """Points of a factor, and whether it is read from the sentence (else from how it spreads)."""

    points: int
    in_sentence: bool
    meaning: str


WEIGHTS: dict[str, Weight] = {
    "harm": Weight(3, True, "speaks of harm to life, health or public safety"),
    "about_us": Weight(3, True, "names our place, its communes or its bodies"),
    "about_us_nearby": Weight(1, True, "our place is named elsewhere in the same text"),
    "place_time": Weight(2, True, "names a place and a time that can be checked"),
    "event": Weight(2, True, "says that something happened or was decided"),
    "many_people": Weight(1, True, "touches fees, rights or services of many people"),
    "number": Weight(1, True, "gives a number or an amount"),
    "date": Weight(1, True, "gives a date, no place"),
    "place": Weight(1, True, "names a place, no time"),
    "named_body": Weight(1, True, "names a public body"),
    "attribution": Weight(1, True, "says where it comes from"),
    "comparison": Weight(1, True, "compares or ranks"),
    "spread": Weight(1, False, "appears in 2 to 4 places (+1), 5 to 14 (+2), 15 or more (+3)"),
    "fast": Weight(2, False, "three or more appearances, at six an hour or faster"),
    "novelty": Weight(1, False, "nothing earlier is known that answers it"),
    "official_source": Weight(-2, False, "a state body published it"),
}


@dataclass(frozen=True, slots=True)
class Factor:
    """One reason with its points; `detail` is what in the text or the figures caused it."""

    code: str
    points: int
    detail: str


def factor(code: str, detail: str, *, times: int = 1) -> Factor:
    """A factor with the published points (times a step, for those that have steps)."""
    return Factor(code, WEIGHTS[code].points * times, detail)
