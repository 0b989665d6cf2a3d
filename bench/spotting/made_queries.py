"""Make watch queries out of the stream itself: 1-3 phrases joined by AND, 20 % with NOT, some OR and NEAR."""

import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from haidang.engine.spotting.watch_words import BREAK, folded_words

_LENGTHS, _LENGTH_WEIGHTS = (1, 2, 3, 4), (10, 55, 25, 10)
_LEAST_TEXTS_FOR_A_WORD = 3
# Nobody watches a pair of words that one item in 20 has: the first phrase of a query is rarer.
_COMMON = 1 / 20


def made_queries(texts: Sequence[str], count: int, *, seed: int = 7) -> list[str]:
    """`count` queries. Phrases of one query come from one text, so that many queries match something."""
    maker = _Maker(texts, random.Random(seed))
    return [maker.query() for _ in range(count)]


class _Maker:
    def __init__(self, texts: Sequence[str], random_: random.Random) -> None:
        self.texts = texts
        self.random = random_
        self.counts: Counter[str] = Counter()
        for text in texts:
            words = folded_words(text)
            self.counts.update({*words, *map(" ".join, pairwise(words))})
        least = _LEAST_TEXTS_FOR_A_WORD
        self.words = sorted(
            word for word, seen in self.counts.items() if seen >= least and " " not in word and word != BREAK
        )

    def query(self) -> str:
        phrases: list[str] = []
        while len(phrases) < 3:
            found = folded_words(self.random.choice(self.texts))
            phrases = [phrase for _ in range(4) if (phrase := self.phrase(found))]
        phrases.sort(key=self.is_common)
        if self.is_common(phrases[0]):
            return self.query()
        query = self.joined(phrases)
        if self.random.random() < 0.2:
            query += f' NOT "{self.phrase(folded_words(self.random.choice(self.texts))) or self.word()}"'
        return query

    def word(self) -> str:
        return self.random.choice(self.words)

    def is_common(self, phrase: str) -> bool:
        words = phrase.split()
        pairs = list(map(" ".join, pairwise(words))) or words
        return min(self.counts[pair] for pair in pairs) > _COMMON * len(self.texts)

    def phrase(self, found: list[str]) -> str:
        length = self.random.choices(_LENGTHS, _LENGTH_WEIGHTS)[0]
        if length == 1:
            return self.word()
        if len(found) <= length:
            return ""
        first = self.random.randrange(len(found) - length)
        taken = found[first : first + length]
        return "" if BREAK in taken else " ".join(taken)

    def joined(self, phrases: list[str]) -> str:
        first, second, third = (f'"{phrase}"' for phrase in phrases[:3])
        draw = self.random.random()
        if draw < 0.05:
            return f"{first} NEAR/{self.random.choice((3, 5, 10))} {second}"
        if draw < 0.10:
            return f"({first} OR {second}) AND {third}"
        return " AND ".join((first, second, third)[: self.random.choice((1, 2, 3))])
