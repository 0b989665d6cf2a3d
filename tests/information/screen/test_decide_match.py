"""A person says whether an earlier answer fits."""

import pytest

from haidang.accounts.access import NotAllowed
from haidang.base.models import LogEntry
from haidang.information.screen.decide_match import MatchDecided, confirm_match, refuse_match
from haidang.information.screen.known import add_known
from haidang.information.screen.models import Claim, KnownKind, Match, MatchState
from haidang.information.screen.queries import matches_of
from tests.cast import NOON, Cast, later
from tests.information.screen.fakes import RUMOUR, make_revision, screen


@pytest.fixture
def match(db: None) -> Match:
    add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=NOON)
    make_revision(RUMOUR)
    screen()
    return Match.objects.get()


def test_a_screener_confirms_a_match_and_the_record_says_so(match: Match, cast: Cast) -> None:
    decided = confirm_match(match=match, by=cast.lan, at=later(5))
    assert (decided.state, decided.decided_by, decided.decided_at) == (
        MatchState.CONFIRMED,
        cast.lan,
        later(5),
    )
    assert LogEntry.objects.get(act="match.confirmed").subject_key == str(match.pk)
    assert Claim.objects.get().state == "waiting"


def test_a_refused_match_is_suggested_no_more(match: Match, cast: Cast) -> None:
    assert list(matches_of(match.claim)) == [match]
    refuse_match(match=match, by=cast.minh, at=later(5))
    assert list(matches_of(match.claim)) == []


def test_one_may_change_ones_own_mind_and_saying_it_twice_is_once(match: Match, cast: Cast) -> None:
    confirm_match(match=match, by=cast.lan, at=later(5))
    confirm_match(match=match, by=cast.lan, at=later(6))
    assert refuse_match(match=match, by=cast.lan, at=later(7)).state == MatchState.REFUSED
    assert LogEntry.objects.filter(act__startswith="match.").count() == 2


def test_the_second_of_two_people_is_told_who_decided(match: Match, cast: Cast) -> None:
    confirm_match(match=match, by=cast.lan, at=later(5))
    with pytest.raises(MatchDecided, match="Lan"):
        refuse_match(match=match, by=cast.minh, at=later(6))
    assert Match.objects.get().state == MatchState.CONFIRMED


def test_an_auditor_decides_nothing(match: Match, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        confirm_match(match=match, by=cast.thu, at=later(5))
    assert Match.objects.get().state == MatchState.SUGGESTED
