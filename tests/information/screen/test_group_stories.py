"""Stories: near-copies join, edits stay, and a page may show what a summary hid."""

from datetime import timedelta

import pytest

from haidang.information.collect.models import Publication
from haidang.information.screen.jobs import close_old_stories
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Claim, Story, StoryMember, StoryState
from tests.cast import NOON, later
from tests.information.screen.fakes import RUMOUR, STORY, make_revision, screen

pytestmark = pytest.mark.django_db
COPY = STORY.replace("nhiều cửa hàng phải", "một số cửa hàng phải")


def story_of(publication: Publication) -> Story:
    return StoryMember.objects.select_related("story").get(publication=publication).story


@pytest.mark.parametrize("remembers", [True, False])
def test_a_near_copy_joins_the_story(remembers: bool) -> None:
    memory = Memory() if remembers else None
    first = make_revision(STORY, title="Ngập ở trung tâm")
    screen(memory=memory)
    copy = make_revision(COPY, title="Ngập trung tâm", seen_at=later(30))
    assert screen(later(30), memory=memory).stories == 0
    story = story_of(first.publication)
    assert story_of(copy.publication) == story
    assert (story.headline, story.opened_at, story.last_seen_at) == ("Ngập ở trung tâm", NOON, later(30))
    opened, joined = StoryMember.objects.order_by("pk")
    assert (opened.why, opened.similarity, joined.why) == ("opened", 1.0, "copy")
    assert 0.5 <= joined.similarity < 1


def test_copies_in_one_batch_make_one_story() -> None:
    for minutes in range(3):
        make_revision(STORY, seen_at=later(minutes))
    assert screen(later(5)).stories == 1
    assert Story.objects.get().last_seen_at == later(2)


def test_an_edit_stays_in_its_story_and_copies_of_the_edit_join_it() -> None:
    memory = Memory()
    first = make_revision(STORY, address="https://a.example/1")
    screen(memory=memory)
    make_revision("Ngắn.", address="https://a.example/2")
    screen(memory=memory)
    copy = make_revision(STORY, address="https://a.example/3")
    screen(memory=memory)
    other = "Bản sửa: " + " ".join(reversed(STORY.split()))
    make_revision(other, address="https://a.example/1", seen_at=later(10))
    screen(later(10), memory=memory)
    late = make_revision(other, address="https://a.example/4", seen_at=later(20))
    screen(later(20), memory=memory)
    assert story_of(first.publication) == story_of(copy.publication) == story_of(late.publication)
    assert Story.objects.count() == 2


@pytest.mark.parametrize("remembers", [True, False])
@pytest.mark.parametrize("together", [True, False])
def test_a_page_that_shows_a_copy_moves_to_the_story_that_it_copies(remembers: bool, together: bool) -> None:
    memory = Memory() if remembers else None
    first = make_revision(STORY)
    copy = make_revision(RUMOUR, title="Tin vắn", address="https://b.example/1")
    if not together:
        screen(memory=memory)
        assert story_of(copy.publication) != story_of(first.publication)
    make_revision(STORY, address="https://b.example/1", from_page=True, seen_at=later(10))
    screen(later(10), memory=memory)
    story = Story.objects.get()
    assert story_of(copy.publication) == story
    assert StoryMember.objects.get(publication=copy.publication).why == "revision_copy"
    assert Claim.objects.get(text=RUMOUR).story == story
    assert story.last_seen_at == later(10)


def test_an_old_publication_that_is_edited_keeps_its_story() -> None:
    first = make_revision(STORY, address="https://a.example/1")
    screen()
    story = story_of(first.publication)
    month = NOON + timedelta(days=30)
    make_revision(COPY, address="https://a.example/1", seen_at=month)
    screen(month)
    assert story_of(first.publication) == story
    assert Story.objects.count() == 1


def test_a_story_that_nothing_joins_is_closed() -> None:
    make_revision(STORY)
    screen()
    assert close_old_stories(at=NOON + timedelta(days=7)) == 0
    assert close_old_stories(at=NOON + timedelta(days=9)) == 1
    assert Story.objects.get().state == StoryState.CLOSED
