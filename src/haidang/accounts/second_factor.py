"""Desk staff need a second factor: without one, every desk page leads to the page that sets it up."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect

GUARDED = ("/desk/", "/api/desk/")


class SecondFactorRequired:
    """Middleware: signed-in staff without TOTP reach only the set-up pages (switched off in the demo)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._must_set_up(request):
            if request.path_info.startswith("/api/"):
                return HttpResponseForbidden("Set up a second factor first, at /accounts/2fa/totp/activate/.")
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    @staticmethod
    def _must_set_up(request: HttpRequest) -> bool:
        return (
            settings.HAIDANG_REQUIRE_SECOND_FACTOR
            and request.path_info.startswith(GUARDED)
            and request.user.is_authenticated
            and not is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
        )
