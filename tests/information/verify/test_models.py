"""What the database itself refuses, and how rows name themselves."""

import pytest
from django.db import IntegrityError, transaction

from haidang.information.verify.models import CaseChange, Hand, Review, ReviewHand
from tests.cast import later
from tests.desk import Desk


def test_a_second_published_version_of_one_case_is_refused(desk: Desk) -> None:
    first = desk.published()
    change = desk.change_drafted(first)
    values = {"state": "published", "canonical": "{}", "signature": "x", "published_at": later(30)}
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=change.pk).update(**values)


def test_a_writer_can_not_be_noted_as_second_reader(desk: Desk) -> None:
    review = Review.objects.get(case=desk.in_second_reading())
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewHand.objects.create(review=review, user=desk.cast.minh, hand=Hand.READ, at=later(8))


def test_a_version_of_a_case_is_written_once(desk: Desk) -> None:
    case = desk.received()
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseChange.objects.create(case=case, version=1, act="again", to_state="triage", at=later(3))


def test_rows_name_themselves_by_number(desk: Desk) -> None:
    review = desk.published()
    assert [str(review.case), str(review), str(review.texts.get(language="en")), str(review.evidence.get())] == [
        "2026-0001", "2026-0001 v1", "2026-0001 v1 (en)", "Thông báo 45/TB-SXD",
    ]  # fmt: skip
    assert str(review.hands.get(hand="signed")) == "Hoa signed 2026-0001 v1"
    assert str(review.case.changes.first()) == "2026-0001 v1: show_for_triage"
