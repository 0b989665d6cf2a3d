"""The desk's language is a choice that is kept; the public site's stands in its address."""

from django.test import Client

from tests.desk import Desk
from tests.web.conftest import SignedIn


def test_the_desk_speaks_english_after_the_choice_and_vietnamese_before(
    desk: Desk, signed_in: SignedIn
) -> None:
    lan = signed_in(desk.cast.lan)
    assert "Hàng chờ sàng lọc" in lan.get("/desk/queue/").content.decode()
    chosen = lan.post("/desk/language/", {"language": "en", "next": "/desk/queue/?tab=left"})
    assert chosen["Location"] == "/desk/queue/?tab=left"
    assert "Triage queue" in lan.get("/desk/queue/").content.decode()


def test_a_language_nobody_speaks_here_and_a_foreign_address_change_nothing(desk: Desk) -> None:
    response = Client().post("/desk/language/", {"language": "xx", "next": "https://elsewhere.example/"})
    assert response["Location"] == "/desk/"
    assert not response.cookies


def test_the_public_page_keeps_to_its_address_whatever_the_cookie_says(desk: Desk) -> None:
    client = Client()
    client.cookies["django_language"] = "en"
    assert 'lang="vi"' in client.get("/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    client.cookies["django_language"] = "vi"
    assert 'lang="en"' in client.get("/en/").content.decode()
