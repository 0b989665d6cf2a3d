"""How often words and pairs of words are seen: a query is filed under the rarest thing it cannot do without."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import TypeAlias

from haidang.engine.spotting.watch_query import Query, Term, required_terms
from haidang.engine.spotting.watch_words import BREAK, folded_words

Anchor: TypeAlias = str | tuple[str, str]  # a word, or two neighbouring words

_UNSEEN_WORD = 0.5  # a word never seen may still be commoner than a pair never seen


class Rarity:
    """Counts over texts of the stream (the last days are enough). Without any, long words and pairs count as rare."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._counts: Counter[Anchor] = Counter()
        self.learn(texts)

    def learn(self, texts: Iterable[str]) -> None:
        for text in texts:
            words = folded_words(text)
            self._counts.update(set(words))
            self._counts.update(set(pairwise(words)))

    def cost(self, anchor: Anchor) -> float:
        """How many texts are expected to bring the anchor; only comparisons matter."""
        if isinstance(anchor, tuple):
            return self._counts[anchor] + 0.01 * _shortness(anchor[0]) * _shortness(anchor[1])
        return self._counts[anchor] + _UNSEEN_WORD * _shortness(anchor)

    def anchors(self, query: Query) -> tuple[Anchor, ...]:
        """One anchor per alternative of the cheapest set of terms of which one must be there."""
        choices = [tuple(dict.fromkeys(map(self._anchor, terms))) for terms in required_terms(query)]
        return min(choices, key=lambda anchors: sum(map(self.cost, anchors)))

    def _anchor(self, term: Term) -> Anchor:
        words = term.folded
        pairs = [pair for pair in pairwise(words) if BREAK not in pair]
        choices: list[Anchor] = [*pairs] if pairs else [word for word in words if word != BREAK]
        return min(choices, key=self.cost)


def _shortness(word: str) -> float:
    return 1.0 / len(word)
