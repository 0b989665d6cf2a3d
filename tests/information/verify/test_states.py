"""The life of a case as a table: every state is reachable, every state leads on, nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.accounts.access import ACTS
from haidang.information.verify.models import CaseState
from haidang.information.verify.states import BY_ACT, STEPS, WrongState, target_of


def test_every_state_can_be_reached_from_received() -> None:
    reached = {CaseState.RECEIVED}
    for _ in STEPS:
        reached |= {step.target for step in STEPS if step.target and step.sources & reached}
    assert reached == set(CaseState)


def test_no_state_is_a_dead_end() -> None:
    assert {state for state in CaseState if not any(state in step.sources for step in STEPS)} == set()


def test_every_act_of_a_person_has_a_line_in_the_table_of_powers() -> None:
    later_issue = {"appeal.decide"}  # appeals come with their own room
    assert {step.permission for step in STEPS if step.permission} - set(ACTS) == later_issue


def test_nothing_is_published_but_from_approval_or_as_a_change_of_what_was_published() -> None:
    leads = {
        (step.act, source) for step in STEPS if step.target is CaseState.PUBLISHED for source in step.sources
    }
    assert leads == {
        ("sign_review", CaseState.APPROVAL),
        ("publish_change", CaseState.PUBLISHED),
        ("publish_change", CaseState.MONITORING),
    }


def test_a_held_case_goes_on_where_it_was() -> None:
    assert target_of("resume_case", state="on_hold", held_from="drafted") is CaseState.DRAFTED


@given(st.sampled_from(sorted(BY_ACT)), st.sampled_from(CaseState.values))
def test_an_act_outside_its_states_is_refused_with_the_states_it_needs(act: str, state: str) -> None:
    step = BY_ACT[act]
    if state in step.sources:
        assert target_of(act, state=state, held_from="queued") in set(CaseState)
    else:
        with pytest.raises(WrongState, match="that needs"):
            target_of(act, state=state)
