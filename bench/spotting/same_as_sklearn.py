"""Our logistic regression against scikit-learn's on the same columns: the farthest that two chances lie apart."""

from typing import Any

from bench.spotting.checkthat import Labelled
from haidang.engine.spotting.features import raw_features
from haidang.engine.spotting.logistic import Rows
from haidang.engine.spotting.ranker import STRENGTH, Ranker


def farthest_score(ranker: Ranker, train: Labelled, test: Labelled) -> float | None:
    """None when scikit-learn is not installed."""
    try:
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import LogisticRegression
    except ModuleNotFoundError:
        return None

    def matrix(rows: Rows) -> Any:
        return csr_matrix((rows.values, rows.columns, rows.starts), shape=(rows.count, rows.width))

    seen, unseen = (matrix(ranker.rows([raw_features(text) for text in one.texts])) for one in (train, test))
    model: Any = LogisticRegression(C=STRENGTH, max_iter=3000, tol=1e-6, class_weight="balanced").fit(
        seen, train.worth
    )
    theirs = model.predict_proba(unseen)[:, 1]
    return round(
        max(abs(float(one) - two) for one, two in zip(theirs, ranker.scores(test.texts), strict=True)), 5
    )
