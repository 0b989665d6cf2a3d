"""Look for a Vietnamese text among English claims: each of its terms becomes the English stems that may mean it.

Probabilistic structured query: how often a Vietnamese term "stands" in an English text is the sum of its partners'
counts, each times the chance that the partner means it. Names and numbers are looked for as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from haidang.engine.retrieval.analysis import CAPITAL, NUMBER, PAIR, TONED, Terms, analyse, english_term
from haidang.engine.retrieval.candidates import K1, B
from haidang.engine.retrieval.postings import Floats, Ints, Postings, Segment, ranges, term_hash
from haidang.engine.retrieval.translation import TranslationTable


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts (set on NTREX dev)."""

    folded: float = 0.5
    toned: float = 0.5
    pairs: float = 0.8
    back: float = 0.25  # the reverse table, as a plain weighted query
    same: float = 1.5  # names and numbers as they are


@dataclass(frozen=True, slots=True)
class Projected:
    """Groups of English terms, each group one Vietnamese term; and single English terms with weights."""

    groups: tuple[tuple[float, Ints, Floats], ...]
    terms: Ints
    weights: Floats


def project(text: str, table: TranslationTable, weights: Weights) -> Projected:
    """A Vietnamese text as a query over English terms."""
    found = analyse(text, language="vi")
    groups: list[tuple[float, Ints, Floats]] = []
    singles: dict[str, float] = {}
    for term, mark in dict(zip(found.terms, found.marks, strict=True)).items():
        partners = table.partners(term)
        weight = weights.pairs if mark & PAIR else weights.toned if mark & TONED else weights.folded
        if partners:
            hashes = np.array([term_hash(one.english) for one in partners], np.int64)
            groups.append((weight, hashes, np.array([one.forth for one in partners], np.float32)))
        for one in partners:
            singles[one.english] = singles.get(one.english, 0.0) + weights.back * weight * one.back
    for term in _as_they_are(found):
        singles[term] = singles.get(term, 0.0) + weights.same
    return Projected(
        tuple(groups),
        np.array([term_hash(term) for term in singles], np.int64),
        np.array(list(singles.values()), np.float32),
    )


def project_english(text: str, table: TranslationTable, weights: Weights) -> Projected:
    """An English text as a query over Vietnamese terms; numbers and names as they are."""
    found = analyse(text, language="en")
    groups: list[tuple[float, Ints, Floats]] = []
    same: list[str] = []
    for term, mark in dict(zip(found.terms, found.marks, strict=True)).items():
        kinds: tuple[dict[str, float], ...] = ({}, {}, {})
        for meant, chance in table.meanings(term).items():
            kinds[1 if meant.startswith("=") else 2 if " " in meant else 0][meant] = chance
        for kind, weight in zip(kinds, (weights.folded, weights.toned, weights.pairs), strict=True):
            if kind:
                hashes = np.array([term_hash(meant) for meant in kind], np.int64)
                groups.append((weight, hashes, np.array(list(kind.values()), np.float32)))
        if mark & (NUMBER | CAPITAL):
            same.append(term)
    return Projected(
        tuple(groups),
        np.array([term_hash(term) for term in same], np.int64),
        np.full(len(same), weights.same, np.float32),
    )


def _as_they_are(found: Terms) -> Iterable[str]:
    """Numbers, words without marks and neighbouring syllables written together (Hà Nội as hanoi), as English stems."""
    plain = [
        (term, mark) for term, mark in zip(found.terms, found.marks, strict=True) if not mark & (PAIR | TONED)
    ]
    wanted = {english_term(term) for term, mark in plain if mark & (NUMBER | CAPITAL) or len(term) > 6}  # noqa: PLR2004
    wanted |= {
        english_term(one + other)
        for (one, mark), (other, next_mark) in pairwise(plain)
        if mark & next_mark & CAPITAL
    }
    return sorted(wanted - {""})


def score(projected: Projected, postings: Postings, segment: Segment) -> Floats:
    """How well every row of a segment fits the projected query."""
    total = postings.total()
    average = float(postings.average_lengths().sum()) or 1.0
    norm = K1 * (1 - B + B * segment.words / average)
    scores = np.zeros(segment.size, np.float32)
    for weight, terms, chances in projected.groups:
        seen = float((postings.counts(terms) * chances).sum())
        if seen:
            idf = float(np.log1p((total - seen + 0.5) / (seen + 0.5)))
            tf = _counts(segment, terms, chances)
            scores += weight * idf * tf * (K1 + 1) / (tf + norm)
    rarity = postings.rarity(projected.terms)
    for at in np.flatnonzero(projected.weights * rarity > 0).tolist():
        docs, tf = _posted(segment, projected.terms[at : at + 1])
        scores[docs] += projected.weights[at] * rarity[at] * tf * (K1 + 1) / (tf + norm[docs])
    scores[~segment.alive] = 0
    return scores


def find_rows(projected: Projected, postings: Postings, *, limit: int) -> list[tuple[Segment, Ints, Floats]]:
    """The best rows of every segment with their scores."""
    found: list[tuple[Segment, Ints, Floats]] = []
    for segment in postings.segments:
        scores = score(projected, postings, segment)
        rows = np.argpartition(-scores, limit)[:limit] if len(scores) > limit else np.arange(len(scores))
        rows = rows[scores[rows] > 0].astype(np.int64)
        found.append((segment, rows, scores[rows]))
    return found


def _posted(segment: Segment, terms: Ints) -> tuple[Ints, Floats]:
    at, there = segment.where(terms)
    at = at[there]
    places = ranges(segment.term_start[at], segment.term_start[at + 1])
    return segment.docs[places].astype(np.int64), segment.tf[places].astype(np.float32)


def _counts(segment: Segment, terms: Ints, chances: Floats) -> Floats:
    """Expected count of the group in every row."""
    at, there = segment.where(terms)
    at, chances = at[there], chances[there]
    starts, ends = segment.term_start[at], segment.term_start[at + 1]
    places = ranges(starts, ends)
    gains = segment.tf[places] * np.repeat(chances, ends - starts)
    return np.bincount(segment.docs[places], gains, minlength=segment.size).astype(np.float32)
