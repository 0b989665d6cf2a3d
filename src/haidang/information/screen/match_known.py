"""Compare what has just become known with the claims that wait, so that they get the suggestion too."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from haidang.information.screen.claim_memory import LIVE
from haidang.information.screen.find_claims import suggested
from haidang.information.screen.known_memory import KnownRow
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Claim, Match


def match_known(fresh: Sequence[KnownRow], memory: Memory, *, at: datetime) -> tuple[set[int], int]:
    """Suggest new answers for open claims; returns the claims touched and how many suggestions are new.

    The claim that a conclusion was written for is passed over: it needs no suggestion.
    """
    near = {row.pk: memory.claims.rows_like(row.claim) for row in fresh}
    wanted = {claim for claims in near.values() for claim in claims}
    claims = Claim.objects.filter(state__in=LIVE).in_bulk(wanted)
    before = set(Match.objects.filter(claim__in=wanted).values_list("claim_id", "known_id"))
    matches: list[Match] = []
    for row in fresh:
        own = memory.known.same_claim(row.key)
        for claim in (claims[key] for key in near[row.pk] if key in claims):
            if claim.folded not in own and (claim.pk, row.pk) not in before:
                matches += _suggested(claim, row, memory, at=at)
    Match.objects.bulk_create(matches, ignore_conflicts=True)
    return {match.claim_id for match in matches}, len(matches)


def _suggested(claim: Claim, row: KnownRow, memory: Memory, *, at: datetime) -> list[Match]:
    """One suggestion if the known text is among the best for the claim, as a new claim would have got it."""
    for known, hit in memory.known.search(claim.text, on=timezone.localdate(claim.first_seen_at)):
        if known.pk == row.pk:
            match = suggested(known, hit, at=at)
            match.claim = claim
            return [match]
    return []
