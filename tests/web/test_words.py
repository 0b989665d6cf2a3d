"""Every code that reaches a page has words; a new code fails here before a reader meets it."""

import ast
from pathlib import Path

import pytest

import haidang
from haidang.engine.spotting.weights import WEIGHTS
from haidang.information.verify.rules import DraftValue, EvidenceValue, NoticeText, missing_grounds
from haidang.information.verify.states import STEPS
from haidang.web.words import ACTS, FACTORS, FAILURES, MISSING, failure, reason_detail, word


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


def codes_of_failures() -> set[str]:
    """The codes that reading and fetching give, read from the code itself; a match of two is only its text."""
    found = set()
    for folder in ("base/net", "base/sandbox", "engine/reading", "information/collect"):
        for path in (Path(haidang.__file__).parent / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                    first = node.args[0]
                    if node.func.id in {"FetchFailed", "ParseFailed", "Unreadable", "Unread", "Reason"}:
                        found.add(first.value if isinstance(first, ast.Constant) else "")
    return {str(code) for code in found} - {""}


def test_every_reason_why_a_look_fails_has_words() -> None:
    codes = codes_of_failures()
    assert {"deadline", "not_a_feed", "no_text", "redirects"} <= codes
    stopped_by_us = {"closed"}  # is never stored: the source simply stays due
    assert codes - stopped_by_us - set(FAILURES) == set()


def test_an_answer_of_the_server_is_named_by_its_number_and_the_unknown_by_what_was_stored() -> None:
    assert failure("http_503", "The server answered 503.") == "Máy chủ trả lời 503"
    assert failure("robots", "x") == "Tệp robots.txt của trang không cho đọc trang này"
    assert failure("http_odd", "Something odd.") == "Something odd."
    assert failure("", "Đã ghi bằng tiếng Việt.") == "Đã ghi bằng tiếng Việt."
