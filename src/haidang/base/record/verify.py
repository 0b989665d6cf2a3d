"""Check the whole log: every entry against its hash and columns, the head, and every checkpoint.

Memory stays flat: rows are streamed, and only the right edge of the tree is kept, with a copy of it at each
size that somebody has vouched for.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeAlias

from django.db import DatabaseError, models
from django.db.models.functions import Cast

from haidang.base.keys import office_key
from haidang.base.models import Checkpoint, LogEntry, LogHead
from haidang.base.record.acts import leaf_value, moment
from haidang.base.record.canonical import is_canonical
from haidang.base.record.merkle import BadFrontier, Frontier, leaf_hash
from haidang.base.record.notes import NoteRefused, verify_note

MOST_PROBLEMS = 100
CHUNK = 2000

# Typed as the columns should be; a database owner may have put anything there, so nothing is trusted.
Row: TypeAlias = tuple[int, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class LogReport:
    """What `verify_log` found. No problems: the log is what its checkpoints say."""

    size: int
    root: str
    checkpoints_checked: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Vouched:
    """Somebody's word on the root at a size."""

    who: str
    size: int
    root: str


@dataclass(slots=True)
class _Problems:
    """The first hundred in words, the others counted."""

    told: list[str] = field(default_factory=list)
    untold: int = 0

    def tell(self, sentence: str) -> None:
        if len(self.told) < MOST_PROBLEMS:
            self.told.append(sentence)
        else:
            self.untold += 1

    def all(self) -> tuple[str, ...]:
        more = [f"There are {self.untold} more problems."] if self.untold else []
        return (*self.told, *more)


def verify_log(*, outside: Iterable[str] = (), public_key: bytes | None = None) -> LogReport:
    """Check the log against itself, its stored checkpoints, and notes kept outside.

    Only a note kept outside shows a log that its keeper has rebuilt from end to end.
    """
    problems = _Problems()
    key = office_key().public_bytes if public_key is None else public_key
    vouched = [*_stored_checkpoints(key, problems), *_outside_notes(outside, key, problems)]
    before = LogHead.objects.filter(id=1).first() or LogHead(id=1)
    tree, edges = _walk(_rows(problems), {before.size, *(word.size for word in vouched)}, problems)
    # Read again: entries may rightly have been added while the rows were read.
    after = LogHead.objects.filter(id=1).first() or LogHead(id=1)
    _check_head(before, after, tree.size, edges, problems)
    for word in vouched:
        _check_word(word, tree.size, edges, problems)
    return LogReport(tree.size, tree.root().hex(), len(vouched), problems.all())


def _rows(problems: _Problems) -> Iterator[Row]:
    # The time is read as text: Django fails on a time that is none, where this must go on and say so.
    rows = (
        LogEntry.objects.annotate(at_text=Cast("at", models.TextField()))
        .order_by("index")
        .values_list("index", "at_text", "act", "actor", "subject_kind", "subject_key", "leaf", "leaf_sha256")
    )
    try:
        yield from rows.iterator(chunk_size=CHUNK)
    except DatabaseError as cause:
        problems.tell(f"The database could not read all entries ({cause}); restore them from a backup.")


def _walk(
    rows: Iterable[Row], sizes: set[int], problems: _Problems
) -> tuple[Frontier, dict[int, list[bytes]]]:
    """Grow the tree over all rows; keep its right edge at each of `sizes`."""
    tree = Frontier()
    edges: dict[int, list[bytes]] = {0: []}
    expected: Any = 0
    for row in rows:
        index, leaf = row[0], row[6]
        if index != expected:
            problems.tell(
                f"The log jumps from entry {expected - 1} to {index}: entries were removed or moved."
            )
        expected = index + 1 if isinstance(index, int) else tree.size + 1
        digest = leaf_hash(leaf.encode() if isinstance(leaf, str) else b"")
        if why := _problem_in(row, digest):
            problems.tell(f"Entry {index} was changed: {why}.")
        tree.append(digest)
        if tree.size in sizes:
            edges[tree.size] = list(tree.hashes)
    return tree, edges


def _problem_in(row: Row, digest: bytes) -> str:
    _, at_text, act, actor, kind, key, leaf, leaf_sha256 = row
    if digest.hex() != leaf_sha256:
        return "its text does not fit its hash"
    try:
        at = datetime.fromisoformat(at_text)
        at_written = moment(at if at.tzinfo else at.replace(tzinfo=UTC))
        told = json.loads(leaf)
        columns = leaf_value(act=act, actor=actor, at=at_written, body=told["body"], subject=(kind, key))
        readable = is_canonical(told, leaf)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        readable = False
    if not readable:
        return "it cannot be read"
    return "" if told == columns else "its columns do not fit its text"


def _check_head(
    before: LogHead, after: LogHead, size: int, edges: dict[int, list[bytes]], problems: _Problems
) -> None:
    if not before.size <= size <= after.size:
        problems.tell(f"The head counts {after.size} entries, but there are {size}.")
        return
    try:
        kept = Frontier.of(before.size, before.frontier)
    except BadFrontier as bad:
        problems.tell(str(bad))
        return
    if kept.hashes != edges[before.size]:
        problems.tell(f"The head does not fit the {before.size} entries that it counts.")


def _check_word(word: _Vouched, size: int, edges: dict[int, list[bytes]], problems: _Problems) -> None:
    if word.size not in edges:
        problems.tell(
            f"{word.who} vouches for {word.size} entries, but there are {size}: the end was cut off."
        )
    elif Frontier(word.size, edges[word.size]).root().hex() != word.root:
        problems.tell(f"The first {word.size} entries are not those that {word.who} vouches for.")


def _stored_checkpoints(key: bytes, problems: _Problems) -> list[_Vouched]:
    vouched = []
    for checkpoint in Checkpoint.objects.order_by("size").only("size", "root_sha256", "note"):
        who = f"the checkpoint at {checkpoint.size}"
        try:
            head = verify_note(checkpoint.note, key)
        except NoteRefused as refused:
            problems.tell(f"About {who}: {refused}")
            continue
        if (head.size, head.root) != (checkpoint.size, checkpoint.root_sha256):
            problems.tell(f"The row of {who} does not fit its signed note.")
        vouched.append(_Vouched(who, head.size, head.root))
    return vouched


def _outside_notes(notes: Iterable[str], key: bytes, problems: _Problems) -> list[_Vouched]:
    vouched = []
    for number, note in enumerate(notes, start=1):
        try:
            head = verify_note(note, key)
        except NoteRefused as refused:
            problems.tell(f"About note {number} from outside: {refused}")
            continue
        vouched.append(_Vouched(f"note {number} from outside", head.size, head.root))
    return vouched
