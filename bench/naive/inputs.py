"""What both stacks are given: items of a stream or pages, and watch queries made from them."""

import gzip
import lzma
import re
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench.datasets import json_lines, members
from bench.spotting.made_queries import made_queries
from haidang.engine.screening import Unscreened

SEEN_AT = datetime(2026, 1, 1, tzinfo=UTC)
LEARNT = 5_000  # items whose words make the queries
_LEAST_TEXTS = 50
_GZIP = b"\x1f\x8b"
_PAGE = re.compile(r"\.html?(\.gz)?$")


def unpacked(path: Path, folder: Path) -> Path:
    """The same file without .xz, in `folder`: the decompressor holds up to 64 MB while it reads, which is not ours."""
    if path.suffix != ".xz":
        return path
    plain = folder / path.stem
    with lzma.open(path, "rb") as packed, plain.open("wb") as file:
        shutil.copyfileobj(packed, file)
    return plain


def items(path: Path, *, limit: int | None = None) -> Iterator[Unscreened]:
    """News items in the order in which they were fetched; nothing is kept."""
    for number, row in enumerate(json_lines(path, limit=limit)):
        title, text = str(row.get("title") or ""), str(row.get("summary") or "")
        yield Unscreened(number, title, text, "", _time(row.get("fetched") or row.get("published")))


def pages(path: Path) -> list[Unscreened]:
    """The HTML pages below a folder or in a tar file, gzipped or not. They are told no charset and no time."""
    found = ((name, body) for name, body in members([path]) if _PAGE.search(name))
    plain = (gzip.decompress(body) if body.startswith(_GZIP) else body for _, body in found)
    return [
        Unscreened(number, "", "", "", SEEN_AT, body, "text/html", f"https://news.example/{number}")
        for number, body in enumerate(plain)
    ]


def watch_queries(texts: Iterable[str], count: int) -> list[str]:
    """`count` queries of phrases joined by AND, OR and NOT (no NEAR: the peer's engine counts distance otherwise)."""
    learnt = list(islice(texts, LEARNT))
    if len(learnt) < _LEAST_TEXTS or not count:
        return []
    return [query for query in made_queries(learnt, count + count // 5) if "NEAR" not in query][:count]


def _time(printed: object) -> datetime:
    """In UTC; SEEN_AT where none is printed."""
    try:
        return datetime.fromisoformat(str(printed)).astimezone(UTC)
    except (ValueError, OverflowError):
        return SEEN_AT
