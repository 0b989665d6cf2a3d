"""Our own Vietnamese sentences: opinion wrongly queued, and the first ten against random and newest first."""

import math
from collections import Counter

from bench.sentences_vi.labels import read_second_pass
from bench.spotting.our_sentences import Judged, judged
from haidang.engine.spotting.measures import average_precision, precision_at
from haidang.engine.spotting.ranking import priority

_TOP, _Z = 10, 1.96
_OPINION = frozenset(["opinion", "criticism"])
_URGENT = 2  # gold priority from which a sentence is worth the desk's day


def measure_ours(half: str) -> dict[str, object]:
    found = judged(half)
    checkable = [one.sentence.gold.checkable for one in found]
    queued = [one.queued for one in found]
    right = sum(one and other for one, other in zip(checkable, queued, strict=True))
    precision, recall = right / max(1, sum(queued)), right / max(1, sum(checkable))
    scores = [_score(one) for one in found]
    return {
        "ap": round(average_precision(scores, checkable), 4),
        "f1": round(2 * right / max(1, sum(queued) + sum(checkable)), 4),
        "p@10": round(precision_at(_TOP, scores, checkable), 4),
        "sentences": len(found),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "recall_by_priority": _recall_by_priority(found),
        "opinion_wrongly_queued": _wrongly(found, _OPINION),
        "others_wrongly_queued": _wrongly(
            found, {one.sentence.gold.reason for one in found} - {"", *_OPINION}
        ),
        "orders": _orders(found, scores),
        "by_label": _by_label(found),
        "trained_on": 0,
    }


def _score(one: Judged) -> float:
    """The place in the queue, as the desk orders; what is not queued stands behind."""
    if not one.queued or one.spotted is None:
        return 0.0
    return priority(one.spotted.factors, appearances=1, minutes=0, official=False, known_match="").points


def _wrongly(found: list[Judged], reasons: frozenset[str] | set[str]) -> dict[str, object]:
    """Share with Wilson's 95 % interval."""
    queued = [one.queued for one in found if one.sentence.gold.reason in reasons]
    count, share = len(queued), sum(queued) / max(1, len(queued))
    middle, spread = (
        share + _Z**2 / (2 * count),
        _Z * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2)),
    )
    low, high = ((middle + sign * spread) / (1 + _Z**2 / count) for sign in (-1, 1))
    return {
        "queued": sum(queued),
        "of": count,
        "share": round(share, 4),
        "low": round(max(0.0, low), 4),
        "high": round(high, 4),
    }


def _recall_by_priority(found: list[Judged]) -> dict[str, float]:
    groups = {
        level: [one.queued for one in found if one.sentence.gold.priority == level] for level in (1, 2, 3)
    }
    return {str(level): round(sum(group) / len(group), 4) for level, group in groups.items() if group}


def _orders(found: list[Judged], scores: list[float]) -> dict[str, dict[str, float]]:
    """P@10 for `checkable`, for priority 2 or 3, and for 3.

    Random is the share in the set. The sentences have no times, and the file is sorted by label: newest first is the
    shuffled order of the second pass from its end.
    """
    arrived = {id_: float(number) for number, id_ in enumerate(read_second_pass())}
    newest = [arrived[one.sentence.id] for one in found]
    wanted = {
        "checkable": [one.sentence.gold.checkable for one in found],
        "priority_2_or_3": [one.sentence.gold.priority >= _URGENT for one in found],
        "priority_3": [one.sentence.gold.priority > _URGENT for one in found],
    }
    return {
        name: {
            "ours": round(precision_at(_TOP, scores, labels), 4),
            "newest_first": round(precision_at(_TOP, newest, labels), 4),
            "random": round(sum(labels) / len(labels), 4),
        }
        for name, labels in wanted.items()
    }


def _by_label(found: list[Judged]) -> dict[str, dict[str, int]]:
    table: dict[str, Counter[str]] = {}
    for one in found:
        label = one.sentence.gold.reason or "checkable"
        said = "queued" if one.queued else (one.spotted.reason if one.spotted else "left out")
        table.setdefault(label, Counter())[said] += 1
    return {label: dict(counts) for label, counts in sorted(table.items())}
