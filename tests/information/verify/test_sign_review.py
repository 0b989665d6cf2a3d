"""Signing: two people, whole evidence, one transaction; and what the database refuses to anybody."""

import json

import pytest
from django.db import IntegrityError, transaction

from haidang.accounts.access import NotAllowed
from haidang.accounts.models import Role, RoleGrant, User
from haidang.base.keys import office_key, verify
from haidang.base.models import Checkpoint, LogEntry
from haidang.information.screen.models import Known
from haidang.information.verify.draft_review import OwnWork, draft_review
from haidang.information.verify.models import Case, Hand, Review, ReviewHand
from haidang.information.verify.second_reading import ReviewIncomplete
from haidang.information.verify.sign_review import NotRead, return_draft, sign_review
from haidang.information.verify.states import WrongState
from haidang.information.verify.triage import ReasonMissing
from tests.cast import later
from tests.desk import EN, VI, Desk


def sign(desk: Desk, case: Case, officer: User) -> Review:
    return sign_review(case=case, officer=officer, at=later(9), vault=desk.vault, office=desk.office)


def test_a_signed_review_is_public_known_and_in_the_record(desk: Desk) -> None:
    review = desk.published()
    assert (review.state, review.version, review.case.state) == ("published", 1, "published")
    assert verify(office_key().public_bytes, review.canonical.encode(), review.signature)
    assert LogEntry.objects.get(index=review.log_index).act == "review.published"
    assert Checkpoint.objects.filter(size__gt=review.log_index).exists()
    assert set(Known.objects.values_list("key", "language")) == {
        (review.case.number, "vi"),
        (review.case.number, "en"),
    }


def test_the_signed_document_names_posts_and_no_persons(desk: Desk) -> None:
    document = json.loads(desk.published().canonical)
    assert document["hands"] == {
        "wrote": ["Chuyên viên kiểm chứng"],
        "read": ["Chuyên viên đọc lại"],
        "signed": ["Phó Giám đốc Sở"],
    }
    assert not any(name in json.dumps(document, ensure_ascii=False) for name in ("Minh", "Dung", "Hoa"))


def test_a_writer_can_not_sign_even_with_the_approvers_role(desk: Desk) -> None:
    case = desk.in_approval()
    RoleGrant.objects.create(user=desk.cast.minh, role=Role.APPROVER)
    with pytest.raises(OwnWork):
        sign(desk, case, User.objects.get(username="minh"))
    assert Case.objects.get(pk=case.pk).state == "approval"


def test_the_database_refuses_a_writers_signature_whoever_asks(desk: Desk) -> None:
    review = Review.objects.get(case=desk.in_approval())
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewHand.objects.create(review=review, user=desk.cast.minh, hand=Hand.SIGNED, at=later(9))


def test_the_database_refuses_a_second_signature(desk: Desk) -> None:
    review = desk.published()
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewHand.objects.create(review=review, user=desk.cast.mai, hand=Hand.SIGNED, at=later(9))


def test_the_database_refuses_to_publish_what_is_not_signed(desk: Desk) -> None:
    review = Review.objects.get(case=desk.in_approval())
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(state="published")


@pytest.mark.parametrize("name", ["lan", "minh", "dung", "mai", "thu", "son", "tuan", "khach"])
def test_only_the_approver_signs(desk: Desk, name: str) -> None:
    case = desk.in_approval()
    with pytest.raises(NotAllowed):
        sign(desk, case, getattr(desk.cast, name))


def test_an_administrator_signs_nothing_even_with_the_approvers_role(desk: Desk) -> None:
    case = desk.in_approval()
    RoleGrant.objects.create(user=desk.cast.son, role=Role.APPROVER)
    with pytest.raises(NotAllowed):
        sign(desk, case, User.objects.get(username="son"))


def test_nothing_is_signed_before_the_second_reading(desk: Desk) -> None:
    case = desk.in_second_reading()
    with pytest.raises(WrongState):
        sign(desk, case, desk.cast.hoa)
    Case.objects.filter(pk=case.pk).update(state="approval")
    with pytest.raises(NotRead):
        sign(desk, case, desk.cast.hoa)


def test_a_damaged_capture_stops_the_signature(desk: Desk) -> None:
    case = desk.in_approval()
    capture = Review.objects.get(case=case).evidence.get().capture
    path = desk.vault.path(capture.warc_sha256)
    path.chmod(0o600)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(ReviewIncomplete) as refused:
        sign(desk, case, desk.cast.hoa)
    assert [missing.code for missing in refused.value.missing] == ["capture_damaged"]
    assert Case.objects.get(pk=case.pk).state == "approval"


def test_a_returned_draft_goes_back_with_a_comment_and_keeps_its_reading(desk: Desk) -> None:
    case = return_draft(
        case=desk.in_approval(), officer=desk.cast.hoa, at=later(9), comment="Thiếu số văn bản"
    )
    assert case.state == "drafted"
    assert list(case.reviews.order_by("pk").values_list("state", "version")) == [("dropped", 1), ("draft", 1)]
    assert ReviewHand.objects.filter(review__case=case, hand="read").count() == 1


def test_a_return_without_a_comment_is_refused(desk: Desk) -> None:
    with pytest.raises(ReasonMissing):
        return_draft(case=desk.in_approval(), officer=desk.cast.hoa, at=later(9), comment=" ")


def test_the_second_reader_can_not_write_what_they_read(desk: Desk) -> None:
    case = desk.in_approval()
    RoleGrant.objects.create(user=desk.cast.dung, role=Role.CHECKER)
    Case.objects.filter(pk=case.pk).update(state="drafted")
    Review.objects.filter(case=case).update(state="draft")
    dung = User.objects.get(username="dung")
    with pytest.raises(OwnWork):
        draft_review(case=case, verdict="true", texts={"vi": VI, "en": EN}, evidence=[], by=dung, at=later(9))
