"""Put claims in order: what the sentence says, how it spreads, who published it, whether an answer exists."""

from collections.abc import Iterable
from dataclasses import dataclass

from haidang.engine.spotting.weights import Factor, factor

_SPREAD_STEPS = ((15, 3), (5, 2), (2, 1))  # appearances -> steps
_FAST_FROM, _FAST_PER_HOUR = 3, 6.0


@dataclass(frozen=True, slots=True)
class Priority:
    """Points in all, and the factors they come from, the heaviest first."""

    points: int
    factors: tuple[Factor, ...]


def priority(
    factors: Iterable[Factor], *, appearances: int, minutes: float, official: bool, known_match: str
) -> Priority:
    """The place in the queue. `known_match` is the level of the best hit: match, related, or empty for none."""
    found = list(factors)
    steps = next((step for least, step in _SPREAD_STEPS if appearances >= least), 0)
    if steps:
        found.append(factor("spread", str(appearances), times=steps))
    if appearances >= _FAST_FROM and appearances >= _FAST_PER_HOUR * max(minutes, 1.0) / 60:
        found.append(factor("fast", f"{appearances}/{max(1, round(minutes))}"))
    if official:
        found.append(factor("official_source", ""))
    if not known_match:
        found.append(factor("novelty", ""))
    ordered = tuple(sorted(found, key=lambda one: (-one.points, one.code)))
    return Priority(sum(one.points for one in ordered), ordered)
