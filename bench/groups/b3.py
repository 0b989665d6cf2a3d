"""B-cubed: for every item, how pure its group is and how much of its story it holds."""

from collections import Counter
from collections.abc import Hashable, Sequence


def b_cubed(found: Sequence[Hashable], labels: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups against labels, each the mean over items."""
    groups, stories, both = Counter(found), Counter(labels), Counter(zip(found, labels, strict=True))
    size = len(labels) or 1
    precision = sum(count * count / groups[group] for (group, _), count in both.items()) / size
    recall = sum(count * count / stories[story] for (_, story), count in both.items()) / size
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1.0)
