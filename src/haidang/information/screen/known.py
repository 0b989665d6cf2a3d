"""Keep what the office knows: published conclusions and official texts, as the matcher sees them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from haidang.accounts.models import User
from haidang.base import record
from haidang.information.collect.models import Revision
from haidang.information.screen.models import Known, KnownKind


def add_known(
    *,
    kind: str,
    key: str,
    language: str,
    claim: str,
    title: str = "",
    verdict: str = "",
    address: str = "",
    at: datetime,
    by: User | None = None,
) -> Known:
    """Make something known from now on, or say it anew. Called in the act that publishes it."""
    values = {
        "claim": claim,
        "title": title,
        "verdict": verdict,
        "address": address,
        "known_at": at,
        "withdrawn": False,
    }
    with transaction.atomic():
        known, _ = Known.objects.update_or_create(kind=kind, key=key, language=language, defaults=values)
        body = {"key": key, "kind": kind, "language": language, "verdict": verdict}
        record.append(act="known.added", subject=known, by=by, at=at, body=body)
    return known


def withdraw_known(*, kind: str, key: str, at: datetime, by: User | None = None) -> int:
    """Suggest it no more, in any language (a retracted review); returns how many rows. Matches are kept."""
    with transaction.atomic():
        rows = list(Known.objects.select_for_update().filter(kind=kind, key=key, withdrawn=False))
        Known.objects.filter(pk__in=[row.pk for row in rows]).update(withdrawn=True)
        record.append_many(
            [record.Act(act="known.withdrawn", subject=row, by=by, at=at, body={"key": key}) for row in rows]
        )
    return len(rows)


def know_official_texts(revisions: Iterable[Revision], *, at: datetime) -> None:
    """What an official source published about us is known: suggested beside claims, never a verdict.

    One row a publication, with its title as it stands. A row that somebody withdrew stays withdrawn.
    """
    rows = {
        revision.publication.address_sha256: Known(
            kind=KnownKind.OFFICIAL,
            key=revision.publication.address_sha256,
            language=revision.language,
            claim=revision.title or revision.text[:300],
            title=revision.title,
            address=revision.publication.address[:1000],
            known_at=at,  # not when it was seen: workers notice a change by the latest time in the table
        )
        for revision in revisions
    }
    Known.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["kind", "key", "language"],
        update_fields=["claim", "title", "known_at"],
    )
