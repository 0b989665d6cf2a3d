"""The evaluator of the article-extraction benchmark, from its definition: four-word runs counted, F1 of mean P and mean R."""

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
RUN = 4


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def counts(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of four words stands in the text; a shorter text is one run."""
    own = words(text)
    return Counter(tuple(own[start : start + RUN]) for start in range(max(1, len(own) - RUN + 1)) if own)


def marks(truth: str, found: str) -> tuple[float, float, float]:
    """Shares of runs right, too many and missing, so that a long page weighs no more than a short one."""
    true, given = counts(truth), counts(found)
    right = sum((true & given).values())
    over, missing = sum((given - true).values()), sum((true - given).values())
    whole = right + over + missing
    return (right / whole, over / whole, missing / whole) if whole else (0.0, 0.0, 0.0)


def f1_of(rows: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    """F1, precision and recall over pages: F1 of the two means."""
    precisions = [right / (right + over) for right, over, _ in rows if right + over > 0]
    recalls = [right / (right + missing) for right, _, missing in rows if right + missing > 0]
    precision = sum(precisions) / len(precisions) if precisions else 0.0
    recall = sum(recalls) / len(recalls) if recalls else 0.0
    both = precision + recall
    return (2 * precision * recall / both if both else 0.0), precision, recall
