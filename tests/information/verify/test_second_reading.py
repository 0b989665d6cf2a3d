"""The second reader gives a verdict before seeing the first; both are kept."""

import pytest

from haidang.accounts.access import NotAllowed
from haidang.accounts.models import Role, RoleGrant, User
from haidang.information.verify.draft_review import OwnWork, UnknownVerdict, draft_review
from haidang.information.verify.models import Case, Review, ReviewHand
from haidang.information.verify.second_reading import (
    ReviewIncomplete,
    ask_second_reader,
    give_blind_verdict,
)
from tests.cast import later
from tests.desk import EN, VI, Desk


def test_an_equal_verdict_goes_on_to_signature(desk: Desk) -> None:
    case = desk.in_second_reading()
    assert give_blind_verdict(case=case, verdict="false", by=desk.cast.dung, at=later(8))
    assert Case.objects.get(pk=case.pk).state == "approval"


def test_a_different_verdict_goes_back_to_checking_and_both_are_kept(desk: Desk) -> None:
    case = desk.in_second_reading()
    assert not give_blind_verdict(case=case, verdict="misleading", by=desk.cast.dung, at=later(8))
    assert Case.objects.get(pk=case.pk).state == "investigating"
    dropped, again = Review.objects.filter(case=case).order_by("pk")
    assert (dropped.state, dropped.verdict, again.state) == ("dropped", "false", "draft")
    assert ReviewHand.objects.get(review=dropped, hand="read").blind_verdict == "misleading"
    assert again.texts.count() == 2
    assert again.evidence.count() == 1


def test_after_a_difference_the_same_people_can_try_again(desk: Desk) -> None:
    case = desk.in_second_reading()
    give_blind_verdict(case=case, verdict="misleading", by=desk.cast.dung, at=later(8))
    evidence = list(Review.objects.get(case=case, state="draft").evidence.all())
    draft_review(
        case=case,
        verdict="misleading",
        texts={"vi": VI, "en": EN},
        evidence=evidence,
        by=desk.cast.minh,
        at=later(9),
        other_side="Đã tìm.",
    )
    ask_second_reader(case=case, by=desk.cast.minh, at=later(10), vault=desk.vault)
    assert give_blind_verdict(case=case, verdict="misleading", by=desk.cast.dung, at=later(11))


def test_a_writer_can_not_be_the_second_reader(desk: Desk) -> None:
    case = desk.in_second_reading()
    RoleGrant.objects.create(user=desk.cast.minh, role=Role.SECOND_READER)
    with pytest.raises(OwnWork):
        give_blind_verdict(case=case, verdict="false", by=User.objects.get(username="minh"), at=later(8))


def test_a_verdict_off_the_scale_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownVerdict):
        give_blind_verdict(case=desk.in_second_reading(), verdict="fake", by=desk.cast.dung, at=later(8))


def test_the_approver_is_no_second_reader(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        give_blind_verdict(case=desk.in_second_reading(), verdict="false", by=desk.cast.hoa, at=later(8))


def test_an_incomplete_draft_is_not_handed_on(desk: Desk) -> None:
    case = desk.investigating()
    draft_review(case=case, verdict="", texts={"vi": VI}, evidence=[], by=desk.cast.minh, at=later(6))
    with pytest.raises(ReviewIncomplete) as refused:
        ask_second_reader(case=case, by=desk.cast.minh, at=later(7), vault=desk.vault)
    assert [missing.code for missing in refused.value.missing] == ["verdict", "text", "evidence"]
