"""The one way a case changes: versions, time line and record go together."""

import pytest

from haidang.accounts.access import NotAllowed
from haidang.base.models import LogEntry
from haidang.information.verify.change_case import CaseChanged, change_case, locked
from haidang.information.verify.models import Case
from haidang.information.verify.states import WrongState
from tests.cast import later
from tests.desk import Desk


def test_a_step_raises_the_version_and_is_in_time_line_and_record(desk: Desk) -> None:
    case = desk.received()
    after = change_case(case=case, act="queue_case", by=desk.cast.lan, at=later(2), note="Lan nhanh")
    change = after.changes.last()
    assert (after.version, change.version, change.from_state, change.to_state) == (2, 2, "triage", "queued")
    entry = LogEntry.objects.get(act="case.queue_case")
    assert entry.actor == f"user:{desk.cast.lan.public_id}"


def test_a_refused_step_leaves_no_trace(desk: Desk) -> None:
    case = desk.received()
    entries = LogEntry.objects.count()
    for by, refusal in ((desk.cast.minh, NotAllowed), (desk.cast.lan, WrongState)):
        with pytest.raises(refusal):
            change_case(
                case=case, act="queue_case" if refusal is NotAllowed else "reopen_case", by=by, at=later(2)
            )
    assert (Case.objects.get().version, LogEntry.objects.count()) == (1, entries)


def test_who_saw_an_older_version_is_told_what_happened_since(desk: Desk) -> None:
    case = desk.queued()
    with pytest.raises(CaseChanged) as told:
        locked(case, expected_version=1)
    assert [change.act for change in told.value.changes] == ["queue_case"]
    assert locked(case, expected_version=2).pk == case.pk
