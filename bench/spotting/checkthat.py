"""Read CheckThat files and fit the baselines: TF-IDF of words and pairs with scikit-learn's logistic regression."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.datasets import open_text

_LABELS = ("class_label", "check_worthiness")


class NotCheckThat(ValueError):
    """The file has no column of labels as in CheckThat."""


@dataclass(frozen=True, slots=True)
class Labelled:
    texts: list[str]
    worth: list[bool]


def read_checkthat(paths: Sequence[Path]) -> Labelled:
    """Rows of the files, one after another."""
    texts: list[str] = []
    worth: list[bool] = []
    for path in paths:
        with open_text(path) as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        label = next((name for name in _LABELS if rows and name in rows[0]), None)
        if label is None or "tweet_text" not in rows[0]:
            raise NotCheckThat(f"{path} has no columns tweet_text and {' or '.join(_LABELS)}.")
        texts += [row["tweet_text"] for row in rows]
        worth += [row[label].strip() == "1" for row in rows]
    return Labelled(texts, worth)


def baselines(train: Labelled, test: Labelled) -> dict[str, dict[str, float]] | None:
    """Words and pairs, TF-IDF, logistic regression; None when scikit-learn is not installed."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.metrics import average_precision_score, f1_score
    except ModuleNotFoundError:
        return None
    vectors: Any = TfidfVectorizer(ngram_range=(1, 2))
    seen, unseen = vectors.fit_transform(train.texts), vectors.transform(test.texts)
    found = {}
    for name, strength, weights in (
        ("plain", 1.0, None), ("balanced", 1.0, "balanced"),
        ("plain_c10", 10.0, None), ("balanced_c10", 10.0, "balanced"),
    ):  # fmt: skip
        model: Any = LogisticRegression(C=strength, max_iter=1000, class_weight=weights).fit(
            seen, train.worth
        )
        scores = model.predict_proba(unseen)[:, 1]
        found[name] = {
            "ap": round(float(average_precision_score(test.worth, scores)), 4),
            "f1": round(float(f1_score(test.worth, scores > 0.5)), 4),
        }
    return found
