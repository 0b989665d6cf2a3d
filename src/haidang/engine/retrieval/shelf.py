"""Known claims of one language, with everything needed to find them and to compare them with a text."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from haidang.engine.retrieval import features
from haidang.engine.retrieval.analysis import Terms, analyse
from haidang.engine.retrieval.candidates import Candidates, Query, best_rows, read_query
from haidang.engine.retrieval.chargrams import CharGrams, spelled
from haidang.engine.retrieval.postings import Floats, Postings, Row
from haidang.engine.retrieval.posts import plain

# Vietnamese words are pairs of syllables: pairs find. English pairs only order what was found.
_PAIR_WEIGHT = {"vi": 0.6}


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A verified claim. `claim` is what was checked, `title` the headline of the answer, `date` when it is from."""

    key: str
    language: str
    claim: str
    title: str
    date: date | None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Candidates with their row of features each (see features.NAMES), best by BM25 first."""

    items: tuple[KnownItem, ...]
    features: Floats


class Shelf:
    """Grows and shrinks while it serves."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.postings = Postings()
        self._chars = CharGrams()
        self._items: dict[int, KnownItem] = {}
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._unlearnt: list[int] = []

    def __len__(self) -> int:
        return len(self._items)

    def put(self, item: KnownItem) -> None:
        self.remove(item.key)
        number, self._next = self._next, self._next + 1
        self._items[number], self._numbers[item.key] = item, number
        fields = [
            analyse(plain(text), language=self.language) for text in (item.claim, item.title, item.summary)
        ]
        self.postings.put(Row(number, fields, item.date.toordinal() if item.date else 0))
        self._unlearnt.append(number)

    def remove(self, key: str) -> None:
        number = self._numbers.pop(key, None)
        if number is not None:
            del self._items[number]
            self.postings.remove(number)

    def settle(self) -> None:
        """Take in what was put. A search does it by itself; side-by-side readers call it first."""
        self.postings.settle()
        fresh = [self._items[number] for number in self._unlearnt if number in self._items]
        self._chars.learn([spelled(f"{item.claim} {item.title}") for item in fresh])
        self._unlearnt.clear()

    def read(self, text: str) -> tuple[Query, Terms]:
        self.settle()
        found = analyse(text, language=self.language)
        return read_query(found, self.postings), found

    def compare(
        self, text: str, *, on: date | None = None, limit: int = 60, near_limit: int = 40
    ) -> Compared:
        """The candidates for a plain text (see posts.plain) with their features."""
        query, _ = self.read(text)
        day = on.toordinal() if on else 0
        found = best_rows(
            query, self.postings, limit=limit, pair_weight=_PAIR_WEIGHT.get(self.language, 0.0),
            on=day, near_limit=near_limit,
        )  # fmt: skip
        if not found:
            return Compared((), np.zeros((0, len(features.NAMES)), np.float32))
        items: list[KnownItem] = []
        parts: list[dict[str, Floats]] = []
        asked = spelled(text)
        for one in found:
            those = [self._items[number] for number in one.segment.names[one.rows].tolist()]
            parts.append(self._columns(query, one, those, asked, day))
            items += those
        columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        columns |= features.relative(columns)
        order = np.argsort(-columns["bm25"], kind="stable")
        return Compared(tuple(items[at] for at in order), features.matrix(columns)[order])

    def _columns(
        self, query: Query, found: Candidates, items: list[KnownItem], asked: "np.ndarray", day: int
    ) -> dict[str, Floats]:
        columns = features.lexical(query, found, self.postings)
        claims, titles = [spelled(item.claim) for item in items], [spelled(item.title) for item in items]
        both = [np.concatenate(pair) for pair in zip(claims, titles, strict=True)]
        columns["chars_claim"], columns["chars_of_claim"] = self._chars.likeness(asked, claims)
        columns["chars_title"], columns["chars_of_title"] = self._chars.likeness(asked, titles)
        columns["chars_both"], _ = self._chars.likeness(asked, both)
        return columns | features.time_apart(day, found.segment.days[found.rows])
