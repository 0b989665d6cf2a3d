"""The document that is signed: everything a reader relies on, and nobody's name."""

import json
from datetime import timedelta, timezone

from haidang.information.screen.models import Appearance
from haidang.information.verify.add_evidence import withdraw_evidence
from haidang.information.verify.notice import FORMAT, instant
from haidang.information.verify.sign_review import sign_review
from tests.cast import NOON, later
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


def test_evidence_withdrawn_after_it_was_chosen_is_not_signed(desk: Desk) -> None:
    case = desk.in_approval()
    kept, wrong = case.reviews.get().evidence.get(), desk.evidence(case, stance="for")
    case.reviews.get().evidence.add(wrong)
    withdraw_evidence(evidence=wrong, by=desk.cast.minh, at=later(8), reason="Nhầm trang")
    review = sign_review(case=case, officer=desk.cast.hoa, at=later(9), vault=desk.vault, office=desk.office)
    assert [item["title"] for item in json.loads(review.canonical)["evidence"]] == [kept.title]


def test_places_are_counted_once_however_often_they_were_read(desk: Desk) -> None:
    case = desk.in_approval()
    first = case.claim.appearances.get()
    Appearance.objects.create(
        claim=case.claim, revision=first.revision, quote=RUMOUR, offset=500, seen_at=later(3)
    )
    review = sign_review(case=case, officer=desk.cast.hoa, at=later(9), vault=desk.vault, office=desk.office)
    assert json.loads(review.canonical)["claim"]["appearances_counted"] == 1
