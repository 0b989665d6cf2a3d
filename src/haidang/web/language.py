"""Which language a page is in: the public site says it in its address, the desk remembers it in a cookie."""

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

BY_COOKIE = ("/desk/", "/accounts/", "/api/")


def desk_language(request: HttpRequest) -> str:
    """The language a member of staff chose; Vietnamese until they choose."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class Language(LocaleMiddleware):
    """Django's own takes the default language for every address without a prefix; this one asks first."""

    def process_request(self, request: HttpRequest) -> None:
        if not request.path_info.startswith(BY_COOKIE):
            super().process_request(request)
            return
        translation.activate(desk_language(request))
        request.LANGUAGE_CODE = translation.get_language()
