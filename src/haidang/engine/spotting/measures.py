"""How good an order is: average precision, and the share that is right among the first k."""

from collections.abc import Sequence


def average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Mean precision at the places of the positive ones. Equal scores are one step: ties cannot flatter."""
    total = sum(labels)
    if not total:
        return 0.0
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    area, hits, seen, at = 0.0, 0, 0, 0
    while at < len(order):
        tied = [labels[order[at]]]
        while at + len(tied) < len(order) and scores[order[at + len(tied)]] == scores[order[at]]:
            tied.append(labels[order[at + len(tied)]])
        hits, seen = hits + sum(tied), seen + len(tied)
        area += sum(tied) * hits / seen
        at += len(tied)
    return area / total


def precision_at(count: int, scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Share of positive ones among the first `count`; a tie at the edge counts by its share."""
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    count = min(count, len(order))
    if not count:
        return 0.0
    edge = scores[order[count - 1]]
    above = [at for at in order if scores[at] > edge]
    tied = [at for at in order if scores[at] == edge]
    hits = sum(labels[at] for at in above)
    return (hits + (count - len(above)) * sum(labels[at] for at in tied) / len(tied)) / count
