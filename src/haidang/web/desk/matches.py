"""A person decides whether a suggested match is the same statement."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from haidang.accounts import access
from haidang.information.screen.decide_match import MatchDecided, confirm_match, refuse_match
from haidang.information.screen.models import Match
from haidang.web.desk.door import desk_page, staff_of


@desk_page("match.decide", methods=("POST",))
def decide_match(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm or refuse, then back to the claim."""
    user = staff_of(request)
    match = access.find(user=user, act="match.decide", among=Match.objects.all(), pk=pk)
    decide = confirm_match if request.POST.get("decision") == "confirm" else refuse_match
    try:
        decide(match=match, by=user, at=timezone.now())
    except MatchDecided as decided:
        messages.warning(request, str(decided), extra_tags="late")
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(back if safe else "desk:queue")
