"""Confirm or refuse a suggested match: a person says whether the earlier answer fits."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base import record
from haidang.information.screen.models import Match, MatchState


class MatchDecided(ValueError):
    """Somebody else has decided this match the other way; `match` is the row as it stands."""

    def __init__(self, match: Match) -> None:
        self.match = match
        sentence = _("%(name)s has decided this already: %(state)s. Look at it again before you change it.")
        super().__init__(sentence % {"name": match.decided_by, "state": match.get_state_display()})


def confirm_match(*, match: Match, by: User, at: datetime) -> Match:
    """The earlier answer is about this claim. Raises `NotAllowed`, `MatchDecided`. Closes no case."""
    return _decide(match, MatchState.CONFIRMED, by=by, at=at)


def refuse_match(*, match: Match, by: User, at: datetime) -> Match:
    """The earlier answer is about something else. Raises `NotAllowed`, `MatchDecided`."""
    return _decide(match, MatchState.REFUSED, by=by, at=at)


def _decide(match: Match, state: MatchState, *, by: User, at: datetime) -> Match:
    access.require(by, "match.decide")
    with transaction.atomic():
        fresh = Match.objects.select_for_update(of=("self",)).select_related("decided_by").get(pk=match.pk)
        if fresh.state == state:
            return fresh
        if fresh.state != MatchState.SUGGESTED and fresh.decided_by_id != by.pk:
            raise MatchDecided(fresh)
        fresh.state, fresh.decided_at, fresh.decided_by = state, at, by
        fresh.save(update_fields=["state", "decided_at", "decided_by"])
        body = {
            "claim": fresh.claim_id,
            "known": fresh.known_id,
            "score_thousandths": round(fresh.score * 1000),
        }
        record.append(act=f"match.{state.value}", subject=fresh, by=by, at=at, body=body)
    return fresh
