"""Say match, related or none: a calibrated chance that the best candidate answers the post, and explicit thresholds.

The thresholds hold for one prior (the share of posts that have an answer); another prior needs its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self

import numpy as np
import numpy.typing as npt

from haidang.engine.retrieval.boosting import Shape, Trees, fit_yes_no
from haidang.engine.retrieval.features import only
from haidang.engine.retrieval.logistic import Logistic, fit_logistic
from haidang.engine.retrieval.ranker import Judged, Ranker, fit_ranker, ranks
from haidang.engine.retrieval.shelf import KnownItem
from haidang.engine.retrieval.twins import twins_of, words_of

Level = Literal["match", "related", "none"]
_FOLDS = 5
_FOLD_SHAPE, _FOLD_SEEDS = Shape(trees=80, rate=0.1), 1
_VERIFIER_SHAPE = Shape(trees=80, leaves=8, rate=0.1, least_rows=20)
_RIVALS = 6

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A judged post: its candidates, their features, which are right (twins of a right one included)."""

    items: tuple[KnownItem, ...]
    judged: Judged

    def without_answer(self) -> "Case":
        """The same post as if its answer were not known."""
        kept = ~self.judged.right
        items = tuple(item for item, stays in zip(self.items, kept, strict=True) if stays)
        return Case(items, Judged(only(self.judged.features, kept), self.judged.right[kept]))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """For posts of which `prior` have an answer. `match_at` and `none_below` are chances."""

    prior: float
    match_at: float
    none_below: float


@dataclass(frozen=True, slots=True)
class Decision:
    """The place of the best candidate (-1: none), the chance that it is right, what to say, the order of all."""

    best: int
    chance: float
    level: Level
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verifier:
    """Is this candidate an answer at all? Log-odds from a line and from trees."""

    linear: Logistic
    trees: Trees

    def log_odds(self, features: npt.NDArray[np.float32]) -> Floats:
        return np.asarray((self.linear.log_odds(features) + self.trees.predict(features)) / 2)

    def to_json(self) -> dict[str, Any]:
        return {"linear": self.linear.to_json(), "trees": self.trees.to_json()}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls(Logistic.from_json(stored["linear"]), Trees.from_json(stored["trees"]))


@dataclass(frozen=True, slots=True)
class Decider:
    """Everything fitted: the order, the verifier, the calibration, the thresholds."""

    ranker: Ranker
    verifier: Verifier
    calibration: Logistic
    thresholds: Thresholds

    def decide(self, items: Sequence[KnownItem], features: npt.NDArray[np.float32]) -> Decision:
        if not len(items):
            return Decision(-1, 0.0, "none", ())
        order, evidence = weigh(self.ranker, self.verifier, items, features)
        chance = _chance(self.calibration.log_odds(evidence[None, :]), self.thresholds.prior)[0]
        level: Level = "related"
        if chance >= self.thresholds.match_at:
            level = "match"
        elif chance < self.thresholds.none_below:
            level = "none"
        return Decision(int(order[0]), float(chance), level, tuple(order.tolist()))

    def to_json(self) -> dict[str, Any]:
        limits = self.thresholds
        return {
            "ranker": self.ranker.to_json(),
            "verifier": self.verifier.to_json(),
            "calibration": self.calibration.to_json(),
            "thresholds": {
                "prior": limits.prior,
                "match_at": limits.match_at,
                "none_below": limits.none_below,
            },
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls(
            Ranker.from_json(stored["ranker"]),
            Verifier.from_json(stored["verifier"]),
            Logistic.from_json(stored["calibration"]),
            Thresholds(**stored["thresholds"]),
        )


def _chance(log_odds: Floats, prior: float) -> Floats:
    """Calibrated on as many posts with as without an answer; moved to the prior."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds + np.log(prior / (1 - prior)), -30, 30))))


def weigh(
    ranker: Ranker, verifier: Verifier, items: Sequence[KnownItem], features: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.int64], Floats]:
    """The order of the candidates, and what speaks for the best: itself and its lead (its twins are no rivals)."""
    scores = ranker.scores(features)
    odds = verifier.log_odds(features)
    order = np.argsort(-(1 / (5 + ranks(scores)) + 1 / (5 + ranks(odds))), kind="stable")
    best = int(order[0])
    rivals = order[1 : 1 + 2 * _RIVALS]
    rivals = (
        rivals[~twins_of(words_of(items[best]), [items[at] for at in rivals])][:_RIVALS]
        if len(rivals)
        else rivals
    )
    rest = np.sort(odds[rivals])[::-1]
    lead = odds[best] - (rest[0] if len(rest) else -10.0)
    lead_mean = odds[best] - (rest.mean() if len(rest) else -10.0)
    return order, np.array([odds[best], max(lead, -5.0), max(lead_mean, -5.0)])


def fit_verifier(cases: Sequence[Case]) -> Verifier:
    both = [one for case in cases for one in (case, case.without_answer()) if len(one.items)]
    rows = np.concatenate([one.judged.features for one in both])
    right = np.concatenate([one.judged.right for one in both])
    return Verifier(fit_logistic(rows, right, penalty=20.0), fit_yes_no(rows, right, _VERIFIER_SHAPE))


@dataclass(frozen=True, slots=True)
class _Held:
    """What a model that did not see a post makes of it, with its answer and without."""

    evidence: Floats
    right: bool
    answered: bool


def fit_decider(cases: Sequence[Case], *, prior: float, precision: float, none_lost: float) -> Decider:
    """Fit on judged posts; thresholds from folds that were held out, for the wanted precision at this prior."""
    held: list[_Held] = []
    for fold in range(_FOLDS):
        learnt = [case for at, case in enumerate(cases) if at % _FOLDS != fold]
        ranker = fit_ranker([case.judged for case in learnt], shape=_FOLD_SHAPE, seeds=_FOLD_SEEDS)
        verifier = fit_verifier(learnt)
        for case in cases[fold::_FOLDS]:
            held += _held(ranker, verifier, case)
    evidence = np.stack([one.evidence for one in held])
    right = np.array([one.right for one in held])
    calibration = fit_logistic(evidence, right, penalty=1.0)
    chance = _chance(calibration.log_odds(evidence), prior)
    answered = np.array([one.answered for one in held])
    weights = np.where(answered, prior, 1 - prior)
    limits = Thresholds(
        prior, _match_at(chance, right, weights, precision), _none_below(chance, right, answered, none_lost)
    )
    return Decider(fit_ranker([case.judged for case in cases]), fit_verifier(cases), calibration, limits)


def _held(ranker: Ranker, verifier: Verifier, case: Case) -> list[_Held]:
    found = []
    for one, answered in ((case, True), (case.without_answer(), False)):
        if len(one.items):
            order, evidence = weigh(ranker, verifier, one.items, one.judged.features)
            found.append(_Held(evidence, bool(one.judged.right[order[0]]), answered))
    return found


def _match_at(chance: Floats, right: npt.NDArray[np.bool_], weights: Floats, precision: float) -> float:
    """The lowest chance from which on the held-out posts kept the wanted precision, one more error allowed for."""
    order = np.argsort(-chance, kind="stable")
    kept = np.cumsum(weights[order])
    wrong = np.cumsum(weights[order] * ~right[order]) + weights.min()
    good = np.flatnonzero(1 - wrong / (kept + weights.min()) >= precision)
    return float(chance[order[good[-1]]]) if len(good) else 1.0


def _none_below(
    chance: Floats, right: npt.NDArray[np.bool_], answered: npt.NDArray[np.bool_], none_lost: float
) -> float:
    """The chance below which no more than this share of the answered posts falls."""
    found = np.sort(chance[answered & right])
    return float(found[int(len(found) * none_lost)]) if len(found) else 0.0
