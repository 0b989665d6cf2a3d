"""What a page about a case offers: one primary act, nothing that would be refused."""

import pytest

from haidang.accounts.models import User
from haidang.information.verify.models import Case
from haidang.web.desk.case_page import acts_on, case_address, draft_of, is_blind, missing_words
from tests.desk import Desk


def names(case: Case, user: User) -> list[str]:
    case.refresh_from_db()
    return [act.key for act in acts_on(case, user, draft=draft_of(case))]


@pytest.mark.parametrize(
    "stage", ["received", "queued", "investigating", "drafted", "in_second_reading", "in_approval"]
)
def test_at_most_one_act_is_primary_for_anybody_at_any_stage(stage: str, desk: Desk) -> None:
    case = getattr(desk, stage)()
    for user in (desk.cast.lan, desk.cast.minh, desk.cast.dung, desk.cast.hoa, desk.cast.mai, desk.cast.thu):
        looks = [act.look for act in acts_on(case, user, draft=draft_of(case))]
        assert looks.count("primary") <= 1
        assert "primary" not in looks[1:]


def test_the_writer_is_not_offered_the_reading_and_the_approver_is_offered_the_signature(desk: Desk) -> None:
    case = desk.in_approval()
    assert names(case, desk.cast.hoa) == ["n", "t"]
    assert "n" not in names(case, desk.cast.minh)


def test_a_signature_on_a_change_is_offered_only_when_one_is_drafted(desk: Desk) -> None:
    review = desk.published()
    assert names(review.case, desk.cast.hoa) == []
    desk.change_drafted(review)
    assert names(review.case, desk.cast.hoa) == ["n"]


def test_who_may_read_second_is_blind_until_then_and_nobody_else_is(desk: Desk) -> None:
    case = desk.in_second_reading()
    draft = draft_of(case)
    assert is_blind(case, desk.cast.dung, draft)
    assert not is_blind(case, desk.cast.minh, draft)
    assert not is_blind(case, desk.cast.thu, draft)


def test_what_is_missing_is_said_in_words(desk: Desk) -> None:
    case = desk.drafted()
    draft = draft_of(case)
    assert draft is not None
    assert missing_words(draft) == []
    draft.texts.filter(language="vi").update(facts="")
    assert missing_words(case.reviews.get()) == ["phần 3: sự thật"]


def test_a_case_lives_in_the_queue_until_somebody_decides(desk: Desk) -> None:
    assert case_address(desk.received()).startswith("/desk/queue/")
    taken = desk.queued("Phát biểu khác", address="http://127.0.0.1:8801/tin/2")
    assert case_address(taken).startswith("/desk/cases/")
