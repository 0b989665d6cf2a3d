"""Sentences become claims or appearances of claims, with what is known beside them; nothing decides by itself."""

import pytest

from haidang.engine.retrieval import Hit, SlotComparison
from haidang.engine.spotting import Factor, Spotted
from haidang.information.collect.models import Revision
from haidang.information.screen.find_claims import (
    FoundClaims,
    as_reasons,
    find_claims,
    suggested,
    write_claims,
)
from haidang.information.screen.known import add_known
from haidang.information.screen.known_memory import KnownRow
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Appearance, Claim, ClaimState, Known, KnownKind, Match, Story
from haidang.information.screen.values import ReadRevision, Sentence
from tests.cast import NOON, later
from tests.information.screen.fakes import (
    OPINION,
    OTHER_CLAIM,
    RUMOUR,
    RUMOUR_UNMARKED,
    make_revision,
    screen,
)

pytestmark = pytest.mark.django_db
HARM = Factor("harm", 3, "sập")


def codes(claim: Claim) -> set[str]:
    return {reason["code"] for reason in claim.reasons}


def sentence(quote: str, *, offset: int = 0, reason: str = "") -> Sentence:
    spotted = Spotted(quote, 0, len(quote), checkable=not reason, reason=reason, factors=(HARM,))
    return Sentence(spotted, offset)


def found_in(
    revision: Revision, *claims: Sentence, set_aside: tuple[Sentence, ...] = (), memory: Memory | None = None
) -> FoundClaims:
    """What one revision gives, with a story of its own."""
    read = ReadRevision(revision, claims, set_aside, about_us=True)
    story = Story.objects.create(opened_at=NOON, last_seen_at=NOON, headline="Cầu")
    stories = {read.publication: story.pk}
    return find_claims([read], stories=stories, memory=memory or Memory(), at=later(1))


def test_a_new_claim_says_what_was_seen_where_and_why_it_matters() -> None:
    memory, revision = Memory(), make_revision(f"Tin. {RUMOUR}", seen_at=later(3))
    found = found_in(revision, sentence(RUMOUR, offset=5), memory=memory)
    assert not Claim.objects.exists()
    touched = write_claims(found, memory.claims)
    claim, appearance = Claim.objects.get(), Appearance.objects.get()
    assert touched == {claim.pk}
    assert (claim.text, claim.language, claim.story) == (RUMOUR, "vi", Story.objects.get())
    assert (claim.first_seen_at, claim.last_seen_at) == (later(3), later(3))
    assert (claim.state, claim.set_aside_reason, claim.priority) == (ClaimState.WAITING, "", 3)
    assert claim.reasons == [{"code": "harm", "points": 3, "detail": "sập"}]
    assert (appearance.claim, appearance.revision) == (claim, revision)
    assert (appearance.quote, appearance.offset, appearance.seen_at) == (RUMOUR, 5, later(3))


def test_a_sentence_that_leaves_the_queue_is_kept_with_its_reason_and_without_suggestions() -> None:
    add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=OPINION, at=NOON)
    memory = Memory()
    memory.catch_up(at=NOON, publications=[])
    aside = sentence(OPINION, reason="opinion")
    found = found_in(make_revision(OPINION), set_aside=(aside,), memory=memory)
    write_claims(found, memory.claims)
    claim = Claim.objects.get()
    assert (claim.state, claim.set_aside_reason) == (ClaimState.SET_ASIDE, "opinion")
    assert found.matches == []


def test_the_same_words_twice_in_a_batch_are_one_claim_with_two_appearances() -> None:
    memory, revision = Memory(), make_revision(f"{RUMOUR} {RUMOUR}")
    twice = (sentence(RUMOUR), sentence(RUMOUR, offset=len(RUMOUR) + 1))
    assert len(write_claims(found_in(revision, *twice, memory=memory), memory.claims)) == 1
    assert [row.offset for row in Claim.objects.get().appearances.all()] == [0, len(RUMOUR) + 1]


def test_nothing_found_writes_nothing() -> None:
    memory = Memory()
    assert write_claims(found_in(make_revision("Chữ."), memory=memory), memory.claims) == set()
    assert not Claim.objects.exists()


def test_factors_are_stored_as_plain_values() -> None:
    assert as_reasons([HARM, Factor("official_source", -2, "")]) == [
        {"code": "harm", "points": 3, "detail": "sập"},
        {"code": "official_source", "points": -2, "detail": ""},
    ]


def test_a_suggestion_shows_its_slots_and_decides_nothing() -> None:
    slot = SlotComparison("date", here="12/5", there="20/9", agrees=False)
    row = KnownRow(pk=4, kind="review", key="k", claim="c", folded="c", address="", known_at=NOON)
    match = suggested(row, Hit("4", 0.7, "related", (slot,)), at=later(2))
    assert (match.known_id, match.score, match.level, match.suggested_at) == (4, 0.7, "related", later(2))
    assert match.slots == [{"slot": "date", "here": "12/5", "there": "20/9", "agrees": False}]
    assert (match.state, match.decided_by, match.decided_at) == ("suggested", None, None)


def test_what_stands_at_its_own_address_is_not_suggested_beside_it() -> None:
    values = {"kind": KnownKind.OFFICIAL, "language": "vi", "claim": RUMOUR, "at": NOON}
    add_known(key="own", address="https://tinh.example/1", **values)
    add_known(key="other", address="https://tinh.example/2", **values)
    memory, revision = Memory(), make_revision(RUMOUR, address="https://tinh.example/1")
    memory.catch_up(at=NOON, publications=[])
    found = found_in(revision, sentence(RUMOUR), memory=memory)
    keys = [Known.objects.get(pk=match.known_id).key for _, match in found.matches]
    assert keys == ["other"]


def test_the_same_opinion_again_is_an_appearance_more() -> None:
    memory = Memory()
    make_revision(OPINION)
    screen(memory=memory)
    make_revision(OPINION.upper())
    screen(later(5), memory=memory)
    make_revision(OPINION)
    screen(later(9))
    assert Claim.objects.get().appearances.count() == 3


@pytest.mark.parametrize("remembers", [True, False])
def test_the_same_claim_in_other_words_is_an_appearance_and_weighs_more(remembers: bool) -> None:
    memory = Memory() if remembers else None
    make_revision(RUMOUR)
    screen(memory=memory)
    first = Claim.objects.get().priority
    for minutes in (5, 10):
        make_revision(RUMOUR_UNMARKED, seen_at=later(minutes))
        assert screen(later(minutes), memory=memory).claims == 0
    claim = Claim.objects.get()
    assert claim.appearances.count() == 3
    assert claim.priority > first
    assert codes(claim) >= {"spread", "fast"}
    assert claim.last_seen_at == later(10)


def test_a_claim_that_was_taken_over_by_a_case_still_gathers_its_appearances() -> None:
    make_revision(RUMOUR)
    screen()
    Claim.objects.update(state=ClaimState.TAKEN)
    make_revision(RUMOUR_UNMARKED)
    screen(later(5))
    assert Claim.objects.get().appearances.count() == 2


def test_another_number_is_another_claim() -> None:
    make_revision(OTHER_CLAIM)
    make_revision(OTHER_CLAIM.replace("200", "900"))
    screen()
    assert Claim.objects.count() == 2


def test_a_published_answer_is_suggested_with_the_slots_that_agree_and_conflict() -> None:
    known = add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=NOON)
    make_revision(RUMOUR_UNMARKED, seen_at=later(30))
    assert screen(later(30)).matches == 1
    match = Match.objects.get()
    assert (match.known, match.level, match.state) == (known, "match", "suggested")
    assert match.score > 0.5
    assert {slot["slot"] for slot in match.slots} >= {"place"}
    assert "novelty" not in codes(match.claim)


def test_a_claim_that_comes_back_after_its_answer_waits_for_a_person_once() -> None:
    memory = Memory()
    make_revision(RUMOUR)
    screen(memory=memory)
    Claim.objects.update(state=ClaimState.TAKEN)
    add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=later(60))
    for minutes in (90, 95):
        make_revision(RUMOUR_UNMARKED, seen_at=later(minutes))
        screen(later(minutes), memory=memory)
    first, again = Claim.objects.order_by("pk")
    assert (first.appearances.count(), again.appearances.count()) == (1, 2)
    assert again.state == ClaimState.WAITING
    assert again.matches.get().level == "match"
    assert not first.matches.exists()
