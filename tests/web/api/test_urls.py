"""The interface describes itself, and every refusal of its doors is JSON in words."""

from django.test import Client

from tests.desk import Desk
from tests.web.conftest import SignedIn


def test_the_description_names_every_address_and_loads_no_page_from_elsewhere(desk: Desk) -> None:
    described = Client().get("/api/openapi.json").json()
    assert set(described["paths"]) == {
        "/api/notices/",
        "/api/notices/{number}",
        "/api/desk/queue",
        "/api/desk/cases/{number}",
        "/api/desk/cases/{number}/{act}",
        "/api/desk/sources",
    }
    assert Client().get("/api/docs").status_code == 404


def test_a_door_that_refuses_before_the_view_answers_in_the_words_of_the_pages(
    desk: Desk, signed_in: SignedIn
) -> None:
    response = signed_in(desk.cast.lan).post("/api/desk/sources", "{}", content_type="application/json")
    assert response.status_code == 403
    assert response.json()["detail"].startswith("Việc này dành cho")
