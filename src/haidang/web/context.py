"""What every template may use: the site's name, the demo line, the address of this page in the other language."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from haidang.accounts.profile import current_profile
from haidang.web.desk.demo import demo_accounts


def office(request: HttpRequest) -> dict[str, Any]:
    language = get_language() or settings.LANGUAGE_CODE
    other = "en" if language.startswith("vi") else "vi"
    place = current_profile()
    return {
        "place": place,
        "site_name": place.short.in_language(language),
        "place_name": place.province.in_language(language),
        "office_name": place.office.in_language(language),
        "demo": settings.HAIDANG_DEMO,
        "demo_accounts": partial(demo_accounts, request),  # asked only where a page shows them
        "language": "vi" if language.startswith("vi") else "en",
        "other_language": other,
        "other_language_address": translate_url(request.path, other),
        "public_address": settings.HAIDANG_ADDRESS,
    }
