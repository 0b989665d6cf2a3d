"""The public site says its language in the address; the desk remembers a choice."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import get_language

from haidang.web.language import Language, desk_language


@pytest.mark.parametrize(
    ("path", "cookie", "language"),
    [
        ("/", "en", "vi"),
        ("/en/", "vi", "en"),
        ("/desk/", "", "vi"),
        ("/desk/", "en", "en"),
        ("/accounts/login/", "en", "en"),
        ("/desk/", "xx", "vi"),
        ("/desk/", "../../etc", "vi"),
    ],
)
def test_the_address_decides_for_readers_and_the_choice_for_staff(
    path: str, cookie: str, language: str
) -> None:
    request = RequestFactory().get(path, headers={"accept-language": "en"})
    request.COOKIES["django_language"] = cookie
    spoken = []
    Language(lambda _request: spoken.append(get_language()) or HttpResponse())(request)
    assert spoken == [language]


def test_staff_who_have_not_chosen_read_vietnamese() -> None:
    assert desk_language(RequestFactory().get("/desk/")) == "vi"
