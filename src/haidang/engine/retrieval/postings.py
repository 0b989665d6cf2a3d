"""An inverted index in numpy that grows while it serves: sorted segments, merged as they grow; dead rows are masked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import numpy.typing as npt

from haidang.engine.retrieval.analysis import Terms

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
FIELDS = 3  # claim, title, summary
_SETTLED = 200_000  # rows; larger segments are not merged again, so that adding one never takes long


@dataclass(slots=True)
class Segment:
    """Rows in a sealed order. `forward_*` by row, `docs`/`tf` by term; terms are 64-bit hashes."""

    vocabulary: Ints
    term_start: Ints
    docs: npt.NDArray[np.int32]
    tf: npt.NDArray[np.uint8]
    row_start: Ints
    forward_terms: npt.NDArray[np.int32]
    forward_tf: npt.NDArray[np.uint8]
    forward_marks: npt.NDArray[np.uint8]
    lengths: Floats
    names: Ints
    days: Ints
    alive: npt.NDArray[np.bool_]
    words: Floats

    @property
    def size(self) -> int:
        return len(self.names)

    def where(self, terms: Ints) -> tuple[Ints, npt.NDArray[np.bool_]]:
        """Place of each term in the vocabulary, and whether it is there."""
        if not len(self.vocabulary):
            return np.zeros(len(terms), np.int64), np.zeros(len(terms), np.bool_)
        at = np.minimum(np.searchsorted(self.vocabulary, terms), len(self.vocabulary) - 1)
        return at, self.vocabulary[at] == terms

    def counts(self, terms: Ints) -> Ints:
        """In how many rows each term stands."""
        at, there = self.where(terms)
        if not len(self.vocabulary):
            return at
        return np.where(there, self.term_start[at + 1] - self.term_start[at], 0)


@dataclass(frozen=True, slots=True)
class Row:
    """One text to be indexed: a number of its own, the terms of its fields, its day (ordinal; 0 if unknown)."""

    name: int
    fields: Sequence[Terms]
    day: int = 0


def term_hash(term: str) -> int:
    """64 bits; lasts as long as the process, like the index."""
    return hash(term)


def ranges(starts: Ints, ends: Ints) -> Ints:
    """The places start..end of every pair, one after the other."""
    sizes = ends - starts
    total = int(sizes.sum())
    if not total:
        return np.zeros(0, np.int64)
    firsts = np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
    return firsts + np.arange(total)


def seal(rows: Iterable[Row]) -> Segment:
    """Rows as a segment."""
    hashes: list[int] = []
    of_row: list[int] = []
    of_field: list[int] = []
    marks: list[int] = []
    names: list[int] = []
    days: list[int] = []
    for place, row in enumerate(rows):
        names.append(row.name)
        days.append(row.day)
        for number, found in enumerate(row.fields):
            hashes += map(hash, found.terms)
            marks += found.marks
            of_field += [number] * len(found.terms)
            of_row += [place] * len(found.terms)
    return _sealed(
        np.array(hashes, np.int64), np.array(of_row, np.int64), np.array(of_field, np.int64),
        np.array(marks, np.uint8), np.array(names, np.int64), np.array(days, np.int64),
    )  # fmt: skip


def _sealed(
    hashes: Ints, of_row: Ints, of_field: Ints, marks: npt.NDArray[np.uint8], names: Ints, days: Ints
) -> Segment:
    vocabulary, local = np.unique(hashes, return_inverse=True)
    width = max(1, len(vocabulary))
    entry, inverse = np.unique(of_row * width + local, return_inverse=True)
    tf = np.zeros((len(entry), FIELDS), np.int64)
    np.add.at(tf, (inverse, of_field), 1)
    kept_marks = np.zeros(len(entry), np.uint8)
    np.bitwise_or.at(kept_marks, inverse, marks)
    forward_rows, forward_terms = entry // width, entry % width
    lengths = np.zeros((len(names), FIELDS), np.float32)
    words = (marks & 4) == 0  # pairs are no words of their own
    np.add.at(lengths, (of_row[words], of_field[words]), 1)
    small = np.minimum(tf, 255).astype(np.uint8)
    return _assembled(
        vocabulary, forward_rows, forward_terms.astype(np.int32), small, kept_marks, lengths, names, days
    )


def _assembled(
    vocabulary: Ints, rows: Ints, terms: npt.NDArray[np.int32], tf: npt.NDArray[np.uint8],
    marks: npt.NDArray[np.uint8], lengths: Floats, names: Ints, days: Ints,
) -> Segment:  # fmt: skip
    order = np.argsort(terms, kind="stable")
    return Segment(
        vocabulary=vocabulary,
        term_start=np.searchsorted(terms[order], np.arange(len(vocabulary) + 1)).astype(np.int64),
        docs=rows[order].astype(np.int32),
        tf=np.minimum(tf.sum(axis=1, dtype=np.int64), 255).astype(np.uint8)[order],
        row_start=np.searchsorted(rows, np.arange(len(names) + 1)).astype(np.int64),
        forward_terms=terms,
        forward_tf=tf,
        forward_marks=marks,
        lengths=lengths,
        names=names,
        days=days,
        alive=np.ones(len(names), np.bool_),
        words=lengths.sum(axis=1),
    )


def merge(segments: Sequence[Segment]) -> Segment:
    """Several segments as one, without their dead rows."""
    vocabulary = np.unique(np.concatenate([one.vocabulary for one in segments]))
    terms: list[npt.NDArray[np.int32]] = []
    rows: list[Ints] = []
    tf, marks = [], []
    lengths, names, days = [], [], []
    offset = 0
    for one in segments:
        kept = np.flatnonzero(one.alive)
        entries = ranges(one.row_start[kept], one.row_start[kept + 1])
        sizes = one.row_start[kept + 1] - one.row_start[kept]
        places = np.searchsorted(vocabulary, one.vocabulary)
        terms.append(places[one.forward_terms[entries]].astype(np.int32))
        rows.append(np.repeat(np.arange(len(kept)) + offset, sizes))
        tf.append(one.forward_tf[entries])
        marks.append(one.forward_marks[entries])
        lengths.append(one.lengths[kept])
        names.append(one.names[kept])
        days.append(one.days[kept])
        offset += len(kept)
    return _assembled(
        vocabulary, np.concatenate(rows), np.concatenate(terms), np.concatenate(tf), np.concatenate(marks),
        np.concatenate(lengths), np.concatenate(names), np.concatenate(days),
    )  # fmt: skip


class Postings:
    """Rows by number; the latest row of a number counts. Reads may run side by side once nothing is pending."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._pending: dict[int, Row] = {}
        self._where: dict[int, tuple[Segment, int]] = {}
        self._average: Floats | None = None

    def __len__(self) -> int:
        return len(self._where) + len(self._pending)

    def put(self, row: Row) -> None:
        self.remove(row.name)
        self._pending[row.name] = row

    def remove(self, name: int) -> None:
        self._pending.pop(name, None)
        found = self._where.pop(name, None)
        if found is not None:
            found[0].alive[found[1]] = False

    def settle(self) -> None:
        """Bring what was put since the last search into the segments."""
        if not self._pending:
            return
        self._average = None
        self._add(seal(self._pending.values()))
        self._pending.clear()
        while len(self.segments) > 1 and self._should_merge():
            last, before = self.segments.pop(), self.segments.pop()
            self._add(merge([before, last]))

    def _should_merge(self) -> bool:
        before, last = self.segments[-2:]
        return before.size < 2 * last.size and before.size + last.size <= _SETTLED

    def _add(self, segment: Segment) -> None:
        self.segments.append(segment)
        places = zip(repeat(segment), range(segment.size), strict=False)
        self._where.update(zip(segment.names.tolist(), places, strict=True))

    def counts(self, terms: Ints) -> Ints:
        """Rows in which each term stands (those not yet cleared away included)."""
        found = np.zeros(len(terms), np.int64)
        for segment in self.segments:
            found += segment.counts(terms)
        return found

    def total(self) -> int:
        return sum(segment.size for segment in self.segments)

    def rarity(self, terms: Ints) -> Floats:
        """BM25's idf, never negative."""
        seen, total = self.counts(terms), self.total()
        return np.log1p((total - seen + 0.5) / (seen + 0.5)).astype(np.float32)

    def average_lengths(self) -> Floats:
        """Mean words of each field."""
        if self._average is None:
            sums = np.sum([segment.lengths.sum(axis=0) for segment in self.segments], axis=0)
            self._average = np.asarray(sums / max(1, self.total()), np.float32)
        return self._average
