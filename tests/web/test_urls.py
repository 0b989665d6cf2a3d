"""The address book: what exists, and what of the sign-in library does not."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse


@pytest.mark.parametrize(
    "name", ["account_email", "account_reset_password", "account_change_password", "mfa_list_webauthn"]
)
def test_nobody_changes_mail_or_password_through_a_page_that_nobody_watches(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_nobody_signs_up() -> None:
    assert Client().get("/accounts/signup/")["Location"] == "/accounts/login/"


def test_public_addresses_are_the_same_in_both_languages_behind_their_prefix() -> None:
    from django.utils.translation import override

    with override("vi"):
        vietnamese = reverse("public:notice", args=["2026-0001"])
    with override("en"):
        english = reverse("public:notice", args=["2026-0001"])
    assert (vietnamese, english) == ("/notices/2026-0001/", "/en/notices/2026-0001/")
