"""What a screener may decide, and what is refused."""

import pytest

from haidang.accounts.access import NotAllowed
from haidang.base.models import LogEntry
from haidang.information.screen.models import Known
from haidang.information.verify import triage
from haidang.information.verify.change_case import CaseChanged
from haidang.information.verify.models import Case
from haidang.information.verify.states import WrongState
from tests.cast import NOON, later
from tests.desk import Desk


def test_a_claim_worth_checking_is_queued_with_the_reason_that_readers_will_see(desk: Desk) -> None:
    case = triage.queue_case(
        case=desk.received(), by=desk.cast.lan, at=later(2), selection_reason=" Lan nhanh "
    )
    assert (case.state, case.selection_reason, case.triaged_at) == ("queued", "Lan nhanh", later(2))


def test_queueing_without_a_reason_is_refused(desk: Desk) -> None:
    with pytest.raises(triage.ReasonMissing, match=r"."):
        triage.queue_case(case=desk.received(), by=desk.cast.lan, at=later(2), selection_reason=" ")


def test_opinion_leaves_the_queue_with_its_reason(desk: Desk) -> None:
    case = triage.leave_queue(
        case=desk.received(), by=desk.cast.lan, at=later(2), reason="opinion", note="Lời bình"
    )
    assert (case.state, case.exit_reason, case.exit_note) == ("not_checkable", "opinion", "Lời bình")
    assert LogEntry.objects.filter(act="case.leave_as_not_checkable", subject_key=case.number).count() == 1


def test_what_is_not_about_us_is_out_of_scope(desk: Desk) -> None:
    case = triage.leave_queue(case=desk.received(), by=desk.cast.lan, at=later(2), reason="not_ours")
    assert case.state == "out_of_scope"


def test_a_made_up_reason_is_refused(desk: Desk) -> None:
    with pytest.raises(triage.ReasonMissing):
        triage.leave_queue(case=desk.received(), by=desk.cast.lan, at=later(2), reason="annoying")


def test_a_duplicate_points_to_the_other_case(desk: Desk) -> None:
    first, second = desk.received(), desk.received("Cầu Cây Được sập", address="http://127.0.0.1:8801/tin/2")
    case = triage.mark_duplicate(case=second, of=first, by=desk.cast.lan, at=later(3))
    assert (case.state, case.duplicate_of) == ("duplicate", first)


def test_a_case_is_no_duplicate_of_itself(desk: Desk) -> None:
    case = desk.received()
    with pytest.raises(triage.ReasonMissing):
        triage.mark_duplicate(case=case, of=case, by=desk.cast.lan, at=later(3))


def a_known(**change: object) -> Known:
    values = {"kind": "review", "key": "2026-0001", "language": "vi", "claim": "Cầu sập", "known_at": NOON}
    return Known.objects.create(**{**values, **change})


def test_a_published_review_answers_the_claim_when_a_person_says_so(desk: Desk) -> None:
    case = triage.mark_already_reviewed(case=desk.received(), known=a_known(), by=desk.cast.lan, at=later(2))
    assert case.state == "already_reviewed"
    assert case.answered_by is not None


@pytest.mark.parametrize("change", [{"withdrawn": True}, {"kind": "official"}])
def test_a_retracted_review_or_a_mere_text_answers_nothing(desk: Desk, change: dict[str, object]) -> None:
    with pytest.raises(triage.NotPublished):
        triage.mark_already_reviewed(
            case=desk.received(), known=a_known(**change), by=desk.cast.lan, at=later(2)
        )


def test_a_checker_can_not_triage(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        triage.leave_queue(case=desk.received(), by=desk.cast.minh, at=later(2), reason="opinion")


def test_the_second_of_two_screeners_sees_what_the_first_did_and_nothing_is_lost(desk: Desk) -> None:
    case = desk.received()
    triage.queue_case(
        case=case, by=desk.cast.lan, at=later(2), selection_reason="Lan nhanh", expected_version=1
    )
    with pytest.raises(CaseChanged) as told:
        triage.leave_queue(case=case, by=desk.cast.mai, at=later(3), reason="opinion", expected_version=1)
    assert [(change.act, change.by) for change in told.value.changes] == [("queue_case", desk.cast.lan)]
    assert Case.objects.get(pk=case.pk).state == "queued"


def test_what_has_left_triage_can_not_be_triaged_again(desk: Desk) -> None:
    case = desk.queued()
    with pytest.raises(WrongState):
        triage.leave_queue(case=case, by=desk.cast.lan, at=later(3), reason="opinion")
