"""Learn an order from the desk's own decisions, and show the old and the new order before the new one is used.

Values in, values out: who stores the decisions, and who agrees to the new order, is decided above.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from haidang.engine.spotting.measures import average_precision, precision_at
from haidang.engine.spotting.ranker import Ranker, fit_ranker

LEAST_DECISIONS = 300
LEAST_OF_EACH = 30
_HELD_OUT = 0.25  # the latest quarter is not learnt from: the orders are compared on it
_TOP = 10
_SHOWN, _REASONS = 10, 4


@dataclass(frozen=True, slots=True)
class Decision:
    """A sentence as it stood in the queue, its points then, and whether the desk took it up."""

    sentence: str
    points: float
    taken_up: bool


class TooFewDecisions(ValueError):
    """The desk has not decided often enough for an order to be learnt."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A sentence that stands elsewhere in the new order (places from 1), with the signs that moved it most."""

    sentence: str
    taken_up: bool
    old_place: int
    new_place: int
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class OrderQuality:
    """Of an order on decisions that it has not seen: average precision, and share taken up among the first ten."""

    average_precision: float
    precision_at_10: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What people look at before they let the new order be used. `better` is a help, not the decision."""

    learnt_from: int
    compared_on: int
    old: OrderQuality
    new: OrderQuality
    moved: tuple[Moved, ...]

    @property
    def better(self) -> bool:
        return (
            self.new.average_precision > self.old.average_precision
            and self.new.precision_at_10 >= self.old.precision_at_10
        )


def learn_order(decisions: Sequence[Decision]) -> tuple[Ranker, Comparison]:
    """Fit on the earlier decisions (they come in the order of time), compare on the later ones."""
    _refuse_too_few(decisions)
    cut = round(len(decisions) * (1 - _HELD_OUT))
    earlier, later = decisions[:cut], decisions[cut:]
    taken = sum(one.taken_up for one in later)
    if not 0 < taken < len(later):
        raise TooFewDecisions(
            "The latest quarter of decisions is all of one kind; compare again after more decisions."
        )
    ranker = fit_ranker([one.sentence for one in earlier], [one.taken_up for one in earlier])
    return ranker, compare_orders(ranker, later, learnt_from=len(earlier))


def _refuse_too_few(decisions: Sequence[Decision]) -> None:
    taken = sum(one.taken_up for one in decisions)
    if len(decisions) < LEAST_DECISIONS:
        raise TooFewDecisions(
            f"{len(decisions)} decisions are too few to learn an order from; wait until there are {LEAST_DECISIONS}."
        )
    if min(taken, len(decisions) - taken) < LEAST_OF_EACH:
        raise TooFewDecisions(
            f"At least {LEAST_OF_EACH} sentences taken up and {LEAST_OF_EACH} let go are needed to learn an order."
        )


def compare_orders(ranker: Ranker, decisions: Sequence[Decision], *, learnt_from: int) -> Comparison:
    """The old order is by points, the new one by the ranker; both on decisions that it has not seen."""
    labels = [one.taken_up for one in decisions]
    old = [one.points for one in decisions]
    new = ranker.scores([one.sentence for one in decisions])
    return Comparison(
        learnt_from=learnt_from,
        compared_on=len(decisions),
        old=OrderQuality(average_precision(old, labels), precision_at(_TOP, old, labels)),
        new=OrderQuality(average_precision(new, labels), precision_at(_TOP, new, labels)),
        moved=_moved(ranker, decisions, _places(old), _places(new)),
    )


def _places(scores: Sequence[float]) -> list[int]:
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    places = [0] * len(scores)
    for place, at in enumerate(order, start=1):
        places[at] = place
    return places


def _moved(
    ranker: Ranker, decisions: Sequence[Decision], old: list[int], new: list[int]
) -> tuple[Moved, ...]:
    """Those that moved farthest."""
    farthest = sorted(range(len(decisions)), key=lambda at: -abs(old[at] - new[at]))[:_SHOWN]
    return tuple(
        Moved(
            decisions[at].sentence,
            decisions[at].taken_up,
            old[at],
            new[at],
            tuple(ranker.reasons(decisions[at].sentence, limit=_REASONS)),
        )
        for at in farthest
        if old[at] != new[at]
    )
