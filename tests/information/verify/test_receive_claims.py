"""Every waiting claim becomes one case with a number and clocks, whoever takes it."""

from datetime import timedelta

from haidang.base.legal import seed_legal_parameters
from haidang.base.models import LogEntry
from haidang.information.screen.models import Claim
from haidang.information.verify.models import Case
from haidang.information.verify.receive_claims import receive_claims
from tests.cast import Cast, later
from tests.desk import a_claim


def test_a_waiting_claim_becomes_a_case_in_triage_with_its_clocks(cast: Cast) -> None:
    seed_legal_parameters()
    claim = a_claim()
    assert receive_claims(at=later(1)) == 1
    case = Case.objects.get(claim=claim)
    assert (case.number, case.state, case.first_seen_at) == ("2026-0001", "triage", later(0))
    assert case.acknowledge_by == later(1) + timedelta(minutes=60)
    assert case.answer_by == later(1) + timedelta(hours=24)
    assert LogEntry.objects.filter(act="case.received", subject_key="2026-0001").count() == 1


def test_a_claim_is_received_once(cast: Cast) -> None:
    seed_legal_parameters()
    a_claim()
    assert [receive_claims(at=later(1)), receive_claims(at=later(2))] == [1, 0]


def test_what_was_set_aside_is_not_received(cast: Cast) -> None:
    seed_legal_parameters()
    claim = a_claim()
    Claim.objects.filter(pk=claim.pk).update(state="set_aside", set_aside_reason="opinion")
    assert receive_claims(at=later(1)) == 0
