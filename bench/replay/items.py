"""Real news items from a file: read, grouped into feeds by source and day, and edited where a trial wants it."""

import hashlib
import json
import lzma
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from itertools import islice
from pathlib import Path

FIGURE = re.compile(r"\d+")
EDIT_KINDS = 3


@dataclass(frozen=True, slots=True)
class ReplayItem:
    id: str
    title: str
    summary: str
    link: str
    source: str
    published: datetime

    @property
    def day(self) -> str:
        return f"{self.published:%Y-%m-%d}"


@dataclass(frozen=True, slots=True)
class Wording:
    """What an item says in one of its versions."""

    title: str
    summary: str

    @property
    def content_sha256(self) -> str:
        return content_hash(self.title, self.summary)


@dataclass(frozen=True, slots=True)
class ReplayFeed:
    """The items of one source on one day, oldest first."""

    code: str
    source: str
    day: str
    items: tuple[ReplayItem, ...]


def content_hash(title: str, text: str) -> str:
    """A hash that the trial computes from a served item and from a stored revision alike."""
    plain = "\n".join(" ".join(unicodedata.normalize("NFC", part).split()) for part in (title, text))
    return hashlib.sha256(plain.encode()).hexdigest()


def read_items(path: Path, *, limit: int | None = None) -> list[ReplayItem]:
    """The first `limit` items of a JSON-lines file, plain or .xz."""
    return list(islice(_items(path), limit))


def _items(path: Path) -> Iterator[ReplayItem]:
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield ReplayItem(
                id=row["id"],
                title=unescape(row["title"]),  # the file kept some as they stood in XML: "T&amp;T"
                summary=unescape(row.get("summary") or ""),
                link=row["link"],
                source=row["source"],
                published=_when(row.get("published") or "", row.get("fetched") or ""),
            )


def _when(*candidates: str) -> datetime:
    for text in candidates:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime(2025, 1, 1, tzinfo=UTC)


def feeds_by_source_and_day(items: list[ReplayItem]) -> dict[str, ReplayFeed]:
    """Feeds named `source/day`, each with its items from the oldest to the newest."""
    groups: dict[tuple[str, str], list[ReplayItem]] = {}
    for item in items:
        groups.setdefault((item.source, item.day), []).append(item)
    feeds = {}
    for (source, day), members in sorted(groups.items()):
        code = f"{slug(source)}/{day}"
        ordered = sorted(members, key=lambda item: (item.published, item.id))
        feeds[code] = ReplayFeed(code, source, day, tuple(ordered))
    return feeds


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def is_chosen(item_id: str, fraction: float) -> bool:
    """Whether this item is among the `fraction` that will be edited; the same items every time."""
    return int(hashlib.sha256(item_id.encode()).hexdigest()[:8], 16) < fraction * 2**32


def edited(item: ReplayItem) -> Wording:
    """The item as an editor might change it: a figure, the headline, or a sentence more."""
    kind = int(hashlib.sha256(item.id.encode()).hexdigest()[8:16], 16) % EDIT_KINDS
    if kind == 0 and FIGURE.search(item.summary):
        return Wording(item.title, FIGURE.sub(lambda figure: str(int(figure[0]) + 1), item.summary, count=1))
    if kind == 1:
        return Wording(f"{item.title} (cập nhật)", item.summary)
    return Wording(item.title, f"{item.summary} Bản tin đã được cập nhật.".strip())
