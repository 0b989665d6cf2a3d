"""Switching a watched place off and on again."""

import pytest

from haidang.accounts.access import NotAllowed
from haidang.base.models import LogEntry
from haidang.information.collect.models import SourceState
from haidang.information.collect.switch_source import switch_source
from tests.cast import NOON, Cast, later
from tests.information.collect.fakes import make_source


def test_a_source_is_switched_off_and_on_again_with_a_clean_slate(cast: Cast) -> None:
    source = make_source(state=SourceState.FAILING, failures=5, last_reason="The host was not found.")
    off = switch_source(source=source, on=False, by=cast.mai, at=NOON)
    assert off.state == SourceState.PAUSED
    on = switch_source(source=source, on=True, by=cast.son, at=later(5))
    assert (on.state, on.failures, on.last_reason, on.due_at) == (SourceState.ACTIVE, 0, "", later(5))
    assert [entry.act for entry in LogEntry.objects.all()] == ["source.switched"] * 2


def test_a_switch_that_is_already_there_is_not_logged(cast: Cast) -> None:
    source = make_source(state=SourceState.FAILING, failures=4)
    same = switch_source(source=source, on=True, by=cast.mai, at=NOON)
    assert (same.state, same.failures) == (SourceState.FAILING, 4)
    assert not LogEntry.objects.exists()


def test_an_auditor_cannot_switch_a_source(cast: Cast) -> None:
    source = make_source()
    with pytest.raises(NotAllowed):
        switch_source(source=source, on=False, by=cast.thu, at=NOON)
    source.refresh_from_db()
    assert source.state == SourceState.ACTIVE
