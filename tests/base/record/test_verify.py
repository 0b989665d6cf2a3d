"""No change to the log stays unseen: every kind of tampering, by raw SQL, against a note kept outside."""

import hashlib
import random
from collections.abc import Callable, Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet

from haidang.base import record
from haidang.base.keys import OfficeKey, office_key
from haidang.base.models import Checkpoint, LogEntry, LogHead
from haidang.base.record import verify
from haidang.base.record.merkle import Frontier, leaf_hash
from haidang.base.record.notes import TreeHead, checkpoint_note
from haidang.base.record.verify import LogReport
from tests.base.record.test_log import acts
from tests.fakes.clock import OFFICE_MORNING

pytestmark = pytest.mark.django_db

ENTRIES = 1000
CHANGES = 240


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def shift(first: int, by: int) -> None:
    """Move all entries from `first` on by one place; over the negatives, for the key is unique at each step."""
    sql('UPDATE base_logentry SET "index" = -"index" - 1 WHERE "index" >= %s', first)
    sql('UPDATE base_logentry SET "index" = -"index" - 1 + %s WHERE "index" < 0', by)


def edit(chance: random.Random) -> None:
    column = chance.choice(["act", "actor", "subject_kind", "subject_key", "leaf", "leaf_sha256"])
    value = chance.choice(["", "x", "worker2", "0" * 60])
    sql(f'UPDATE base_logentry SET {column} = %s WHERE "index" = %s', value, chance.randrange(ENTRIES))


def change_time(chance: random.Random) -> None:
    sql(
        'UPDATE base_logentry SET at = %s WHERE "index" = %s',
        f"2026-05-12 01:00:00.{chance.randrange(1, 10**6):06}+00:00",
        chance.randrange(ENTRIES),
    )


def forge(chance: random.Random) -> None:
    """Another decision in place of the one taken, consistent within its row."""
    row = LogEntry.objects.get(index=chance.randrange(ENTRIES))
    leaf = row.leaf.replace("case.received", "case.closed")
    sql(
        'UPDATE base_logentry SET act = %s, leaf = %s, leaf_sha256 = %s WHERE "index" = %s',
        "case.closed",
        leaf,
        leaf_hash(leaf.encode()).hex(),
        row.index,
    )


def delete(chance: random.Random) -> None:
    sql('DELETE FROM base_logentry WHERE "index" = %s', chance.randrange(ENTRIES))


def delete_and_close_the_gap(chance: random.Random) -> None:
    index = chance.randrange(ENTRIES)
    sql('DELETE FROM base_logentry WHERE "index" = %s', index)
    shift(index + 1, -1)


def insert(chance: random.Random) -> None:
    index = chance.randrange(ENTRIES + 1)
    shift(index, 1)
    sql(
        'INSERT INTO base_logentry ("index", at, act, actor, subject_kind, subject_key, leaf, leaf_sha256)'
        " SELECT %s, at, act, actor, subject_kind, subject_key, leaf, leaf_sha256 FROM base_logentry"
        ' WHERE "index" = %s',
        index,
        0 if index else 1,
    )


def swap(chance: random.Random) -> None:
    one, two = chance.sample(range(ENTRIES), 2)
    sql('UPDATE base_logentry SET "index" = -1 WHERE "index" = %s', one)
    sql('UPDATE base_logentry SET "index" = %s WHERE "index" = %s', one, two)
    sql('UPDATE base_logentry SET "index" = %s WHERE "index" = -1', two)


def truncate(chance: random.Random) -> None:
    sql('DELETE FROM base_logentry WHERE "index" >= %s', ENTRIES - chance.randrange(1, ENTRIES + 1))


def state() -> bytes:
    rows = LogEntry.objects.values_list()
    return hashlib.sha256(repr([list(rows), list(LogHead.objects.values_list())]).encode()).digest()


def rebuild() -> None:
    """What a keeper with all rights does afterwards: fill gaps, hash again, set the head, drop checkpoints."""
    frontier = Frontier()
    for place, (index, leaf) in enumerate(LogEntry.objects.values_list("index", "leaf")):
        digest = leaf_hash(leaf.encode())
        frontier.append(digest)
        if index != place:
            sql('UPDATE base_logentry SET "index" = %s WHERE "index" = %s', place, index)
    for row in LogEntry.objects.all():
        digest_text = leaf_hash(row.leaf.encode()).hex()
        if row.leaf_sha256 != digest_text:
            sql('UPDATE base_logentry SET leaf_sha256 = %s WHERE "index" = %s', digest_text, row.index)
    LogHead.objects.update(size=frontier.size, frontier=frontier.stored())
    sql("DELETE FROM base_checkpoint")


TAMPERINGS: list[Callable[[random.Random], None]] = [
    edit,
    change_time,
    forge,
    delete,
    delete_and_close_the_gap,
    insert,
    swap,
    truncate,
]


@pytest.fixture
def note() -> str:
    """A log of 1,000 entries, and its checkpoint as a witness keeps it."""
    record.append_many(acts(ENTRIES))
    return record.make_checkpoint(OFFICE_MORNING).note


@pytest.fixture
def small() -> str:
    record.append_many(acts(7))
    return record.make_checkpoint(OFFICE_MORNING).note


def problems(*outside: str) -> tuple[str, ...]:
    return record.verify_log(outside=outside).problems


def test_an_untouched_log_has_no_problems(note: str) -> None:
    record.append_many(acts(3))
    report = record.verify_log(outside=[note])
    head = LogHead.objects.get()
    root = Frontier.of(head.size, head.frontier).root().hex()
    assert report == LogReport(ENTRIES + 3, root, checkpoints_checked=2, problems=())


def test_every_random_change_is_seen_against_a_checkpoint_kept_outside(note: str) -> None:
    chance = random.Random(20260512)
    untouched = state()
    wrong = []
    for number in range(CHANGES):
        tamper = TAMPERINGS[number % len(TAMPERINGS)]
        rebuilt = number % 3 == 0
        with transaction.atomic():
            tamper(chance)
            if rebuilt:
                rebuild()
            # A hash that was changed and then computed again is no change: nothing may be said about it.
            if bool(problems(note)) != (state() != untouched):
                wrong.append((number, tamper.__name__, rebuilt))
            transaction.set_rollback(True)
    assert wrong == []
    assert problems(note) == ()


@pytest.mark.parametrize("tamper", [edit, change_time, forge, delete, delete_and_close_the_gap, insert, swap])
def test_without_a_rebuild_the_log_shows_the_change_by_itself(
    note: str, tamper: Callable[[random.Random], None]
) -> None:
    tamper(random.Random(1))
    assert problems()


def test_a_rebuilt_log_looks_sound_from_within_which_is_why_notes_are_kept_outside(note: str) -> None:
    forge(random.Random(2))
    rebuild()
    assert problems() == ()
    assert problems(note) == ("The first 1000 entries are not those that note 1 from outside vouches for.",)


def test_a_changed_entry_is_named(small: str) -> None:
    sql('UPDATE base_logentry SET actor = %s WHERE "index" = 3', "worker2")
    assert problems() == ("Entry 3 was changed: its columns do not fit its text.",)


def test_a_changed_text_is_named_and_shakes_every_later_word(small: str) -> None:
    sql('UPDATE base_logentry SET leaf = %s WHERE "index" = 3', "{}")
    assert problems(small) == (
        "Entry 3 was changed: its text does not fit its hash.",
        "The head does not fit the 7 entries that it counts.",
        "The first 7 entries are not those that the checkpoint at 7 vouches for.",
        "The first 7 entries are not those that note 1 from outside vouches for.",
    )


@pytest.mark.parametrize(
    "leaf", ["not json", "[]", "{}", '{ "body":1}', '{"body":1,"body":2}', "[" * 100_000]
)
def test_an_entry_that_cannot_be_read_is_named(small: str, leaf: str) -> None:
    digest = leaf_hash(leaf.encode()).hex()
    sql('UPDATE base_logentry SET leaf = %s, leaf_sha256 = %s WHERE "index" = 3', leaf, digest)
    assert problems()[0] == "Entry 3 was changed: it cannot be read."


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL refuses values of another type")
@pytest.mark.parametrize("statement", ["at = 'noon'", "leaf = x'ff00'", "leaf = 7", "\"index\" = 'x'"])
def test_values_of_another_type_are_named(small: str, statement: str) -> None:
    sql(f'UPDATE base_logentry SET {statement} WHERE "index" = 3')
    assert problems()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE base_loghead SET size = 6", "The head counts 6 entries, but there are 7."),
        ("UPDATE base_loghead SET size = 8", "The head counts 8 entries, but there are 7."),
        ("DELETE FROM base_loghead", "The head counts 0 entries, but there are 7."),
        ("UPDATE base_loghead SET frontier = '[]'", "The head of the log does not fit its size 7"),
        (
            f'UPDATE base_loghead SET frontier = \'["{"0" * 64}", "{"0" * 64}", "{"0" * 64}"]\'',
            "The head does not fit the 7 entries",
        ),
        ("UPDATE base_checkpoint SET root_sha256 = 'x'", "The row of the checkpoint at 7 does not fit"),
        ("UPDATE base_checkpoint SET size = 6", "The row of the checkpoint at 6 does not fit"),
        ("UPDATE base_checkpoint SET note = 'x'", "About the checkpoint at 7: The checkpoint is refused"),
    ],
)
def test_a_changed_head_or_checkpoint_is_named(small: str, statement: str, told: str) -> None:
    sql(statement)
    assert problems()[0].startswith(told)


def test_a_note_of_another_key_counts_for_nothing(small: str) -> None:
    other = OfficeKey.of(Ed25519PrivateKey.generate())
    forged = checkpoint_note(TreeHead("x/log", 7, "0" * 64), other)
    report = record.verify_log(outside=[forged])
    assert report.checkpoints_checked == 1
    assert report.problems[0].startswith("About note 1 from outside: The checkpoint is refused")


def test_a_log_can_be_checked_with_the_public_key_alone(small: str) -> None:
    public = office_key().public_bytes
    assert record.verify_log(outside=[small], public_key=public).problems == ()


def test_an_end_that_was_cut_off_shows_against_the_note(small: str) -> None:
    sql('DELETE FROM base_logentry WHERE "index" >= 5')
    Checkpoint.objects.all().delete()
    rebuild()
    assert problems(small) == (
        "note 1 from outside vouches for 7 entries, but there are 5: the end was cut off.",
    )


def test_entries_written_during_the_check_are_no_problem(small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = verify._rows

    def slowly(problems: verify._Problems) -> Iterator[verify.Row]:
        record.append_many(acts(2))  # between reading the head and reading the rows
        yield from rows(problems)
        record.append_many(acts(2))  # between reading the rows and reading the head again

    monkeypatch.setattr(verify, "_rows", slowly)
    assert problems(small) == ()


def test_a_database_that_cannot_be_read_is_a_problem_not_a_crash(
    small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(rows: QuerySet[LogEntry], chunk_size: int) -> Iterator[LogEntry]:
        raise DatabaseError("database disk image is malformed")
        yield

    monkeypatch.setattr(QuerySet, "iterator", torn)
    assert "could not read all entries (database disk image is malformed)" in problems()[0]


def test_only_the_first_hundred_problems_are_told(note: str) -> None:
    sql("UPDATE base_logentry SET actor = 'x'")
    told = problems()
    assert len(told) == 101
    assert told[-1] == "There are 900 more problems."


def test_an_empty_log_is_sound() -> None:
    report = record.verify_log()
    assert (report.size, report.checkpoints_checked, report.problems) == (0, 0, ())
