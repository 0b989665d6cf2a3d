"""English sentences and claims found by a Vietnamese text, through a translation table."""

from collections.abc import Iterable

import numpy as np

from haidang.engine.retrieval.analysis import analyse
from haidang.engine.retrieval.postings import Postings, Row
from haidang.engine.retrieval.posts import plain
from haidang.engine.retrieval.projection import Weights, find_rows, project
from haidang.engine.retrieval.translation import TranslationTable


class EnglishTexts:
    """Texts by number, asked in Vietnamese."""

    def __init__(
        self, texts: Iterable[str], table: TranslationTable, *, weights: Weights | None = None
    ) -> None:
        self._table, self._weights = table, weights or Weights()
        self._postings = Postings()
        for number, text in enumerate(texts):
            self._postings.put(Row(number, [analyse(plain(text), language="en")]))
        self._postings.settle()

    def search(self, text: str, *, limit: int = 10) -> list[tuple[int, float]]:
        """The numbers of the texts that most likely say the same, best first."""
        projected = project(plain(text), self._table, self._weights)
        found = find_rows(projected, self._postings, limit=limit)
        if not found:
            return []
        numbers = np.concatenate([segment.names[rows] for segment, rows, _ in found])
        scores = np.concatenate([score for *_, score in found])
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(int(numbers[at]), float(scores[at])) for at in best]
