"""Claim due rows so that each is worked on by one worker, and comes back when that worker dies."""

import secrets
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import connections, models, transaction
from django.db.models import Q, QuerySet

from haidang.base.models import Leased

L = TypeVar("L", bound=Leased)


def claim_due(rows: QuerySet[L], *, at: datetime, limit: int, lease_s: float) -> list[L]:
    """Take up to `limit` rows that are due and free, longest due first; they are ours for `lease_s`.

    PostgreSQL passes over rows that another worker is taking; SQLite's IMMEDIATE transaction makes it wait.
    """
    free = Q(leased_until=None) | Q(leased_until__lte=at)
    due = rows.filter(free, due_at__lte=at).order_by("due_at", "pk")
    if connections[rows.db].features.has_select_for_update_skip_locked:
        due = due.select_for_update(skip_locked=True, of=("self",))
    with transaction.atomic(using=rows.db):
        taken = list(due[:limit])
        token, until = secrets.token_hex(16), at + timedelta(seconds=lease_s)
        _rows_of(rows.model, rows.db).filter(pk__in=[row.pk for row in taken]).update(
            lease_token=token, leased_until=until
        )
    for row in taken:
        row.lease_token, row.leased_until = token, until
    return taken


def renew(row: Leased, *, at: datetime, lease_s: float) -> bool:
    """Hold a row for longer. False if it is no longer ours: stop working on it."""
    until = at + timedelta(seconds=lease_s)
    if not _still_ours(row).update(leased_until=until):
        return False
    row.leased_until = until
    return True


def hand_back(row: Leased, *, due_at: datetime | None, **other_fields: object) -> bool:
    """Give a row back, due again at `due_at` (None: no more), with other fields set in the same write.

    False if the row is no longer ours: nothing was written, its new holder decides.
    """
    fields = {**other_fields, "due_at": due_at, "leased_until": None, "lease_token": ""}
    if not _still_ours(row).update(**fields):
        return False
    for name, value in fields.items():
        setattr(row, name, value)
    return True


def _still_ours(row: Leased) -> QuerySet[Leased]:
    rows = _rows_of(type(row), row._state.db)  # noqa: SLF001  Django documents it as public
    return rows.filter(pk=row.pk, lease_token=row.lease_token).exclude(lease_token="")


def _rows_of(model: type[Leased], using: str | None) -> QuerySet[Leased]:
    return models.QuerySet(model, using=using)
