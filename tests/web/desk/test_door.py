"""The door of the desk: sign-in first, then permission, always in words."""

import re

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from tests.desk import Desk
from tests.web.conftest import SignedIn


def test_a_stranger_is_led_to_sign_in_and_back(desk: Desk) -> None:
    response = Client().get("/desk/queue/?tab=left")
    assert response.status_code == 302
    assert response["Location"] == "/accounts/login/?next=/desk/queue/%3Ftab%3Dleft"


def test_somebody_without_the_role_is_told_whose_work_it_is(desk: Desk, signed_in: SignedIn) -> None:
    response = signed_in(desk.cast.khach).get("/desk/queue/")
    assert response.status_code == 403
    assert "Việc này dành cho" in response.content.decode()


def test_desk_pages_are_never_kept_by_a_browser(desk: Desk, signed_in: SignedIn) -> None:
    assert "no-store" in signed_in(desk.cast.lan).get("/desk/")["Cache-Control"]


def test_signing_in_works_and_a_wrong_word_is_answered_in_words(desk: Desk) -> None:
    client = Client()
    wrong = client.post("/accounts/login/", {"login": "lan", "password": "sai"})
    assert "lan" in wrong.content.decode()
    assert 'role="alert"' in wrong.content.decode()
    right = client.post("/accounts/login/", {"login": "lan", "password": "lighthouse-2026"})
    assert right["Location"] == "/desk/"


def code_now(page: str) -> str:
    """What an authenticator app would show for the secret on the page."""
    (secret,) = re.findall(r"<code>([A-Z2-7]+)</code>", page)
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def test_the_second_factor_is_set_up_once_and_asked_for_afterwards(desk: Desk) -> None:
    client, words = Client(), {"login": "lan", "password": "lighthouse-2026"}
    client.post("/accounts/login/", words)
    asked = client.get("/desk/", follow=True)
    assert "Xác nhận đúng là bạn" in asked.content.decode()
    again = {"password": words["password"], "next": "/accounts/2fa/totp/activate/"}
    page = client.post("/accounts/reauthenticate/", again, follow=True).content.decode()
    assert "Quét ô vuông này" in page
    assert "<svg" in page
    assert "data:image" not in page
    done = client.post("/accounts/2fa/totp/activate/", {"code": code_now(page)}, follow=True)
    assert "Mã khôi phục" in done.content.decode()
    assert client.get("/desk/").status_code == 200
    other = Client()
    other.post("/accounts/login/", words)
    assert "Bước thứ hai" in other.get("/accounts/2fa/authenticate/").content.decode()
    assert other.get("/desk/").status_code == 302


def test_a_wrong_code_keeps_the_square_and_says_so(desk: Desk) -> None:
    client, words = Client(), {"login": "lan", "password": "lighthouse-2026"}
    client.post("/accounts/login/", words)
    client.post("/accounts/reauthenticate/", {"password": words["password"]})
    page = client.post("/accounts/2fa/totp/activate/", {"code": "000000"}).content.decode()
    assert "<svg" in page
    assert 'class="error"' in page
