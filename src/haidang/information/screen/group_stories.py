"""Group publications into stories: near-copies join the story of the text that they copy."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from haidang.information.screen.models import Claim, Story, StoryMember
from haidang.information.screen.story_memory import StoryMemory
from haidang.information.screen.values import ReadRevision


@dataclass(slots=True)
class _Plan:
    """What a batch will write. Stories by group, members by publication, and which rows stand empty then."""

    opened: dict[int, Story] = field(default_factory=dict)
    members: dict[int, StoryMember] = field(default_factory=dict)
    left: dict[int, int] = field(default_factory=dict)  # Story row -> group that its one member moved to
    seen: dict[int, datetime] = field(default_factory=dict)  # group -> last seen


def group_stories(read: Sequence[ReadRevision], memory: StoryMemory) -> tuple[dict[int, int], int]:
    """Place every publication; returns its Story row by publication, and how many stories were opened.

    Inside the screener's transaction, after `memory` has caught up.
    """
    plan = _Plan()
    for item in read:
        _place(item, memory, plan)
    _write_stories(plan, memory)
    _write_members(plan, memory)
    _empty(plan, memory)
    rows = {item.publication: memory.row_of[memory.group_of[item.publication]] for item in read}
    return rows, len(plan.opened)


def _place(item: ReadRevision, memory: StoryMemory, plan: _Plan) -> None:
    publication, at = item.publication, item.revision.seen_at
    if publication not in memory.group_of:
        placement = memory.place(publication, item.whole_text, at=at)
        _join(item, placement.similarity, placement.why, memory, plan)
    elif memory.is_alone(publication):
        # The page says more than the summary in the feed did: perhaps now it is seen to be a copy.
        placement = memory.place(publication, item.whole_text, at=at)
        if memory.group_of[publication] != publication:
            if plan.opened.pop(publication, None) is None:
                plan.left[memory.row_of[publication]] = memory.group_of[publication]
            _join(item, placement.similarity, "revision_copy", memory, plan)
    else:
        memory.reread(publication, item.whole_text, at=at)


def _join(item: ReadRevision, similarity: float, why: str, memory: StoryMemory, plan: _Plan) -> None:
    publication, at = item.publication, item.revision.seen_at
    group = memory.group_of[publication]
    if group == publication:
        headline = item.revision.title or item.revision.text[:200]
        plan.opened[group] = Story(opened_at=at, last_seen_at=at, headline=headline)
        similarity, why = 1.0, "opened"
    plan.seen[group] = max(at, plan.seen.get(group, at))
    plan.members[publication] = StoryMember(
        publication_id=publication, joined_at=at, why=why, similarity=similarity
    )


def _write_stories(plan: _Plan, memory: StoryMemory) -> None:
    for group, story in plan.opened.items():
        story.last_seen_at = max(story.last_seen_at, plan.seen[group])
    for group, story in zip(plan.opened, Story.objects.bulk_create(plan.opened.values()), strict=True):
        memory.name_row(group, story.pk)
    grown = {memory.row_of[group]: at for group, at in plan.seen.items() if _is_grown(group, plan, memory)}
    Story.objects.bulk_update([Story(pk=row, last_seen_at=at) for row, at in grown.items()], ["last_seen_at"])


def _is_grown(group: int, plan: _Plan, memory: StoryMemory) -> bool:
    return group not in plan.opened and group in memory.row_of


def _write_members(plan: _Plan, memory: StoryMemory) -> None:
    for publication, member in plan.members.items():
        member.story_id = memory.row_of[memory.group_of[publication]]
    # A moved member is a new row: that is how the memory of another screener learns of the move.
    StoryMember.objects.filter(story__in=plan.left).delete()
    memory.wrote(StoryMember.objects.bulk_create(plan.members.values()))


def _empty(plan: _Plan, memory: StoryMemory) -> None:
    """Bring the claims of a story whose one publication moved along with it, and drop the empty story."""
    if not plan.left:
        return
    claims = list(Claim.objects.filter(story__in=plan.left))
    for claim in claims:
        claim.story_id = memory.row_of[plan.left[claim.story_id or 0]]
    Claim.objects.bulk_update(claims, ["story"])
    Story.objects.filter(pk__in=plan.left).delete()
