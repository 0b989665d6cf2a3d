"""The table of acts: every act has a key of its own on each page, and a line of states.py behind it."""

from collections import Counter

from haidang.accounts.access import ACTS
from haidang.accounts.models import Role
from haidang.information.verify.models import Case, CaseState
from haidang.information.verify.states import BY_ACT
from haidang.web.desk.case_acts import BY_SLUG, CASE_ACTS
from tests.desk import Desk

RESERVED = {"j", "k"}


def test_every_act_rests_on_a_step_or_names_its_permission() -> None:
    for act in CASE_ACTS:
        assert act.step in BY_ACT or (act.permission and act.states), act.slug
        assert act.needs in ACTS, act.slug


def test_no_two_acts_share_a_key_for_the_same_person_in_the_same_state(desk: Desk) -> None:
    from haidang.accounts.models import RoleGrant

    for role in Role.values:
        RoleGrant.objects.get_or_create(user=desk.cast.khach, role=role)
    for state in CaseState.values:
        keys = Counter(act.key for act in CASE_ACTS if act.open_to(Case(state=state), desk.cast.khach))
        clashes = {key for key, times in keys.items() if times > 1}
        assert clashes <= {"n"}, (state, clashes)  # n presses the primary act; the page keeps one of them
        assert not RESERVED & set(keys)


def test_acts_that_only_need_a_press_have_no_form() -> None:
    assert {act.slug for act in CASE_ACTS if act.at_once} == {"take", "start", "hand-on", "resume", "close"}
    assert not BY_SLUG["sign"].at_once  # signing shows what is signed first
