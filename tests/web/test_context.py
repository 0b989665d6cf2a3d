"""What every page knows: its place's names in its language and its own address in the other."""

from django.test import RequestFactory
from django.utils.translation import override

from haidang.web.context import office


def test_names_and_the_other_address_follow_the_language_of_the_page() -> None:
    with override("vi"):
        vietnamese = office(RequestFactory().get("/about/"))
    with override("en"):
        english = office(RequestFactory().get("/en/about/"))
    assert (vietnamese["site_name"], vietnamese["other_language_address"]) == (
        "Thông tin đối ngoại Cà Mau",
        "/en/about/",
    )
    assert (english["language"], english["other_language_address"]) == ("en", "/about/")


def test_an_address_that_is_not_there_still_has_a_page_to_go_to() -> None:
    with override("vi"):
        assert office(RequestFactory().get("/nowhere/"))["other_language_address"] == "/nowhere/"
