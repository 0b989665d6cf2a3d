"""One act as the record keeps it: who did what to which thing when, in one text. Pure: no Django."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from haidang.base.record.canonical import JsonValue, canonical_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db import models

WORKER = "worker"


class NaiveTime(ValueError):
    """A time without a zone was to be recorded."""

    def __init__(self, at: datetime) -> None:
        super().__init__(f"The time {at.isoformat()} has no zone; pass an aware time in UTC.")


class UnsavedSubject(ValueError):
    """An act is about something that has no key yet."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"The {kind} has no key yet; save it before its act is recorded.")


class HasPublicId(Protocol):
    """Somebody who acts: known to the record by an id that says nothing about them."""

    @property
    def public_id(self) -> UUID: ...


@dataclass(frozen=True, slots=True)
class Act:
    """What `append` is given. `by` is None for the worker."""

    act: str
    subject: models.Model | tuple[str, str]
    by: HasPublicId | None
    at: datetime
    body: Mapping[str, JsonValue] = field(default_factory=dict)


def actor_of(by: HasPublicId | None) -> str:
    """`user:<public id>` or `worker`; never a name."""
    return WORKER if by is None else f"user:{by.public_id}"


def subject_of(subject: models.Model | tuple[str, str]) -> tuple[str, str]:
    """Kind and key: the model's label, and its number where that is unique, else its primary key."""
    if isinstance(subject, tuple):
        return subject
    options = subject._meta  # noqa: SLF001  Django documents it as public
    numbered = any(part.name == "number" and getattr(part, "unique", False) for part in options.get_fields())
    key = getattr(subject, "number", None) if numbered else subject.pk
    if key in {None, ""}:
        raise UnsavedSubject(options.label_lower)
    return options.label_lower, str(key)


def moment(at: datetime) -> str:
    """A time as the record writes it: UTC, `2026-05-12T00:42:00Z`, with a fraction only when there is one."""
    if at.tzinfo is None:
        raise NaiveTime(at)
    in_utc = at if at.tzinfo is UTC else at.astimezone(UTC)
    return in_utc.isoformat().replace("+00:00", "Z")


def leaf_value(
    *, act: str, actor: str, at: str, body: Mapping[str, JsonValue], subject: tuple[str, str]
) -> dict[str, JsonValue]:
    """What one entry says, as a JSON object."""
    kind, key = subject
    return {"act": act, "actor": actor, "at": at, "body": body, "subject": {"kind": kind, "key": key}}


def leaf_text(
    *, act: str, actor: str, at: str, body: Mapping[str, JsonValue], subject: tuple[str, str]
) -> str:
    """The canonical text of one entry; its hash is the leaf of the tree."""
    return canonical_json(leaf_value(act=act, actor=actor, at=at, body=body, subject=subject))
