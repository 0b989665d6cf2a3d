"""What a review must have: input and expectation side by side."""

from dataclasses import replace

import pytest

from haidang.information.verify.rules import DraftValue, EvidenceValue, Missing, missing_grounds
from tests.desk import EN, VI

WHOLE = DraftValue(
    verdict="false",
    texts={"vi": VI, "en": EN},
    evidence=[EvidenceValue("against", primary=True, intact=True)],
    other_side="Đã tìm, không thấy.",
)
CASES = {
    "complete": ({}, ()),
    "no verdict": ({"verdict": ""}, (Missing("verdict", "verdict"),)),
    "no evidence": ({"evidence": []}, (Missing("evidence", "evidence"),)),
    "damaged capture": (
        {"evidence": [EvidenceValue("against", primary=True, intact=False)]},
        (Missing("capture_damaged", "evidence"),),
    ),
    "second-hand only": (
        {"evidence": [EvidenceValue("against", primary=False, intact=True)]},
        (Missing("primary_source", "secondary_only_reason"),),
    ),
    "second-hand with its reason": (
        {
            "evidence": [EvidenceValue("against", primary=False, intact=True)],
            "secondary_only_reason": "Bản gốc mật",
        },
        (),
    ),
    "other side not looked for": ({"other_side": " "}, (Missing("other_side", "other_side"),)),
    "both sides shown": (
        {
            "other_side": "",
            "evidence": [
                EvidenceValue("against", primary=True, intact=True),
                EvidenceValue("for", False, True),
            ],
        },
        (),
    ),
    "no English": ({"texts": {"vi": VI}}, (Missing("text", "en_headline"),)),
    "English pending": ({"texts": {"vi": VI, "en": replace(EN, facts="", pending=True)}}, ()),
    "Vietnamese can not be pending": (
        {"texts": {"vi": replace(VI, facts="", pending=True), "en": EN}},
        (Missing("facts", "vi_facts"),),
    ),
    "headline too long": (
        {"texts": {"vi": replace(VI, headline="x" * 141), "en": EN}},
        (Missing("headline_too_long", "vi_headline"),),
    ),
    "a correction without its public note": (
        {"kind": "corrected"},
        (Missing("public_note", "public_note_vi"),),
    ),
    "a correction with its note": (
        {"kind": "corrected", "public_note_vi": "Ngày là 22/5.", "public_note_en": "It is 22 May."},
        (),
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_missing_is_named_with_its_field(
    change: dict[str, object], expected: tuple[Missing, ...]
) -> None:
    assert missing_grounds(replace(WHOLE, **change)) == expected  # type: ignore[arg-type]  # fields by name
