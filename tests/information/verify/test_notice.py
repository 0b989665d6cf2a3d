"""The document that is signed: everything a reader relies on, and nobody's name."""

import json
from datetime import timedelta, timezone

from haidang.information.verify.notice import FORMAT, instant
from tests.cast import NOON
from tests.desk import RUMOUR, Desk


def test_times_are_written_in_utc_with_seconds() -> None:
    assert instant(NOON.astimezone(timezone(timedelta(hours=7)))) == "2026-05-12T05:00:00Z"


def test_the_document_holds_claim_verdict_both_languages_and_evidence(desk: Desk) -> None:
    document = json.loads(desk.published().canonical)
    assert document["format"] == FORMAT
    assert document["claim"]["text"] == RUMOUR
    assert document["claim"]["appearances"][0]["quote"] == RUMOUR
    assert document["verdict"] == {
        "code": "false", "vi": "Sai", "en": "False", "number": 1, "national_label": "tin sai sự thật",
    }  # fmt: skip
    assert set(document["texts"]) == {"vi", "en"}
    assert document["texts"]["vi"]["effect"].startswith("Nhiều người")
    assert [item["stance"] for item in document["evidence"]] == ["against"]
    assert document["selection_reason"] == "Có thể gây hoảng loạn"
    assert document["previous_sha256"] == ""
