"""Sources: health in words, a switch, a form that keeps what was typed."""

from haidang.information.collect.models import Failure, Source
from tests.cast import NOON
from tests.desk import Desk
from tests.web.conftest import SignedIn

GOOD = {
    "name": "Báo mẫu",
    "address": "http://127.0.0.1:8801/feed",
    "kind": "feed",
    "language": "vi",
    "interval_s": "600",
}


def test_a_new_place_is_watched_and_an_old_one_is_named(desk: Desk, signed_in: SignedIn) -> None:
    mai = signed_in(desk.cast.mai)
    assert mai.post("/desk/sources/add/", GOOD).status_code == 302
    assert Source.objects.get().name == "Báo mẫu"
    again = mai.post("/desk/sources/add/", GOOD | {"name": "Tên khác"})
    assert again.status_code == 422
    assert "đã được theo dõi với tên" in again.content.decode()
    assert "Tên khác" in again.content.decode()


def test_an_impossible_address_is_refused_with_what_to_write(desk: Desk, signed_in: SignedIn) -> None:
    response = signed_in(desk.cast.mai).post("/desk/sources/add/", GOOD | {"address": "ftp:/x y"})
    assert response.status_code == 422
    assert "https://" in response.content.decode()
    assert "ftp:/x y" in response.content.decode()


def test_a_source_is_switched_off_and_on(desk: Desk, signed_in: SignedIn) -> None:
    source = Source.objects.create(name="Báo mẫu", address="http://127.0.0.1:8801/feed")
    mai = signed_in(desk.cast.mai)
    mai.post(f"/desk/sources/{source.pk}/switch/", {"on": "0"})
    assert Source.objects.get().state == "paused"
    mai.post(f"/desk/sources/{source.pk}/switch/", {"on": "1"})
    assert Source.objects.get().state == "active"


def test_a_screener_sees_health_and_no_switch(desk: Desk, signed_in: SignedIn) -> None:
    reason = "Máy chủ không trả lời trong 15 giây."
    source = Source.objects.create(
        name="Báo mẫu", address="http://x.example/", state="failing", last_reason=reason
    )
    Failure.objects.create(
        source=source, address="http://x.example/", at=NOON, code="deadline", reason=reason
    )
    lan = signed_in(desk.cast.lan)
    page = lan.get("/desk/sources/").content.decode()
    assert reason in page
    assert "/switch/" not in page
    assert "?act=add" not in page
    assert reason in lan.get(f"/desk/sources/{source.pk}/").content.decode()


def test_no_source_yet_teaches_the_next_step(desk: Desk, signed_in: SignedIn) -> None:
    assert "Chưa theo dõi nơi nào" in signed_in(desk.cast.mai).get("/desk/sources/").content.decode()
    assert 'name="address"' in signed_in(desk.cast.mai).get("/desk/sources/?act=add").content.decode()
