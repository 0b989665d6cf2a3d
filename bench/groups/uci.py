"""Headlines in the UCI news-aggregator layout: ID, TITLE, URL, PUBLISHER, CATEGORY, STORY, HOSTNAME, TIMESTAMP."""

import csv
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.datasets import open_text

_COLUMNS = ["ID", "TITLE", "URL", "PUBLISHER", "CATEGORY", "STORY", "HOSTNAME", "TIMESTAMP"]
_START = datetime(2014, 3, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Headline:
    title: str
    story: str
    at: datetime


def headlines(path: Path) -> list[Headline]:
    """In order of time. Rows cut short (without a story) are left out; without times, one a second in file order."""
    found = []
    with open_text(path) as file:
        for number, row in enumerate(csv.reader(file)):
            fields = dict(zip(_COLUMNS, row, strict=False))
            if fields.get("TITLE") == "TITLE" or not fields.get("STORY") or not fields.get("TITLE"):
                continue
            found.append(
                Headline(fields["TITLE"], fields["STORY"], _time(fields.get("TIMESTAMP", ""), number))
            )
    return sorted(found, key=lambda headline: headline.at)


def _time(printed: str, number: int) -> datetime:
    if printed.isdigit():
        return datetime.fromtimestamp(int(printed) / 1000, UTC)
    try:
        at = datetime.fromisoformat(printed)
    except ValueError:
        return _START + timedelta(seconds=number)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
