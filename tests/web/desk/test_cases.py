"""Pages of cases: the queue shows why, the case shows what, and nobody sees an act that is not theirs."""

import pytest

from haidang.information.screen.models import Known, Match
from haidang.information.verify import triage
from haidang.information.verify.models import Case
from tests.cast import later
from tests.desk import RUMOUR, Desk
from tests.web.conftest import SignedIn


def test_the_queue_shows_the_claim_its_reasons_and_its_clock(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    page = signed_in(desk.cast.lan).get("/desk/queue/").content.decode()
    assert RUMOUR in page
    assert "Có thể hại đến tính mạng" in page
    assert "quá hạn" in page  # the cast's noon is long past
    assert f"/desk/queue/{case.number}/?act=queue#act" in page


def test_an_empty_queue_teaches_the_next_step(desk: Desk, signed_in: SignedIn) -> None:
    page = signed_in(desk.cast.lan).get("/desk/queue/").content.decode()
    assert "Không có gì đang chờ" in page
    assert "/desk/sources/" in page


def test_what_left_the_queue_is_listed_with_its_reason(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    triage.leave_queue(case=case, by=desk.cast.lan, at=later(3), reason="opinion")
    page = signed_in(desk.cast.thu).get("/desk/queue/?tab=left").content.decode()
    assert RUMOUR in page
    assert "ý kiến" in page


def test_an_auditor_is_offered_nothing_to_do(desk: Desk, signed_in: SignedIn) -> None:
    desk.received()
    page = signed_in(desk.cast.thu).get("/desk/queue/").content.decode()
    assert "data-key" not in page
    assert "Ở đây không có việc cho vai trò của bạn." in page


def test_the_author_is_not_offered_to_read_or_sign(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.in_second_reading()
    writer = signed_in(desk.cast.minh).get(f"/desk/cases/{case.number}/").content.decode()
    reader = signed_in(desk.cast.dung).get(f"/desk/cases/{case.number}/").content.decode()
    assert "?act=read" not in writer
    assert "?act=read" in reader


@pytest.mark.parametrize("address", ["/desk/cases/{}/", "/desk/cases/{}/?act=read"])
def test_the_second_reader_is_blind_to_the_draft(address: str, desk: Desk, signed_in: SignedIn) -> None:
    case = desk.in_second_reading()
    page = signed_in(desk.cast.dung).get(address.format(case.number)).content.decode()
    assert "Cầu Cây Được không sập" not in page
    assert 'class="rating' not in page
    assert "Đã có bản soạn" in page


def test_after_the_reading_the_draft_is_shown(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.in_approval()
    page = signed_in(desk.cast.dung).get(f"/desk/cases/{case.number}/").content.decode()
    assert "Cầu Cây Được không sập" in page


@pytest.mark.parametrize("path", ["/desk/cases/2026-9999/", "/desk/queue/nonsense/"])
def test_a_case_that_does_not_exist_is_a_404_in_both_languages(
    path: str, desk: Desk, signed_in: SignedIn
) -> None:
    response = signed_in(desk.cast.lan).get(path)
    assert response.status_code == 404
    assert "Không có trang này" in response.content.decode()
    assert "There is no such page" in response.content.decode()


def test_mine_lists_only_what_is_mine(desk: Desk, signed_in: SignedIn) -> None:
    desk.investigating()
    assert RUMOUR in signed_in(desk.cast.minh).get("/desk/cases/?of=me").content.decode()
    assert RUMOUR not in signed_in(desk.cast.mai).get("/desk/cases/?of=me").content.decode()


def test_a_page_number_without_sense_is_the_first_page(desk: Desk, signed_in: SignedIn) -> None:
    desk.received()
    assert RUMOUR in signed_in(desk.cast.lan).get("/desk/queue/?page=zero").content.decode()


def test_the_form_of_an_act_opens_only_for_whom_it_is(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.in_approval()
    address = f"/desk/cases/{case.number}/?act=sign"
    assert "toàn bộ nội dung trên" in signed_in(desk.cast.hoa).get(address).content.decode().lower()
    assert "toàn bộ nội dung trên" not in signed_in(desk.cast.minh).get(address).content.decode().lower()


def test_every_state_of_a_case_has_a_page(desk: Desk, signed_in: SignedIn) -> None:
    review = desk.published()
    mai = signed_in(desk.cast.mai)
    for state, _label in Case._meta.get_field("state").flatchoices:
        Case.objects.filter(pk=review.case.pk).update(state=state)
        assert mai.get(f"/desk/cases/{review.case.number}/").status_code == 200, state


@pytest.mark.parametrize("path", ["/desk/queue/", "/desk/"])
def test_a_row_says_what_it_is_like_in_words_never_by_a_hash(
    path: str, desk: Desk, signed_in: SignedIn
) -> None:
    official, answered = (
        desk.received("Cầu bị cấm xe tải"),
        desk.received("Nhà máy ngừng bán điện", address="http://127.0.0.1:8801/tin/2"),
    )
    for case, kind, key, title in (
        (official, "official", "864b54c3" * 8, "Thông báo 45/TB-SXD"),
        (answered, "review", "2025-0911", "Nhà máy vẫn bán điện"),
    ):
        known = Known.objects.create(
            kind=kind, key=key, language="vi", claim="x", title=title, known_at=later(0)
        )
        Match.objects.create(claim=case.claim, known=known, score=0.8, level="related", suggested_at=later(1))
    rows = signed_in(desk.cast.lan).get(path).content.decode()
    assert 'title="Thông báo 45/TB-SXD">giống văn bản chính thức<' in rows
    assert ">giống 2025-0911<" in rows
    assert "864b54c3" not in rows
