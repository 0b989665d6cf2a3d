"""The append-only Merkle log of every act, and its signed checkpoints.

What a stranger needs to check our evidence (`acts`, `canonical`, `merkle`, `notes`) is free of Django; what
touches the database is loaded when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from haidang.base.record.acts import Act, HasPublicId, NaiveTime, UnsavedSubject
from haidang.base.record.canonical import JsonValue, NotCanonical, canonical_json
from haidang.base.record.notes import NoteRefused, TreeHead, verify_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from django.db import models

    from haidang.base.models import Checkpoint, LogEntry
    from haidang.base.record.verify import LogReport

__all__ = [
    "Act",
    "HasPublicId",
    "JsonValue",
    "NaiveTime",
    "NotCanonical",
    "NoteRefused",
    "TreeHead",
    "UnsavedSubject",
    "append",
    "append_many",
    "canonical_json",
    "inclusion_for",
    "make_checkpoint",
    "verify_log",
    "verify_note",
]


def append(
    *,
    act: str,
    subject: models.Model | tuple[str, str],
    by: HasPublicId | None,
    at: datetime,
    body: Mapping[str, JsonValue] | None = None,
) -> LogEntry:
    """Record one act, last in the caller's transaction (`record.log.append`)."""
    from haidang.base.record import log

    return log.append(act=act, subject=subject, by=by, at=at, body=body)


def append_many(acts: Sequence[Act]) -> list[LogEntry]:
    """Record several acts at once, last in the caller's transaction (`record.log.append_many`)."""
    from haidang.base.record import log

    return log.append_many(acts)


def make_checkpoint(at: datetime) -> Checkpoint:
    """Sign the log as it stands (`record.checkpoint.make_checkpoint`)."""
    from haidang.base.record import checkpoint

    return checkpoint.make_checkpoint(at)


def inclusion_for(index: int, size: int) -> list[str]:
    """Prove that an entry is in the log (`record.checkpoint.inclusion_for`)."""
    from haidang.base.record import checkpoint

    return checkpoint.inclusion_for(index, size)


def verify_log(*, outside: Iterable[str] = (), public_key: bytes | None = None) -> LogReport:
    """Check every entry, the head and all checkpoints (`record.verify.verify_log`)."""
    from haidang.base.record import verify

    return verify.verify_log(outside=outside, public_key=public_key)
