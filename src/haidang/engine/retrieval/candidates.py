"""The rows most like a query by BM25 over all their fields, before anything dearer is computed."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from haidang.engine.retrieval.analysis import PAIR, Terms
from haidang.engine.retrieval.postings import FIELDS, Floats, Ints, Postings, Segment, ranges, term_hash

K1, B = 1.2, 0.75
_BUDGET = 600_000  # postings read for one query and segment; commoner terms only order what rarer ones found
_NEAR_DAYS = 45
_MOST_TERMS = 400  # of a long query, the rarest


@dataclass(frozen=True, slots=True)
class Query:
    """A text as distinct term hashes in order, with how often each stands in it, its marks and its rarity."""

    terms: Ints
    times: Floats
    marks: npt.NDArray[np.uint8]
    idf: Floats


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows of one segment with their BM25 score."""

    segment: Segment
    rows: Ints
    scores: Floats


def read_query(found: Terms, postings: Postings) -> Query:
    """A query's terms, weighed by the index as it is now."""
    hashes = np.fromiter(map(term_hash, found.terms), np.int64, len(found.terms))
    terms, inverse = np.unique(hashes, return_inverse=True)
    marks = np.zeros(len(terms), np.uint8)
    np.bitwise_or.at(marks, inverse, np.array(found.marks, np.uint8))
    times = np.bincount(inverse, minlength=len(terms)).astype(np.float32)
    idf = postings.rarity(terms)
    if len(terms) > _MOST_TERMS:
        kept = np.sort(np.argsort(-idf, kind="stable")[:_MOST_TERMS])
        terms, times, marks, idf = terms[kept], times[kept], marks[kept], idf[kept]
    return Query(terms, times, marks, idf)


def best_rows(
    query: Query, postings: Postings, *, limit: int, pair_weight: float, on: int = 0, near_limit: int = 0
) -> list[Candidates]:
    """At most `limit` rows of all segments, and `near_limit` more of those dated near the day `on` (ordinal).

    `pair_weight`: what a pair counts beside a single term.
    """
    average = float(postings.average_lengths().sum()) or 1.0
    pairs = np.where(query.marks & PAIR, pair_weight, 1.0).astype(np.float32)
    weights = query.idf * np.minimum(query.times, 3) * pairs
    found: list[Candidates] = []
    near: list[Candidates] = []
    for segment in postings.segments:
        if segment.size:
            scores = _scores(segment, query.terms, weights, average)
            found.append(_top(segment, scores, limit))
            if on and near_limit:
                near.append(_top(segment, np.where(_near(segment, on), scores, 0), near_limit))
    return _together(_best(found, limit), _best(near, near_limit))


def _near(segment: Segment, on: int) -> npt.NDArray[np.bool_]:
    """Answers come within weeks of what they answer."""
    apart = segment.days - on
    return (segment.days > 0) & (apart >= -_NEAR_DAYS) & (apart <= _NEAR_DAYS)


def _best(found: list[Candidates], limit: int) -> list[Candidates]:
    if len(found) > 1:
        everything = np.concatenate([one.scores for one in found])
        if len(everything) > limit:
            bar = np.partition(everything, len(everything) - limit)[len(everything) - limit]
            found = [
                Candidates(one.segment, one.rows[one.scores >= bar], one.scores[one.scores >= bar])
                for one in found
            ]
    return found


def _together(found: list[Candidates], near: list[Candidates]) -> list[Candidates]:
    """Per segment both lists as one, each row once."""
    merged: list[Candidates] = []
    for place, one in enumerate(found):
        rows, scores = one.rows, one.scores
        if near:
            extra = ~np.isin(near[place].rows, rows)
            rows = np.concatenate([rows, near[place].rows[extra]])
            scores = np.concatenate([scores, near[place].scores[extra]])
        if len(rows):
            merged.append(Candidates(one.segment, rows, scores))
    return merged


def _scores(segment: Segment, terms: Ints, weights: Floats, average: float) -> Floats:
    """BM25 of every row of a segment."""
    at, there = segment.where(terms)
    wanted = np.flatnonzero(there & (weights > 0))
    starts, ends = segment.term_start[at[wanted]], segment.term_start[at[wanted] + 1]
    order = np.argsort(ends - starts, kind="stable")
    read = np.cumsum((ends - starts)[order])
    order = order[: max(1, int(np.searchsorted(read, _BUDGET, side="right")))]
    starts, ends, wanted = starts[order], ends[order], wanted[order]
    places = ranges(starts, ends)
    docs = segment.docs[places]
    tf = segment.tf[places].astype(np.float32)
    norm = K1 * (1 - B + B * segment.words / average)
    gain = np.repeat(weights[wanted], ends - starts) * tf * (K1 + 1) / (tf + norm[docs])
    scores = np.bincount(docs, gain, minlength=segment.size).astype(np.float32)
    scores[~segment.alive] = 0
    return scores


def _top(segment: Segment, scores: Floats, limit: int) -> Candidates:
    rows = np.argpartition(-scores, limit)[:limit] if len(scores) > limit else np.arange(len(scores))
    rows = rows[scores[rows] > 0].astype(np.int64)
    return Candidates(segment, rows, scores[rows])


__all__ = ["FIELDS", "Candidates", "Query", "best_rows", "read_query"]
