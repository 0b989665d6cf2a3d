"""The desk's list of notices marks what waits for a signature."""

from tests.desk import Desk
from tests.web.conftest import SignedIn


def test_a_notice_with_a_drafted_change_is_marked(desk: Desk, signed_in: SignedIn) -> None:
    review = desk.published()
    hoa = signed_in(desk.cast.hoa)
    assert "có thay đổi chờ ký" not in hoa.get("/desk/published/").content.decode()
    desk.change_drafted(review)
    assert "có thay đổi chờ ký" in hoa.get("/desk/published/").content.decode()
