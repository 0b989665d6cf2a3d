"""What a replay shows at each stage, and what it has served: the truth that a trial holds the database against."""

import math
from collections import Counter
from dataclasses import dataclass, field
from threading import Lock

from bench.replay.items import ReplayFeed, ReplayItem, Wording, edited, is_chosen


@dataclass(frozen=True, slots=True)
class Plan:
    """How the items of a day appear: in `steps` equal parts; afterwards `edit_fraction` of them change."""

    steps: int = 1
    edit_fraction: float = 0.0

    @property
    def last_stage(self) -> int:
        return self.steps + (1 if self.edit_fraction > 0 else 0)


@dataclass
class Replay:
    """Feeds, the stage that they are at, and every version of every item that has been served."""

    feeds: dict[str, ReplayFeed]
    pages: dict[str, bytes]
    plan: Plan
    keep_links: bool = False
    stage: int = 1
    requests: Counter[str] = field(default_factory=Counter)
    _served: dict[str, list[str]] = field(default_factory=dict)
    _current: dict[str, Wording] = field(default_factory=dict)
    _addresses: dict[str, str] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.items = {item.id: item for feed in self.feeds.values() for item in feed.items}

    def advance(self) -> int:
        """Go on by one stage; the last one stays."""
        with self._lock:
            self.stage = min(self.stage + 1, self.plan.last_stage)
            return self.stage

    def address_of(self, item: ReplayItem, home: str) -> str:
        return item.link if self.keep_links else f"{home}/item/{item.id}.html"

    def visible(self, feed: ReplayFeed) -> tuple[ReplayItem, ...]:
        """The items of the feed that have appeared by now, newest first."""
        shown = math.ceil(len(feed.items) * min(self.stage, self.plan.steps) / self.plan.steps)
        return tuple(reversed(feed.items[:shown]))

    def wording(self, item: ReplayItem) -> Wording:
        """What the item says now. Only an item whose first version was served is ever edited."""
        edits = self.stage > self.plan.steps and item.id in self._served
        if edits and is_chosen(item.id, self.plan.edit_fraction):
            return edited(item)
        return Wording(item.title, item.summary)

    def serve(self, feed: ReplayFeed, home: str) -> list[tuple[ReplayItem, Wording]]:
        """The entries of the feed now; noted as served."""
        with self._lock:
            entries = [(item, self.wording(item)) for item in self.visible(feed)]
            for item, wording in entries:
                versions = self._served.setdefault(item.id, [])
                if wording.content_sha256 not in versions:
                    versions.append(wording.content_sha256)
                self._current[item.id] = wording
                self._addresses[item.id] = self.address_of(item, home)
        return entries

    def page_wording(self, item_id: str) -> Wording | None:
        """What the item's page says: the version that its feed showed last."""
        return self._current.get(item_id)

    def summary(self) -> dict[str, object]:
        """What has been served so far, for a trial to compare with the database."""
        with self._lock:
            served = {
                key: {"address": self._addresses[key], "versions": versions}
                for key, versions in self._served.items()
            }
        return {
            "stage": self.stage,
            "last_stage": self.plan.last_stage,
            "feeds": len(self.feeds),
            "items": len(self.items),
            "pages": len(self.pages),
            "items_served": len(served),
            "items_edited": sum(len(versions) > 1 for versions in self._served.values()),
            "versions_served": sum(map(len, self._served.values())),
            "requests": dict(self.requests),
            "served": served,
        }
