"""Write acts into the log: entry rows and the one head row, in the caller's own transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import models, transaction

from haidang.base.models import LogEntry, LogHead
from haidang.base.record.acts import Act, HasPublicId, actor_of, leaf_text, moment, subject_of
from haidang.base.record.canonical import JsonValue
from haidang.base.record.merkle import Frontier, leaf_hash


class OutsideTransaction(Exception):
    """Something that must stand or fall with its row was tried outside a transaction."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} outside a transaction; wrap the whole act in transaction.atomic().")


class TooLongForRecord(ValueError):
    """A name does not fit its column, which SQLite would not say."""

    def __init__(self, column: str, value: str) -> None:
        super().__init__(f"The {column} '{value[:100]}' is too long for the record; shorten it.")


def require_transaction(what: str) -> None:
    """Raise OutsideTransaction unless a transaction is open; `what` begins the sentence."""
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(what)


def append(
    *,
    act: str,
    subject: models.Model | tuple[str, str],
    by: HasPublicId | None,
    at: datetime,
    body: Mapping[str, JsonValue] | None = None,
) -> LogEntry:
    """Record one act. Call it last in the transaction: every other writer waits for the head from here on."""
    return append_many([Act(act=act, subject=subject, by=by, at=at, body=body or {})])[0]


def append_many(acts: Sequence[Act]) -> list[LogEntry]:
    """Record several acts with one read and one write of the head. Raises OutsideTransaction."""
    require_transaction("An act was recorded")
    if not acts:
        return []
    head = locked_head()
    frontier = Frontier.of(head.size, head.frontier)
    entries = []
    for act in acts:
        entries.append(_entry(act, frontier.size))
        frontier.append(bytes.fromhex(entries[-1].leaf_sha256))
    LogEntry.objects.bulk_create(entries)
    head.size, head.frontier = frontier.size, frontier.stored()
    head.save(update_fields=["size", "frontier"])
    return entries


def locked_head() -> LogHead:
    """The head row, made on first use and held until the transaction ends.

    PostgreSQL locks the row; SQLite's IMMEDIATE transaction has locked the whole database already.
    """
    return LogHead.objects.select_for_update().get_or_create(id=1)[0]


def _entry(act: Act, index: int) -> LogEntry:
    kind, key = subject_of(act.subject)
    actor = actor_of(act.by)
    leaf = leaf_text(act=act.act, actor=actor, at=moment(act.at), body=act.body, subject=(kind, key))
    for column, value in (("act", act.act), ("actor", actor), ("subject_kind", kind), ("subject_key", key)):
        if len(value) > getattr(LogEntry._meta.get_field(column), "max_length", 0):  # noqa: SLF001
            raise TooLongForRecord(column, value)
    return LogEntry(
        index=index,
        at=act.at,
        act=act.act,
        actor=actor,
        subject_kind=kind,
        subject_key=key,
        leaf=leaf,
        leaf_sha256=leaf_hash(leaf.encode()).hex(),
    )
