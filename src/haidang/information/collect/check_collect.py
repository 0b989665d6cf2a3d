"""Check what collecting stored against the vault and the record, for `haidang doctor`."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Model

from haidang.base.models import LogEntry
from haidang.base.vault import Damaged, Missing, Vault
from haidang.base.vault.warc import read_record
from haidang.information.collect.models import Capture, Publication, Revision
from haidang.information.collect.parsing import content_hash

CHUNK = 1_000
T = TypeVar("T")


def check_collect(vault: Vault) -> list[str]:
    """Every disagreement between rows, bytes and log, one sentence each; empty when all is well."""
    problems: list[str] = []
    for captures in _chunks(Capture.objects.order_by("pk").iterator(CHUNK)):
        problems += _capture_problems(captures, vault)
    revisions = Revision.objects.select_related("capture").order_by("pk")
    for chunk in _chunks(revisions.iterator(CHUNK)):
        problems += _revision_problems(chunk)
    problems += _rows_gone("capture.stored", Capture)
    problems += _rows_gone("revision.stored", Revision)
    empty = Publication.objects.filter(revisions__isnull=True).order_by("pk")
    problems += [
        f"Publication {row.pk} has no text at all; it was stored without a revision." for row in empty
    ]
    return problems


def _capture_problems(captures: list[Capture], vault: Vault) -> Iterator[str]:
    logged = _bodies("capture.stored", captures)
    for capture in captures:
        name = f"Capture {capture.pk} of {capture.address}"
        if problem := _bytes_problem(capture, vault):
            texts = capture.revisions.count()
            yield f"{name} {problem}; {texts} revisions rest on it: restore the file from a backup."
        body = logged.get(str(capture.pk))
        if body is None:
            yield f"{name} has no entry in the log."
        elif (body.get("warc_sha256"), body.get("body_sha256")) != (capture.warc_sha256, capture.body_sha256):
            yield f"{name} differs from its entry in the log: the row was changed."


def _bytes_problem(capture: Capture, vault: Vault) -> str:
    try:
        answer = read_record(vault.get(capture.warc_sha256))
    except Missing:
        return "is not in the vault"
    except Damaged:
        return "is damaged in the vault"
    except ValueError as unreadable:
        return f"cannot be read ({unreadable})"
    return "" if answer.address[:2000] == capture.address else "holds the bytes of another address"


def _revision_problems(revisions: list[Revision]) -> Iterator[str]:
    logged = _bodies("revision.stored", revisions)
    for revision in revisions:
        name = f"Revision {revision.pk} of publication {revision.publication_id}"
        body = logged.get(str(revision.pk))
        if content_hash(revision.title, revision.text) != revision.content_sha256:
            yield f"{name} has another text than when it was stored: the row was changed."
        if body is None:
            yield f"{name} has no entry in the log."
        elif (body.get("content_sha256"), body.get("warc_sha256")) != (
            revision.content_sha256,
            revision.capture.warc_sha256,
        ):
            yield f"{name} differs from its entry in the log: the row was changed."


def _bodies(act: str, rows: Iterable[Model]) -> dict[str, dict[str, Any]]:
    """What the log says of these rows, by their key, in one query."""
    keys = {str(row.pk): row._meta.label_lower for row in rows}  # noqa: SLF001  Django's documented name
    entries = LogEntry.objects.filter(
        act=act, subject_kind__in=set(keys.values()), subject_key__in=keys
    ).values_list("subject_key", "leaf")
    return {key: json.loads(leaf).get("body", {}) for key, leaf in entries}


def _rows_gone(act: str, model: type[Model]) -> Iterator[str]:
    """Log entries whose row has been deleted."""
    entries = LogEntry.objects.filter(act=act).order_by("index").values_list("index", "subject_key")
    for chunk in _chunks(entries.iterator(CHUNK)):
        keys = {int(key) for _, key in chunk if key.isdigit()}
        there = set(model._default_manager.filter(pk__in=keys).values_list("pk", flat=True))  # noqa: SLF001
        for index, key in chunk:
            if not key.isdigit() or int(key) not in there:
                yield f"Log entry {index} speaks of {model.__name__.lower()} {key}, which is gone from the database."


def _chunks(rows: Iterable[T]) -> Iterator[list[T]]:
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
