"""Reads of claims, stories and matches, for the desk and for the floors above."""

from datetime import datetime

from django.db.models import Count, Prefetch, QuerySet

from haidang.information.collect.models import Revision
from haidang.information.screen.models import (
    Appearance,
    Claim,
    ClaimState,
    Known,
    Match,
    MatchState,
    Story,
    StoryState,
)


def revisions_to_screen() -> QuerySet[Revision]:
    """What has not been screened, oldest first."""
    rows = Revision.objects.filter(screened_at__isnull=True).select_related("publication__source")
    return rows.order_by("pk")


def claims_awaiting_triage() -> QuerySet[Claim]:
    """The queue: heaviest first, with story, appearances and suggestions loaded."""
    return with_grounds(Claim.objects.filter(state=ClaimState.WAITING))


def claims_set_aside() -> QuerySet[Claim]:
    """What left the queue by itself, newest first; anybody may look whether the reason is right."""
    return with_grounds(Claim.objects.filter(state=ClaimState.SET_ASIDE)).order_by("-last_seen_at", "-pk")


def with_grounds(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with all that a screener sees beside them, in a fixed number of queries."""
    seen = Appearance.objects.select_related("revision__publication__source").order_by("seen_at", "pk")
    return claims.select_related("story").prefetch_related(
        Prefetch("appearances", queryset=seen), Prefetch("matches", queryset=matches_open())
    )


def matches_open() -> QuerySet[Match]:
    """Suggestions that nobody refused and whose source is not withdrawn, best first."""
    rows = Match.objects.exclude(state=MatchState.REFUSED).filter(known__withdrawn=False)
    return rows.select_related("known").order_by("-score", "pk")


def matches_of(claim: Claim) -> QuerySet[Match]:
    return matches_open().filter(claim=claim)


def appearances_of(claim: Claim) -> QuerySet[Appearance]:
    """Where the claim stands, first to last, with publication and source."""
    return claim.appearances.select_related("revision__publication__source").order_by("seen_at", "pk")


def stories_open() -> QuerySet[Story]:
    """Stories that still grow, latest first, with the number of their publications."""
    rows = Story.objects.filter(state=StoryState.OPEN).annotate(publications=Count("members"))
    return rows.order_by("-last_seen_at", "-pk")


def known_since(since: datetime) -> QuerySet[Known]:
    return Known.objects.filter(withdrawn=False, known_at__gte=since).order_by("-known_at", "-pk")


def quote_context(appearance: Appearance, *, around: int = 160) -> tuple[str, str, str]:
    """Text before the quote, the quote, text after it, as a screener reads it. Title quotes stand alone."""
    text, start = appearance.revision.text, appearance.offset
    end = start + len(appearance.quote)
    if text[start:end] != appearance.quote:
        return "", appearance.quote, ""
    return text[max(0, start - around) : start], appearance.quote, text[end : end + around]
