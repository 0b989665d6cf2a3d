"""Small acts on open cases."""

import pytest

from haidang.accounts.access import NotAllowed
from haidang.information.verify import handle_case
from haidang.information.verify.jobs import move_cases
from haidang.information.verify.models import Case
from haidang.information.verify.states import WrongState
from haidang.information.verify.triage import ReasonMissing, leave_queue
from tests.cast import later
from tests.desk import Desk


def test_the_coordinator_gives_a_case_to_a_checker_who_begins(desk: Desk) -> None:
    case = handle_case.assign_case(case=desk.queued(), to=desk.cast.minh, by=desk.cast.mai, at=later(3))
    assert (case.state, case.assignee) == ("assigned", desk.cast.minh)
    assert handle_case.start_checking(case=case, by=desk.cast.minh, at=later(4)).state == "investigating"


def test_a_case_can_not_be_given_to_somebody_who_does_not_check(desk: Desk) -> None:
    with pytest.raises(handle_case.CannotCheck):
        handle_case.assign_case(case=desk.queued(), to=desk.cast.lan, by=desk.cast.mai, at=later(3))


def test_only_the_coordinator_assigns(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        handle_case.assign_case(case=desk.queued(), to=desk.cast.minh, by=desk.cast.minh, at=later(3))


def test_a_case_on_hold_keeps_its_reason_and_goes_on_where_it_was(desk: Desk) -> None:
    case = desk.investigating()
    held = handle_case.hold_case(case=case, by=desk.cast.minh, at=later(4), reason="Chờ mưa tạnh")
    assert (held.state, held.changes.last().note) == ("on_hold", "Chờ mưa tạnh")
    assert handle_case.resume_case(case=held, by=desk.cast.minh, at=later(5)).state == "investigating"


def test_holding_and_reopening_need_a_reason(desk: Desk) -> None:
    case = desk.investigating()
    with pytest.raises(ReasonMissing):
        handle_case.hold_case(case=case, by=desk.cast.minh, at=later(4), reason="")
    with pytest.raises(ReasonMissing):
        handle_case.reopen_case(case=case, by=desk.cast.lan, at=later(4), reason="")


def test_a_case_that_left_can_be_looked_at_again(desk: Desk) -> None:
    left = leave_queue(case=desk.received(), by=desk.cast.lan, at=later(2), reason="opinion")
    case = handle_case.reopen_case(case=left, by=desk.cast.lan, at=later(3), reason="Có số liệu mới")
    assert (case.state, case.exit_reason) == ("triage", "")


def test_the_worker_watches_what_was_published_and_the_coordinator_closes_it(desk: Desk) -> None:
    review = desk.published()
    assert move_cases(at=later(10)).watched == 1
    case = handle_case.close_case(case=Case.objects.get(pk=review.case.pk), by=desk.cast.mai, at=later(11))
    assert case.state == "closed"


def test_two_workers_at_once_watch_a_case_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.published()

    def somebody_was_faster(**_: object) -> None:
        raise WrongState("watch", "monitoring")

    monkeypatch.setattr(handle_case, "change_case", somebody_was_faster)
    assert handle_case.watch_published(at=later(10)) == 0
