"""Published documents as data, with what proves them."""

from django.test import Client

from haidang.base.keys import office_key, verify
from haidang.base.record import canonical_json
from tests.desk import Desk


def test_the_document_and_its_signature_fit(desk: Desk) -> None:
    desk.published()
    (row,) = Client().get("/api/notices/").json()
    assert verify(office_key().public_bytes, canonical_json(row["document"]).encode(), row["signature"])


def test_every_version_is_there_and_nothing_else(desk: Desk) -> None:
    review = desk.published()
    desk.signed_change(review)
    rows = Client().get(f"/api/notices/{review.case.number}").json()
    assert [row["document"]["version"] for row in rows] == [1, 2]
    waiting = desk.received("Phát biểu khác", address="http://127.0.0.1:8801/tin/9")
    assert Client().get(f"/api/notices/{waiting.number}").status_code == 404


def test_the_description_of_the_api_is_public_and_loads_nothing_from_elsewhere(desk: Desk) -> None:
    assert Client().get("/api/openapi.json").json()["info"]["title"] == "Hải Đăng"
    assert Client().get("/api/docs").status_code == 404
