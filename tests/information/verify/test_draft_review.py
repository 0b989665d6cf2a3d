"""Drafts and changes: several hands, incomplete drafts are kept, a correction waits for its signature."""

import json

import pytest

from haidang.accounts.access import NotAllowed
from haidang.information.screen.models import Known
from haidang.information.verify.draft_review import (
    NothingToChange,
    UnknownVerdict,
    draft_change,
    draft_review,
)
from haidang.information.verify.models import Case, Hand, Review
from haidang.information.verify.states import WrongState
from tests.cast import later
from tests.desk import VI, Desk


def test_an_incomplete_draft_is_kept_and_its_writer_noted(desk: Desk) -> None:
    case = desk.investigating()
    review = draft_review(
        case=case, verdict="", texts={"vi": VI}, evidence=[], by=desk.cast.minh, at=later(6)
    )
    assert (review.state, review.texts.count(), Case.objects.get(pk=case.pk).state) == ("draft", 1, "drafted")
    assert [hand.user for hand in review.hands.filter(hand=Hand.WROTE)] == [desk.cast.minh]


def test_saving_a_draft_twice_keeps_one_version_and_one_hand(desk: Desk) -> None:
    case = desk.drafted()
    draft_review(case=case, verdict="true", texts={"vi": VI}, evidence=[], by=desk.cast.minh, at=later(7))
    review = Review.objects.get(case=case)
    assert (review.verdict, review.hands.count(), review.evidence.count()) == ("true", 1, 0)


def test_a_verdict_off_the_scale_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownVerdict):
        draft_review(
            case=desk.investigating(), verdict="lie", texts={}, evidence=[], by=desk.cast.minh, at=later(6)
        )


def test_evidence_of_another_case_is_left_out(desk: Desk) -> None:
    other = desk.evidence(desk.investigating())
    case = desk.investigating("Nhà máy ngừng", address="http://127.0.0.1:8801/tin/2")
    review = draft_review(
        case=case, verdict="false", texts={}, evidence=[other], by=desk.cast.minh, at=later(6)
    )
    assert review.evidence.count() == 0


def test_a_screener_can_not_draft(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        draft_review(
            case=desk.investigating(), verdict="false", texts={}, evidence=[], by=desk.cast.lan, at=later(6)
        )


def test_a_correction_stays_hidden_until_it_is_signed(desk: Desk) -> None:
    first = desk.published()
    change = desk.change_drafted(first)
    assert (change.version, change.kind, change.state) == (2, "corrected", "draft")
    assert Review.objects.get(pk=first.pk).state == "published"


def test_a_signed_correction_replaces_the_first_version_and_names_it(desk: Desk) -> None:
    first = desk.published()
    second = desk.signed_change(first)
    document = json.loads(second.canonical)
    assert Review.objects.get(pk=first.pk).state == "superseded"
    assert (second.state, second.version, document["previous_sha256"]) == (
        "published",
        2,
        first.canonical_sha256,
    )
    assert document["change"] == {
        "kind": "corrected",
        "vi": "Ngày kết thúc là 22/5.",
        "en": "The end is 22 May.",
    }


def test_a_retraction_is_no_longer_known_to_the_matcher(desk: Desk) -> None:
    desk.signed_change(desk.published(), kind="retracted")
    assert set(Known.objects.values_list("withdrawn", flat=True)) == {True}


def test_the_writer_of_a_correction_can_not_sign_it_either(desk: Desk) -> None:
    from haidang.accounts.models import Role, RoleGrant, User
    from haidang.information.verify.draft_review import OwnWork
    from haidang.information.verify.sign_review import sign_review

    change = desk.change_drafted(desk.published())
    RoleGrant.objects.create(user=desk.cast.minh, role=Role.APPROVER)
    minh = User.objects.get(username="minh")
    with pytest.raises(OwnWork):
        sign_review(case=change.case, officer=minh, at=later(30), vault=desk.vault, office=desk.office)


def test_only_what_is_published_can_be_corrected(desk: Desk) -> None:
    change = {"public_note_vi": "x", "public_note_en": "x", "verdict": "false", "texts": {}, "evidence": []}
    with pytest.raises(WrongState):
        draft_change(case=desk.drafted(), kind="corrected", by=desk.cast.minh, at=later(9), **change)
    with pytest.raises(NothingToChange):
        draft_change(
            case=desk.drafted("Khác", address="http://127.0.0.1:8801/tin/9"),
            kind="first",
            by=desk.cast.minh,
            at=later(9),
            **change,
        )
