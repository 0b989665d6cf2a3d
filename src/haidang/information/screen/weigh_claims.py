"""Put claims in their place in the queue: what they say, how far and fast they spread, what is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q

from haidang.engine.spotting import WEIGHTS, Factor, priority
from haidang.information.screen.claim_memory import LIVE
from haidang.information.screen.find_claims import as_reasons
from haidang.information.screen.models import Appearance, Claim, Match, MatchState

LEVELS = ("", "related", "match")  # the last is the best


@dataclass(frozen=True, slots=True)
class Spread:
    """How far a claim has gone: publications (not readings of them), from when to when, and whose they are."""

    publications: int
    first: datetime
    last: datetime
    only_official: bool

    @property
    def minutes(self) -> float:
        return (self.last - self.first).total_seconds() / 60


def weigh_claims(rows: Iterable[int]) -> None:
    """Reckon the priority of these claims anew, in four statements whatever their number."""
    claims = list(Claim.objects.filter(pk__in=set(rows)))
    spread, levels = _spread(claims), _best_levels(claims)
    for claim in claims:
        nowhere = Spread(0, claim.first_seen_at, claim.last_seen_at, only_official=False)
        _weigh(claim, spread.get(claim.pk, nowhere), levels.get(claim.pk, ""))
    Claim.objects.bulk_update(claims, ["priority", "reasons", "last_seen_at"], batch_size=500)


def _weigh(claim: Claim, spread: Spread, level: str) -> None:
    claim.last_seen_at = max(claim.last_seen_at, spread.last)
    if claim.state not in LIVE:
        return
    placed = priority(
        _said(claim),
        appearances=spread.publications,
        minutes=spread.minutes,
        official=spread.only_official,
        known_match=level,
    )
    claim.priority, claim.reasons = placed.points, as_reasons(placed.factors)


def _said(claim: Claim) -> list[Factor]:
    """The reasons that come from the sentence itself; the others are reckoned anew."""
    factors = [Factor(row["code"], row["points"], row["detail"]) for row in claim.reasons]
    return [one for one in factors if one.code in WEIGHTS and WEIGHTS[one.code].in_sentence]


def _spread(claims: list[Claim]) -> dict[int, Spread]:
    official = Q(revision__publication__source__official=True)
    rows = (
        Appearance.objects.filter(claim__in=claims)
        .order_by()
        .values("claim_id")
        .annotate(
            publications=Count("revision__publication", distinct=True),
            first=Min("seen_at"),
            last=Max("seen_at"),
            readings=Count("pk"),
            official=Count("pk", filter=official),
        )
    )
    return {
        row["claim_id"]: Spread(
            row["publications"], row["first"], row["last"], row["official"] == row["readings"]
        )
        for row in rows
    }


def _best_levels(claims: list[Claim]) -> dict[int, str]:
    best: dict[int, str] = {}
    matches = Match.objects.filter(claim__in=claims, known__withdrawn=False).exclude(state=MatchState.REFUSED)
    for claim, level in matches.order_by().values_list("claim_id", "level"):
        best[claim] = max(best.get(claim, ""), level, key=LEVELS.index)
    return best
