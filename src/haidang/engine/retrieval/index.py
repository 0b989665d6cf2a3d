"""The claim index: what has been verified, found again in other words, with or without tone marks."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, Self

from haidang.engine.retrieval.shelf import KnownItem
from haidang.engine.retrieval.slots import SlotComparison, compare
from haidang.engine.retrieval.statement import Statement, read_statement
from haidang.engine.retrieval.terms import pairs, terms, weight_of

MATCH_AT, RELATED_AT = 0.5, 0.25
_CANDIDATES = 30
_K1, _B = 1.2, 0.75
_COMMON = 500  # postings
_COMPARED = 10  # of the best, whose slots are compared: a match must not hide behind related ones
_OF_KNOWN = 0.65  # the known claim must be found again; what else a post says matters less
_PAIR_SHARE = 0.4  # pairs close this much of the gap that single terms leave
_MIN_SHARED = 2  # distinct terms that are not light: one common word is no likeness


@dataclass(frozen=True, slots=True)
class Hit:
    """A known claim that is like the text. A conflicting slot caps the level at related."""

    key: str
    score: float
    level: Literal["match", "related"]
    slots: tuple[SlotComparison, ...]


@dataclass(frozen=True, slots=True)
class _Terms:
    single: frozenset[str]
    pairs: frozenset[str]

    @classmethod
    def of(cls, found: list[str]) -> Self:
        return cls(frozenset(found), frozenset(pairs(found)))


@dataclass(frozen=True, slots=True)
class _Entry:
    item: KnownItem
    counts: Counter[str]
    length: int
    claim: _Terms
    title: _Terms


class ClaimIndex:
    """In memory, rebuilt from rows. Reads may run side by side; writes may not."""

    def __init__(self, items: Iterable[KnownItem] = ()) -> None:
        self._entries: dict[str, _Entry] = {}
        self._postings: dict[str, set[str]] = {}
        self._total_length = 0
        for item in items:
            self.put(item)

    def __len__(self) -> int:
        return len(self._entries)

    def put(self, item: KnownItem) -> None:
        """Add a claim, or replace the one with its key."""
        self.remove(item.key)
        entry = _entry(item)
        self._entries[item.key] = entry
        self._total_length += entry.length
        for term in entry.counts:
            self._postings.setdefault(term, set()).add(item.key)

    def remove(self, key: str) -> None:
        """Forget a claim (a retracted review answers nothing). Unknown keys are no fault."""
        entry = self._entries.pop(key, None)
        if entry is None:
            return
        self._total_length -= entry.length
        for term in entry.counts:
            self._postings[term].discard(key)
            if not self._postings[term]:
                del self._postings[term]

    def search(self, text: str, *, limit: int = 5, on: date | None = None) -> list[Hit]:
        """The known claims most like a text, best first. `on`: the day it was seen, for `sáng nay`, `hôm qua`."""
        single = terms(text)
        if not single or not self._entries:
            return []
        asked = _Terms.of(single)
        scored = ((self._score(asked, self._entries[key]), key) for key in self._candidates(asked))
        best = sorted((-score, key) for score, key in scored if score >= RELATED_AT)[: max(limit, _COMPARED)]
        here = read_statement(text, said_on=on) if best else None
        hits = [_hit(here, self._entries[key], -score) for score, key in best if here is not None]
        hits.sort(key=lambda hit: (hit.level != "match", -hit.score, hit.key))
        return hits[:limit]

    def _candidates(self, asked: _Terms) -> list[str]:
        """The best by BM25 over claim and title, singles and pairs."""
        found: dict[str, float] = {}
        average = self._total_length / len(self._entries) or 1.0
        known = sorted(
            (term for term in asked.single | asked.pairs if term in self._postings),
            key=lambda term: len(self._postings[term]),
        )
        for term in known:
            idf = self._idf(term)
            keys = self._postings[term]
            # Common terms order the candidates that rarer terms found; they bring no new ones.
            for key in keys if len(keys) <= _COMMON or not found else found.keys() & keys:
                entry = self._entries[key]
                count = entry.counts[term]
                norm = _K1 * (1 - _B + _B * entry.length / average)
                found[key] = found.get(key, 0.0) + idf * count * (_K1 + 1) / (count + norm)
        return sorted(found, key=lambda key: (-found[key], key))[:_CANDIDATES]

    def _idf(self, term: str) -> float:
        """Rarity in the index, never zero; light words keep a fifth."""
        count, seen = len(self._entries), len(self._postings.get(term, ()))
        return weight_of(term) * math.log(2 + (count - seen + 0.5) / (seen + 0.5))

    def _score(self, asked: _Terms, entry: _Entry) -> float:
        """The better of the likeness to the claim and to the title."""
        return max(self._likeness(asked, entry.claim), self._likeness(asked, entry.title))

    def _likeness(self, asked: _Terms, known: _Terms) -> float:
        """Shared weight against both texts (0 to 1); shared pairs close a part of the gap."""
        shared = asked.single & known.single
        if sum(weight_of(term) == 1.0 for term in shared) < min(_MIN_SHARED, max(1, len(known.single))):
            return 0.0
        common = self._weight(shared)
        of_known, of_asked = common / self._weight(known.single), common / self._weight(asked.single)
        single = _OF_KNOWN * of_known + (1 - _OF_KNOWN) * of_asked
        shared_pairs = len(asked.pairs & known.pairs) / max(1, min(len(asked.pairs), len(known.pairs)))
        return min(1.0, single + _PAIR_SHARE * (1 - single) * shared_pairs)

    def _weight(self, some: frozenset[str]) -> float:
        return sum(self._idf(term) for term in some) or 1.0


def _entry(item: KnownItem) -> _Entry:
    claim, title = terms(item.claim), terms(item.title)
    everything = [*claim, *pairs(claim), *title, *pairs(title)]
    return _Entry(item, Counter(everything), len(everything), _Terms.of(claim), _Terms.of(title))


@lru_cache(maxsize=4096)
def _known_statement(item: KnownItem) -> Statement:
    return read_statement(item.claim or item.title, said_on=item.date)


def _hit(here: Statement, entry: _Entry, score: float) -> Hit:
    slots = compare(here, _known_statement(entry.item))
    conflict = any(not slot.agrees for slot in slots)
    return Hit(
        entry.item.key, round(score, 4), "match" if score >= MATCH_AT and not conflict else "related", slots
    )
