"""What a screener remembers of the stories of the last days: the engine's index, and which row a group is."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from haidang.engine.grouping import Placement, StoryIndex
from haidang.information.collect.queries import latest_revisions
from haidang.information.screen.models import StoryMember
from haidang.information.screen.values import whole_text

WINDOW = timedelta(days=7)  # near-copies of a text come within days; older stories do not grow
CHUNK = 1_000


class StoryMemory:
    """Groups of publications. A group is named by the publication that opened it; `row_of` gives its Story."""

    def __init__(self) -> None:
        self._index = StoryIndex()
        self._last_member = 0
        self.group_of: dict[int, int] = {}
        self.row_of: dict[int, int] = {}
        self._size: dict[int, int] = {}
        self._group_of_row: dict[int, int] = {}

    def catch_up(self, *, at: datetime, among: Iterable[int]) -> None:
        """Learn what other screeners placed, and where the publications `among` stand, however old."""
        self._index.forget_before(at - WINDOW)
        members = StoryMember.objects.order_by("pk")
        new = members.filter(pk__gt=self._last_member, joined_at__gte=at - WINDOW)
        self._learn(list(new))
        unknown = {publication for publication in among if publication not in self.group_of}
        self._learn(list(members.filter(publication__in=unknown)))

    def is_alone(self, publication: int) -> bool:
        """Whether the publication opened a story that nothing has joined."""
        group = self.group_of.get(publication)
        return group == publication and self._size[group] == 1

    def place(self, publication: int, text: str, *, at: datetime) -> Placement:
        """Find the group of a text; the publication is in it from now on (its own, when it is like no other)."""
        placement = self._index.place(key=publication, text=text, at=at)
        group = publication if placement.story is None else placement.story
        self._join(publication, group)
        return placement

    def reread(self, publication: int, text: str, *, at: datetime) -> None:
        """The publication has another text: later copies of that text belong to its group too."""
        self._index.add(key=publication, story=self.group_of[publication], text=text, at=at)

    def name_row(self, group: int, row: int) -> None:
        """A group has got its Story row."""
        self.row_of[group] = row
        self._group_of_row[row] = group

    def wrote(self, members: Iterable[StoryMember]) -> None:
        """These rows are this memory's own work: nothing to learn from them."""
        self._last_member = max([self._last_member, *(member.pk for member in members)])

    def _learn(self, members: list[StoryMember]) -> None:
        for start in range(0, len(members), CHUNK):
            chunk = members[start : start + CHUNK]
            texts = latest_revisions([member.publication_id for member in chunk])
            for member in chunk:
                revision = texts.get(member.publication_id)
                text = whole_text(revision) if revision else ""
                self._learn_one(member, text)

    def _learn_one(self, member: StoryMember, text: str) -> None:
        publication, row = member.publication_id, member.story_id
        group = self._group_of_row.get(row, publication)
        self._join(publication, group)
        self.name_row(group, row)
        self._index.add(key=publication, story=group, text=text, at=member.joined_at)
        self._last_member = max(self._last_member, member.pk)

    def _join(self, publication: int, group: int) -> None:
        before = self.group_of.get(publication)
        if before == group:
            return
        if before is not None:
            self._size[before] -= 1
        self.group_of[publication] = group
        self._size[group] = self._size.get(group, 0) + 1
