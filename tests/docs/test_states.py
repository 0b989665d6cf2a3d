"""docs/reference/states.md says of the life of a case what the code says."""

from django.utils import translation
from scripts import messages, reference

from haidang.accounts.access import ACTS
from haidang.information.verify.models import CaseState, ExitReason
from haidang.information.verify.verdicts import SCALE
from haidang.web.messages import LOCALE
from tests.docs.pages import REFERENCE, rows, section

PAGE = REFERENCE / "states.md"


def test_every_state_of_a_case_is_explained():
    assert [row[0].strip("`") for row in rows(section(PAGE, "States"))] == list(CaseState.values)


def test_states_and_reasons_have_the_names_of_the_interface():
    words = messages.texts(LOCALE / "vi" / "LC_MESSAGES" / "django.po")
    for heading, choices in (("States", CaseState), ("Reasons to leave the queue", ExitReason)):
        named = {row[0].strip("`"): row[1] for row in rows(section(PAGE, heading))}
        with translation.override("en"):
            assert named == {choice.value: words[str(choice.label)] for choice in choices}


def test_every_step_is_the_one_in_the_code():
    assert reference.generated_part(PAGE.read_text(encoding="utf-8")) == reference.steps_table()


def test_every_reason_to_leave_the_queue_is_explained():
    assert [row[0].strip("`") for row in rows(section(PAGE, "Reasons to leave the queue"))] == list(
        ExitReason.values
    )


def test_the_scale_of_verdicts_is_the_one_in_the_code():
    table = [[cell.strip("`") for cell in row] for row in rows(section(PAGE, "Verdicts"))]
    in_code = [
        [row.code, row.vi, row.en, str(row.number or "none"), row.national_label or "none"] for row in SCALE
    ]
    assert table == in_code


def test_a_step_is_allowed_by_an_act_that_exists():
    asked = {row[3].strip("`") for row in rows(reference.steps_table())} - {"the worker or a reader"}
    later = {"appeal.decide"}  # appeals have their states now and their acts with their own room
    assert asked - later <= set(ACTS)
