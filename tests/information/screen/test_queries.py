"""Reads for the desk, each in a fixed number of queries."""

import pytest
from pytest_django import DjangoAssertNumQueries

from haidang.information.screen.known import add_known
from haidang.information.screen.models import Claim, ClaimState, KnownKind
from haidang.information.screen.queries import (
    appearances_of,
    claims_awaiting_triage,
    claims_set_aside,
    known_since,
    quote_context,
    stories_open,
)
from tests.cast import NOON, later
from tests.information.screen.fakes import OPINION, OTHER_CLAIM, RUMOUR, make_revision, screen

pytestmark = pytest.mark.django_db


def test_the_queue_stands_heaviest_first_with_all_its_grounds(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=NOON)
    for text in (OPINION, OTHER_CLAIM, RUMOUR, RUMOUR):
        make_revision(text, seen_at=later(1))
    screen(later(1))
    with django_assert_num_queries(3):
        claims = list(claims_awaiting_triage())
        assert [claim.text for claim in claims] == [RUMOUR, OTHER_CLAIM]
        for claim in claims:
            assert claim.story is not None
            assert [one.revision.publication.source.name for one in claim.appearances.all()]
            assert [match.known.key for match in claim.matches.all()] in (["2026-0001"], [])
    assert [claim.text for claim in claims_set_aside()] == [OPINION]
    Claim.objects.update(state=ClaimState.TAKEN)
    assert not claims_awaiting_triage().exists()


def test_a_quote_is_shown_with_the_words_around_it() -> None:
    make_revision(f"Trước đó. {RUMOUR} Sau đó.")
    screen()
    [appearance] = appearances_of(Claim.objects.get())
    assert quote_context(appearance) == ("Trước đó. ", RUMOUR, " Sau đó.")
    assert quote_context(appearance, around=3) == ("đó. "[1:], RUMOUR, " Sa")


def test_a_quote_from_the_title_stands_alone() -> None:
    make_revision("Không có gì thêm.", title=RUMOUR)
    screen()
    [appearance] = appearances_of(Claim.objects.get())
    assert quote_context(appearance) == ("", RUMOUR, "")


def test_open_stories_tell_how_many_publications_they_have() -> None:
    make_revision(RUMOUR)
    make_revision(RUMOUR)
    screen()
    assert [story.publications for story in stories_open()] == [2]


def test_what_became_known_is_read_since_a_time() -> None:
    known = add_known(kind=KnownKind.REVIEW, key="2026-0001", language="vi", claim=RUMOUR, at=later(5))
    assert list(known_since(NOON)) == [known]
    assert list(known_since(later(6))) == []
