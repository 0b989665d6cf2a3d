"""Every code that reaches a page has words; a new code fails here before a reader meets it."""

import pytest

from haidang.engine.spotting.weights import WEIGHTS
from haidang.information.verify.rules import DraftValue, EvidenceValue, NoticeText, missing_grounds
from haidang.information.verify.states import STEPS
from haidang.web.words import ACTS, FACTORS, MISSING, reason_detail, word


def test_every_published_weight_has_words() -> None:
    assert set(FACTORS) == set(WEIGHTS)


def test_every_step_of_a_case_has_words() -> None:
    assert {step.act for step in STEPS} - set(ACTS) == set()


@pytest.mark.parametrize(
    "draft",
    [
        DraftValue(verdict="", texts={}, evidence=[], kind="corrected"),
        DraftValue(
            verdict="",
            texts={"vi": NoticeText("", "", "", "", ""), "en": NoticeText("x" * 141, "", "", "", "")},
            evidence=[EvidenceValue("for", primary=False, intact=False)],
        ),
    ],
)
def test_everything_that_can_be_missing_has_words(draft: DraftValue) -> None:
    assert {item.code for item in missing_grounds(draft)} - set(MISSING) == set()


def test_an_unknown_code_is_shown_readably_rather_than_not_at_all() -> None:
    assert word("factor", "new_kind_of_reason") == "new kind of reason"


def test_counts_of_the_engine_are_spelled_out() -> None:
    assert reason_detail("spread", "9") == "9 nơi đăng"
    assert reason_detail("fast", "9/40") == "9 nơi trong 40 phút"
    assert reason_detail("harm", "sập") == "sập"
