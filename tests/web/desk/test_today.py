"""Today shows each role what waits for it, and nothing else."""

import pytest

from tests.desk import RUMOUR, Desk
from tests.web.conftest import SignedIn


def test_the_screener_sees_what_to_look_at(desk: Desk, signed_in: SignedIn) -> None:
    desk.received()
    page = signed_in(desk.cast.lan).get("/desk/").content.decode()
    assert "Cần xem" in page
    assert RUMOUR in page


@pytest.mark.parametrize(("who", "tile"), [("dung", "Cần đọc lại"), ("minh", "Vụ việc của tôi")])
def test_a_case_in_second_reading_waits_for_the_reader_not_for_the_writer(
    who: str, tile: str, desk: Desk, signed_in: SignedIn
) -> None:
    desk.in_second_reading()
    page = signed_in(getattr(desk.cast, who)).get("/desk/").content.decode()
    assert tile in page
    assert (who == "dung") == ("Cần đọc lại" in page)


def test_the_approver_sees_what_to_sign_and_changes_to_sign(desk: Desk, signed_in: SignedIn) -> None:
    desk.in_approval()
    hoa = signed_in(desk.cast.hoa)
    assert "Cần ký" in hoa.get("/desk/").content.decode()
    desk.change_drafted(desk.published("Phát biểu khác", address="http://127.0.0.1:8801/tin/7"))
    assert "Thay đổi cần ký" in hoa.get("/desk/").content.decode()


def test_an_administrator_sees_no_claims(desk: Desk, signed_in: SignedIn) -> None:
    desk.received()
    page = signed_in(desk.cast.son).get("/desk/").content.decode()
    assert RUMOUR not in page
    assert "Vai trò của bạn lo tài khoản" in page


def test_with_nothing_to_do_the_page_teaches_the_next_step(desk: Desk, signed_in: SignedIn) -> None:
    assert "Không có việc chờ bạn" in signed_in(desk.cast.lan).get("/desk/").content.decode()
