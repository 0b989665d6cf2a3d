"""The place in the queue: what a claim says stays, how it spreads and what is known are reckoned anew."""

import pytest

from haidang.engine.spotting import WEIGHTS
from haidang.information.collect.models import Source
from haidang.information.screen.claim_memory import folded
from haidang.information.screen.known import add_known, withdraw_known
from haidang.information.screen.models import Appearance, Claim, ClaimState, KnownKind, Match, MatchState
from haidang.information.screen.weigh_claims import weigh_claims
from tests.cast import NOON, later
from tests.information.screen.fakes import RUMOUR, make_revision, make_source, screen

pytestmark = pytest.mark.django_db
HARM = {"code": "harm", "points": 3, "detail": "sập"}


def codes(claim: Claim) -> set[str]:
    return {reason["code"] for reason in claim.reasons}


def a_claim(**more: object) -> Claim:
    values = {"first_seen_at": NOON, "last_seen_at": NOON, "priority": 3, "reasons": [HARM], **more}
    return Claim.objects.create(text=RUMOUR, folded=folded(RUMOUR), language="vi", **values)


def seen(claim: Claim, *, minutes: float = 0, source: Source | None = None) -> None:
    """The claim in a publication more."""
    revision = make_revision(RUMOUR, seen_at=later(minutes), source=source)
    Appearance.objects.create(claim=claim, revision=revision, quote=RUMOUR, seen_at=later(minutes))


def weighed(claim: Claim) -> Claim:
    weigh_claims([claim.pk])
    return Claim.objects.get(pk=claim.pk)


def points(*factors: str) -> int:
    return sum(WEIGHTS[code].points for code in factors)


def test_what_the_sentence_says_and_that_nothing_is_known_make_the_first_priority() -> None:
    claim = a_claim()
    seen(claim)
    after = weighed(claim)
    assert (codes(after), after.priority) == ({"harm", "novelty"}, 3 + points("novelty"))


def test_weighing_twice_counts_nothing_twice() -> None:
    claim = a_claim()
    for minutes in range(4):
        seen(claim, minutes=minutes)
    first = weighed(claim)
    second = weighed(claim)
    assert codes(first) == {"harm", "novelty", "spread", "fast"}
    assert (second.priority, second.reasons) == (first.priority, first.reasons)
    assert first.priority == sum(reason["points"] for reason in first.reasons)


def test_what_spreads_slowly_is_not_fast() -> None:
    claim = a_claim()
    for hours in range(3):
        seen(claim, minutes=hours * 60)
    after = weighed(claim)
    assert codes(after) == {"harm", "novelty", "spread"}
    assert after.last_seen_at == later(120)


def test_feed_and_page_of_one_article_are_no_spread() -> None:
    make_revision(RUMOUR, address="https://bao-mau.example/cau")
    make_revision(
        f"{RUMOUR} Sự việc đang được làm rõ.", address="https://bao-mau.example/cau", from_page=True
    )
    screen()
    claim = Claim.objects.get()
    assert claim.appearances.count() == 2
    assert "spread" not in codes(claim)


def test_only_what_nobody_but_state_bodies_published_is_lowered() -> None:
    claim, office = a_claim(), make_source("Cổng tin tỉnh", official=True)
    seen(claim, source=office)
    alone = weighed(claim)
    assert alone.priority == 3 + points("official_source", "novelty")
    seen(claim, minutes=200)
    assert "official_source" not in codes(weighed(claim))


@pytest.mark.parametrize("answer_goes", ["refused", "withdrawn"])
def test_a_claim_is_new_again_when_its_only_answer_goes(answer_goes: str) -> None:
    claim = a_claim()
    seen(claim)
    known = add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=NOON)
    match = Match.objects.create(claim=claim, known=known, score=0.9, level="match", suggested_at=NOON)
    assert "novelty" not in codes(weighed(claim))
    if answer_goes == "refused":
        Match.objects.filter(pk=match.pk).update(state=MatchState.REFUSED)
    else:
        withdraw_known(kind=KnownKind.REVIEW, key="2026-0001", at=later(5))
    assert "novelty" in codes(weighed(claim))


def test_what_was_set_aside_keeps_its_place_and_is_still_followed() -> None:
    claim = a_claim(state=ClaimState.SET_ASIDE)
    for minutes in range(5):
        seen(claim, minutes=minutes)
    after = weighed(claim)
    assert (after.priority, after.reasons, after.last_seen_at) == (3, [HARM], later(4))


def test_a_reason_that_the_published_table_no_longer_has_is_dropped() -> None:
    claim = a_claim(reasons=[HARM, {"code": "mood", "points": 9, "detail": "buồn"}], priority=12)
    seen(claim)
    assert weighed(claim).priority == 3 + points("novelty")


def test_a_claim_that_appears_nowhere_any_more_is_weighed_by_its_words() -> None:
    after = weighed(a_claim(last_seen_at=later(9)))
    assert (codes(after), after.last_seen_at) == ({"harm", "novelty"}, later(9))


def test_only_the_claims_that_were_named_are_weighed() -> None:
    claim, other = a_claim(), a_claim()
    weigh_claims([claim.pk])
    weigh_claims([])
    other.refresh_from_db()
    assert (other.priority, other.reasons) == (3, [HARM])
