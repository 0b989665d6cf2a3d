"""Evidence needs whole bytes, words and a side."""

import pytest

from haidang.accounts.access import NotAllowed
from haidang.base.vault import Missing
from haidang.information.verify.add_evidence import EvidenceIncomplete, add_evidence, withdraw_evidence
from haidang.information.verify.models import Evidence
from haidang.information.verify.states import WrongState
from tests.cast import later
from tests.desk import Desk, a_capture

WHOLE = {
    "title": "Thông báo 45",
    "passage": "cấm xe tải",
    "stance": "against",
    "primary": True,
    "publication": None,
}


def test_evidence_is_kept_with_passage_side_and_who_added_it(desk: Desk) -> None:
    evidence = desk.evidence(desk.investigating())
    assert (evidence.stance, evidence.primary, evidence.added_by) == ("against", True, desk.cast.minh)
    assert evidence.case.changes.last().act == "add_evidence"


@pytest.mark.parametrize(
    "change",
    [{"title": " "}, {"title": "x" * 301}, {"passage": ""}, {"passage": "x" * 2001}, {"stance": "maybe"}],
)
def test_incomplete_evidence_is_refused_in_words(desk: Desk, change: dict[str, str]) -> None:
    case = desk.investigating()
    with pytest.raises(EvidenceIncomplete):
        add_evidence(
            case=case,
            capture=a_capture(address="http://127.0.0.1:8802/x"),
            by=desk.cast.minh,
            at=later(5),
            vault=desk.vault,
            **{**WHOLE, **change},
        )
    assert Evidence.objects.count() == 0


def test_evidence_without_its_bytes_is_refused(desk: Desk) -> None:
    case, capture = desk.investigating(), a_capture(address="http://127.0.0.1:8802/x")
    desk.vault.path(capture.warc_sha256).unlink()
    with pytest.raises(Missing):
        add_evidence(case=case, capture=capture, by=desk.cast.minh, at=later(5), vault=desk.vault, **WHOLE)


def test_no_evidence_for_a_case_that_left_the_queue(desk: Desk) -> None:
    case = desk.investigating()
    type(case).objects.filter(pk=case.pk).update(state="not_checkable")
    with pytest.raises(WrongState):
        add_evidence(
            case=case,
            capture=a_capture(address="http://127.0.0.1:8802/x"),
            by=desk.cast.minh,
            at=later(5),
            vault=desk.vault,
            **WHOLE,
        )


def test_a_screener_adds_no_evidence(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        add_evidence(
            case=desk.investigating(),
            capture=a_capture(address="http://127.0.0.1:8802/x"),
            by=desk.cast.lan,
            at=later(5),
            vault=desk.vault,
            **WHOLE,
        )


def test_withdrawn_evidence_stays_with_its_reason(desk: Desk) -> None:
    evidence = desk.evidence(desk.investigating())
    withdraw_evidence(evidence=evidence, by=desk.cast.minh, at=later(6), reason="Nhầm trang")
    assert Evidence.objects.get().withdrawn_at == later(6)
    assert evidence.case.changes.last().note == "Nhầm trang"
    with pytest.raises(EvidenceIncomplete):
        withdraw_evidence(evidence=evidence, by=desk.cast.minh, at=later(6), reason=" ")
