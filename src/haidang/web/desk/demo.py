"""Sign in as anybody of the invented office with one press: in the demo, from this machine, and nowhere else."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from haidang.accounts.models import User

LOOPBACK = frozenset({"127.0.0.1", "::1"})
# Behind a proxy every reader comes from loopback; a proxy says so in one of these.
PROXIED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")
BACKEND = "django.contrib.auth.backends.ModelBackend"


def is_demo_here(request: HttpRequest) -> bool:
    """Whether this browser sits at the machine on which a demo runs."""
    if not settings.HAIDANG_DEMO or request.META.get("REMOTE_ADDR") not in LOOPBACK:
        return False
    return not any(name in request.META for name in PROXIED)


def demo_accounts(request: HttpRequest) -> Sequence[User]:
    """The staff one may be, in the order in which their accounts were opened; nobody outside the demo."""
    if not is_demo_here(request):
        return []
    staff = User.objects.filter(is_active=True, grants__isnull=False).distinct()
    return list(staff.prefetch_related("grants").order_by("pk"))


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Become the chosen member of staff."""
    chosen = [user for user in demo_accounts(request) if user.username == request.POST.get("username")]
    if not chosen:
        raise Http404
    login(request, chosen[0], backend=BACKEND)
    return redirect("desk:today")
