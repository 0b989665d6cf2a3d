"""Record a look that failed, with its reason in words, and let the schedule back off."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from haidang.base import lease
from haidang.information.collect.models import Failure, Publication, Source, SourceState
from haidang.information.collect.parsing import clean
from haidang.information.collect.rules import FAILING_AFTER, next_look, next_try


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a look failed: a code for the program, one sentence for people."""

    code: str
    sentence: str

    @property
    def in_words(self) -> str:
        return clean(self.sentence)[:300] or self.code


def source_failed(source: Source, reason: Reason, *, at: datetime) -> None:
    """Back off from a source; after the third failure in a row it is shown as failing."""
    with transaction.atomic():
        fresh = Source.objects.select_for_update().get(pk=source.pk)
        failures = fresh.failures + 1
        paused = fresh.state == SourceState.PAUSED
        state = SourceState.FAILING if failures >= FAILING_AFTER and not paused else fresh.state
        due_at = next_look(at=at, interval_s=fresh.interval_s, failures=failures, key=fresh.pk)
        ours = lease.hand_back(
            source,
            due_at=due_at,
            failures=failures,
            state=state,
            last_reason=reason.in_words,
            last_looked_at=at,
        )
        if ours:
            _note(source, source.address, reason, at=at)


def page_failed(publication: Publication, reason: Reason, *, at: datetime) -> None:
    """Try a page again later, three times at most; what the feed said of it stays stored."""
    failures = publication.fetch_failures + 1
    due_at = next_try(
        at=at,
        interval_s=publication.source.interval_s,
        failures=failures,
        code=reason.code,
        key=publication.pk,
    )
    with transaction.atomic():
        ours = lease.hand_back(
            publication, due_at=due_at, fetch_failures=failures, last_reason=reason.in_words
        )
        if ours:
            _note(publication.source, publication.address, reason, at=at)


def _note(source: Source, address: str, reason: Reason, *, at: datetime) -> None:
    Failure.objects.create(
        source=source, address=address, at=at, code=reason.code[:40], reason=reason.in_words
    )
