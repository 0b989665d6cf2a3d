"""Which publication is in which group, also when another worker placed it or it is older than the window."""

from datetime import datetime, timedelta

import pytest

from haidang.information.collect.models import Publication
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Story, StoryMember
from haidang.information.screen.story_memory import WINDOW, StoryMemory
from tests.cast import NOON, later
from tests.information.screen.fakes import OTHER_CLAIM, STORY, make_revision, screen

COPY = STORY.replace("nhiều cửa hàng phải", "một số cửa hàng phải")


def story_of(publication: Publication) -> Story:
    return StoryMember.objects.select_related("story").get(publication=publication).story


def placed_by_another(*texts: str, at: datetime = NOON) -> list[StoryMember]:
    """Publications that another worker put into one story."""
    story = Story.objects.create(opened_at=at, last_seen_at=at, headline="Ngập")
    return [
        StoryMember.objects.create(
            story=story, publication=make_revision(text, seen_at=at).publication, joined_at=at, why="copy"
        )
        for text in texts
    ]


def test_a_text_that_is_like_no_other_is_alone_until_a_copy_joins_it() -> None:
    memory = StoryMemory()
    assert memory.place(1, STORY, at=NOON).why == "opened"
    assert memory.is_alone(1)
    assert memory.place(2, COPY, at=later(5)).why == "copy"
    assert memory.group_of == {1: 1, 2: 1}
    assert not memory.is_alone(1)
    assert not memory.is_alone(2)
    assert not memory.is_alone(3)


def test_who_leaves_a_group_leaves_the_other_alone() -> None:
    memory = StoryMemory()
    for publication in (1, 2):
        memory.place(publication, STORY, at=NOON)
    memory.place(2, OTHER_CLAIM, at=later(5))
    assert memory.group_of == {1: 1, 2: 2}
    assert memory.is_alone(1)


def test_a_copy_of_the_edit_joins_the_group_of_what_was_edited() -> None:
    memory = StoryMemory()
    memory.place(1, OTHER_CLAIM, at=NOON)
    memory.reread(1, STORY, at=later(5))
    assert memory.place(2, COPY, at=later(6)).story == 1


@pytest.mark.django_db
def test_texts_older_than_a_week_are_joined_no_more() -> None:
    for age, joined in ((WINDOW, True), (WINDOW + timedelta(seconds=1), False)):
        memory = StoryMemory()
        memory.place(1, STORY, at=NOON)
        memory.catch_up(at=NOON + age, among=[])
        assert (memory.place(2, COPY, at=NOON + age).story == 1) is joined


@pytest.mark.django_db
def test_a_group_that_another_worker_made_is_learned_with_its_row() -> None:
    first, second = placed_by_another(STORY, OTHER_CLAIM)
    memory = StoryMemory()
    memory.catch_up(at=later(5), among=[])
    group = first.publication_id
    assert memory.group_of == {group: group, second.publication_id: group}
    assert memory.row_of == {group: first.story_id}
    assert memory.place(999_999, COPY, at=later(5)).story == group


@pytest.mark.django_db
def test_the_place_of_an_old_publication_is_learned_when_it_is_asked_for() -> None:
    [member] = placed_by_another(STORY)
    late = NOON + timedelta(days=60)
    memory = StoryMemory()
    memory.catch_up(at=late, among=[])
    assert memory.group_of == {}
    memory.catch_up(at=late, among=[member.publication_id, 999_999])
    assert memory.row_of == {member.publication_id: member.story_id}


@pytest.mark.django_db
def test_what_it_wrote_itself_is_not_learned_again() -> None:
    memory = StoryMemory()
    [member] = placed_by_another(STORY)
    memory.wrote([member])
    memory.catch_up(at=later(5), among=[])
    assert memory.group_of == {}


@pytest.mark.django_db
def test_a_move_is_seen_by_the_memory_of_another_worker() -> None:
    first_worker, second_worker = Memory(), Memory()
    make_revision(STORY)
    make_revision("Tin vắn.", address="https://b.example/1")
    screen(memory=first_worker)
    make_revision("Chuyện khác hẳn.")
    screen(memory=second_worker)
    moved = make_revision(COPY, address="https://b.example/1", from_page=True)
    screen(memory=first_worker)
    late = make_revision(COPY)
    screen(memory=second_worker)
    assert story_of(late.publication) == story_of(moved.publication)


@pytest.mark.django_db
def test_a_copy_after_the_window_opens_its_own_story() -> None:
    memory = Memory()
    make_revision(STORY)
    screen(memory=memory)
    late = NOON + timedelta(days=9)
    make_revision(STORY, seen_at=late)
    assert screen(late, memory=memory).stories == 1
