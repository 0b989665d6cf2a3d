"""Figures of ranked lists against judgements."""

from collections.abc import Mapping, Sequence, Set

import numpy as np

Ranked = Mapping[str, Sequence[str]]
Answers = Mapping[str, Set[str]]


def average_precision(found: Sequence[str], right: Set[str], depth: int) -> float:
    """Precision at each right answer, as the CheckThat scorer counts it."""
    hits, total = 0, 0.0
    for place, key in enumerate(found[:depth], start=1):
        if key in right:
            hits += 1
            total += hits / place
    return total / min(len(right), depth)


def mean_average_precision(ranked: Ranked, answers: Answers, depth: int = 5) -> float:
    return _mean([average_precision(ranked[key], right, depth) for key, right in answers.items()])


def recall(ranked: Ranked, answers: Answers, depth: int) -> float:
    """Posts with at least one right answer among the first `depth`."""
    return _mean(
        [float(any(key in right for key in ranked[post][:depth])) for post, right in answers.items()]
    )


def reciprocal_rank(ranked: Ranked, answers: Answers) -> float:
    found = []
    for post, right in answers.items():
        place = next((at for at, key in enumerate(ranked[post], start=1) if key in right), 0)
        found.append(1 / place if place else 0.0)
    return _mean(found)


def quality(ranked: Ranked, answers: Answers) -> dict[str, float]:
    return {
        "map@5": mean_average_precision(ranked, answers),
        "mrr": reciprocal_rank(ranked, answers),
        "recall@10": recall(ranked, answers, 10),
        "recall@1": recall(ranked, answers, 1),
    }


def bootstrap(ranked: Ranked, answers: Answers, *, rounds: int = 1000) -> list[float]:
    """95 % interval of MAP@5 over posts drawn again."""
    values = np.array([average_precision(ranked[key], right, 5) for key, right in answers.items()])
    drawn = np.random.default_rng(0).integers(0, len(values), (rounds, len(values)))
    low, high = np.quantile(values[drawn].mean(axis=1), [0.025, 0.975])
    return [round(float(low), 4), round(float(high), 4)]


def _mean(values: Sequence[float]) -> float:
    return round(float(np.mean(values)), 4) if values else 0.0
