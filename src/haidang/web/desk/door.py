"""The door of every desk page: signed in, allowed to, and a refusal answered in words."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from haidang.accounts import access
from haidang.accounts.models import User

P = ParamSpec("P")


def staff_of(request: HttpRequest) -> User:
    """The signed-in member of staff; only behind `desk_page`."""
    return cast("User", request.user)


def desk_page(
    act: str, *, methods: tuple[str, ...] = ("GET", "HEAD")
) -> Callable[[Callable[Concatenate[HttpRequest, P], HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Wrap a view: sign-in first, then the act's permission, then the view; default is deny."""

    def door(
        view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
    ) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            try:
                access.require(request.user, act)
                return view(request, *args, **kwargs)
            except access.NotAllowed as refused:
                return refusal(request, sentence=str(refused), status=403)
            except access.NotFound:
                return render(request, "404.html", status=404)

        return never_cache(require_http_methods(list(methods))(entered))

    return door


def refusal(request: HttpRequest, *, sentence: str, status: int) -> HttpResponse:
    """A page that says why not, and what to do."""
    return render(request, "403.html", {"sentence": sentence}, status=status)
