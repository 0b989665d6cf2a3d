"""Open a case for every waiting claim, start its clocks and show it to the screeners."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from haidang.base import record
from haidang.base.legal import parameter
from haidang.base.numbers import next_number
from haidang.information.screen.models import Claim, ClaimState
from haidang.information.verify.models import Case, CaseChange, CaseState


def receive_claims(*, at: datetime, limit: int = 100) -> int:
    """Take over up to `limit` waiting claims, one transaction each; returns how many. Run by the worker."""
    waiting = Claim.objects.filter(state=ClaimState.WAITING, case__isnull=True).order_by(
        "first_seen_at", "id"
    )
    return sum(_receive(claim_id, at=at) for claim_id in waiting.values_list("pk", flat=True)[:limit])


def _receive(claim_id: int, *, at: datetime) -> bool:
    with transaction.atomic():
        claim = Claim.objects.select_for_update().get(pk=claim_id)
        if claim.state != ClaimState.WAITING:
            return False  # another worker was faster
        claim.state = ClaimState.TAKEN
        claim.save(update_fields=["state"])
        case = _open_case(claim, at=at)
        CaseChange.objects.create(
            case=case,
            version=1,
            act="show_for_triage",
            from_state=CaseState.RECEIVED,
            to_state=case.state,
            at=at,
        )
        record.append(
            act="case.received",
            subject=case,
            by=None,
            at=at,
            body={"claim": claim.pk, "priority": claim.priority},
        )
    return True


def _open_case(claim: Claim, *, at: datetime) -> Case:
    today = timezone.localdate(at)
    acknowledge = parameter("case.acknowledge_minutes", on=today)
    answer = parameter("case.answer_hours", on=today)
    return Case.objects.create(
        number=next_number("case", today.year),
        claim=claim,
        state=CaseState.TRIAGE,
        version=1,
        first_seen_at=claim.first_seen_at,
        received_at=at,
        acknowledge_by=at + timedelta(minutes=acknowledge.value),
        answer_by=at + timedelta(hours=answer.value),
    )
