"""Reads of the desk: the right cases, in the right order, in a fixed number of questions to the database."""

from datetime import timedelta
from typing import Any

from haidang.information.screen.models import Claim
from haidang.information.verify import queries, triage
from haidang.information.verify.models import Case
from tests.cast import later
from tests.desk import Desk


def numbers(cases: Any) -> list[str]:
    return [case.number for case in cases]


def test_the_most_urgent_claim_is_first(desk: Desk) -> None:
    desk.received("Chuyện nhỏ", address="http://127.0.0.1:8801/1")
    urgent = desk.received("Chuyện lớn", address="http://127.0.0.1:8801/2")
    Claim.objects.filter(pk=urgent.claim_id).update(priority=99)
    assert numbers(queries.cases_awaiting_triage()) == ["2026-0002", "2026-0001"]


def test_every_list_holds_its_own_cases(desk: Desk) -> None:
    places = {name: f"http://127.0.0.1:8801/{name}" for name in ("wait", "left", "work", "shown")}
    waiting = desk.received("Chờ", address=places["wait"])
    left = desk.received("Ý kiến", address=places["left"])
    triage.leave_queue(case=left, by=desk.cast.lan, at=later(2), reason="opinion")
    working = desk.investigating("Đang làm", address=places["work"])
    shown = desk.published("Cầu sập", address=places["shown"]).case
    assert numbers(queries.cases_awaiting_triage()) == [waiting.number]
    assert numbers(queries.cases_not_ours()) == [left.number]
    assert numbers(queries.cases_in_work()) == [working.number]
    assert numbers(queries.cases_published()) == [shown.number]
    assert numbers(queries.cases_already_answered()) == []


def test_a_case_past_its_time_is_late_without_anybody_saying_so(desk: Desk) -> None:
    case = desk.received()
    assert numbers(queries.cases_late(at=later(30))) == []
    assert numbers(queries.cases_late(at=later(1) + timedelta(minutes=61))) == [case.number]


def test_a_correction_waits_for_its_signature_in_a_list_of_its_own(desk: Desk) -> None:
    review = desk.published()
    assert numbers(queries.cases_with_changes_to_sign()) == []
    desk.change_drafted(review)
    assert numbers(queries.cases_with_changes_to_sign()) == [review.case.number]


def test_the_public_sees_the_newest_version_and_the_register_every_change(desk: Desk) -> None:
    second = desk.signed_change(desk.published())
    assert [str(review) for review in queries.published_reviews()] == ["2026-0001 v2"]
    assert [str(review) for review in queries.public_versions(second.case)] == [
        "2026-0001 v1",
        "2026-0001 v2",
    ]
    assert [str(review) for review in queries.public_changes()] == ["2026-0001 v2"]


def test_lists_ask_the_database_no_more_when_there_is_more_to_show(
    desk: Desk, django_assert_num_queries: Any
) -> None:
    for number in range(3):
        desk.received(f"Tin {number}", address=f"http://127.0.0.1:8801/{number}")
    with django_assert_num_queries(2):
        assert (
            len(
                [
                    (case.claim.text, list(case.claim.matches.all()))
                    for case in queries.cases_awaiting_triage()
                ]
            )
            == 3
        )


def test_hands_are_named_by_post(desk: Desk) -> None:
    review = desk.published()
    assert queries.posts_of(review) == {
        "wrote": ["Chuyên viên kiểm chứng"], "read": ["Chuyên viên đọc lại"], "signed": ["Phó Giám đốc Sở"],
    }  # fmt: skip
    assert Case.objects.get().published_at == later(9)
