"""Read a claim collection (CheckThat, FactCheckTweet): claims, posts, judgements, and days where they are known."""

import csv
import re
import sys
from calendar import month_abbr
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bench.datasets import json_lines, open_text
from haidang.engine.retrieval import KnownItem

_DAY = re.compile(r"(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}), (?P<year>\d{4})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2,8}) (?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)")
_MONTHS = {name: at for at, name in enumerate(month_abbr) if name}
_TWEET_EPOCH_MS = 1288834974657
_FIRST_TWEET_ID = 1 << 40


@dataclass(frozen=True, slots=True)
class Post:
    key: str
    text: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Collection:
    items: list[KnownItem]
    posts: list[Post]
    answers: dict[str, frozenset[str]]


def read_items(path: Path) -> list[KnownItem]:
    """`vclaim` is what was checked; a set without it has headlines only, which then stand for the claim."""
    items = []
    for row in json_lines(path):
        claim, title = row.get("vclaim") or "", row.get("title") or ""
        summary = row.get("subtitle") or row.get("text") or row.get("summary") or ""
        items.append(
            KnownItem(
                row["vclaim_id"],
                row.get("lang") or "en",
                claim,
                title,
                day_in(row.get("date") or ""),
                summary,
            )
        )
    return items


def read_posts(
    queries: Path, judgements: list[Path], *, use_days: bool = True
) -> tuple[list[Post], dict[str, frozenset[str]]]:
    """The posts that have a judgement."""
    answers: dict[str, set[str]] = {}
    for path in judgements:
        with open_text(path) as file:
            for line in file:
                parts = line.split()
                if len(parts) >= 4 and parts[3] != "0":
                    answers.setdefault(parts[0], set()).add(parts[2])
    texts: dict[str, str] = {}
    csv.field_size_limit(sys.maxsize)
    with open_text(queries) as file:
        for row in csv.reader(file, delimiter="\t"):
            if len(row) >= 2 and row[0] in answers:
                texts.setdefault(row[0], row[1])
    posts = [Post(key, text, post_day(key, text) if use_days else None) for key, text in texts.items()]
    return posts, {post.key: frozenset(answers[post.key]) for post in posts}


def day_in(text: str, *, last: bool = False) -> date | None:
    """The first (or last) day printed in English or ISO style."""
    for pattern in (_ISO, _DAY, _DAY_FIRST):
        found = list(pattern.finditer(text))
        if found and (made := _made(found[-1 if last else 0])) is not None:
            return made
    return None


def _made(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3], 0)
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def post_day(key: str, text: str) -> date | None:
    """When a post was made, as a desk knows it: printed with the post, in a tweet's number, in a recording's name."""
    if re.match(r"(?:19|20)\d{6}_", key):
        try:
            return datetime.strptime(key[:8], "%Y%m%d").replace(tzinfo=UTC).date()
        except ValueError:
            return None
    try:
        number = int(float(key))
    except ValueError:
        return day_in(text[-60:], last=True)
    if number < _FIRST_TWEET_ID:
        return None
    return datetime.fromtimestamp(((number >> 22) + _TWEET_EPOCH_MS) / 1000, UTC).date()
