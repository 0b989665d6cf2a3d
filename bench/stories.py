"""`haidang bench stories --csv F`: online story grouping of headlines against labels, in one pass, as the desk runs it.

Each headline is placed once, when it comes, by words alone: no address, no host, no category; what was placed is never
moved. The file's times put a story's headlines minutes apart, one story after the other, which is how the set was
crawled; nothing here uses gaps shorter than days, and the same figures in shuffled order stand beside.
`--items F` instead runs a stream of real items (JSON lines) and tells memory, speed and the sizes of the groups.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.datasets import json_lines
from bench.groups.b3 import b_cubed
from bench.groups.uci import Headline, headlines
from bench.timing import median_cpu_s, peak_mb
from haidang.engine.grouping import StoryIndex
from haidang.engine.grouping.headline import topic_terms

WINDOW = timedelta(days=7)
SEEDS = (5, 6, 7)


def main(argv: list[str]) -> dict[str, object]:
    options = _arguments().parse_args(argv)
    result: dict[str, object] = _against_labels(options.csv) if options.csv else _stream(options.items)
    result |= {"machine": "2 cores, Debian 12, CPython 3.11", "commit": "pending"}
    if options.out:
        options.out.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return result


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="haidang bench stories", description=__doc__)
    files = parser.add_mutually_exclusive_group(required=True)
    files.add_argument("--csv", type=Path, help="headlines with story labels, UCI layout")
    files.add_argument("--items", type=Path, help="JSON lines with title, summary, fetched; plain or .xz")
    parser.add_argument("--out", type=Path)
    return parser


def _against_labels(path: Path) -> dict[str, object]:
    items = headlines(path)
    labels = [item.story for item in items]
    found = _placed(items)
    seconds = median_cpu_s({"ours": lambda: _placed(items)})["ours"]
    precision, recall, f1 = b_cubed(found, labels)
    return {
        "b3_precision": round(precision, 4),
        "b3_recall": round(recall, 4),
        "b3_f1": round(f1, 4),
        "items_per_cpu_s": round(len(items) / seconds),
        "b3_f1_shuffled": round(sum(_shuffled(items, seed) for seed in SEEDS) / len(SEEDS), 4),
        "b3_f1_words_allow": round(b_cubed(_reachable(items), labels)[2], 4),
        "items": len(items),
        "labelled_stories": len(set(labels)),
        "found_stories": len(set(found)),
        "peak_mb": peak_mb(),
    }


def _placed(items: Sequence[Headline]) -> list[int]:
    """The story of every headline, as it was when it came."""
    index = StoryIndex(events=True)
    found = []
    for key, item in enumerate(items):
        placement = index.place(key=key, text=item.title, at=item.at)
        found.append(key if placement.story is None else placement.story)
    return found


def _shuffled(items: Sequence[Headline], seed: int) -> float:
    """The same headlines in random order, at the times of the original order."""
    mixed = random.Random(seed).sample(items, len(items))
    retimed = [Headline(one.title, one.story, at.at) for one, at in zip(mixed, items, strict=True)]
    return b_cubed(_placed(retimed), [item.story for item in retimed])[2]


def _reachable(items: Sequence[Headline]) -> list[str]:
    """An oracle that knows the labels, but can join a headline only where it shares a term with an earlier one."""
    seen: dict[str, set[str]] = {}
    found = []
    for number, item in enumerate(items):
        terms = set(topic_terms(item.title))
        known = seen.setdefault(item.story, set())
        found.append(item.story if not known or terms & known else f"{item.story} {number}")
        known |= terms
    return found


def _stream(path: Path) -> dict[str, object]:
    items = sorted(json_lines(path), key=lambda item: str(item.get("fetched", "")))
    texts = [(f"{item.get('title') or ''}\n{item.get('summary') or ''}", _at(item)) for item in items]
    before_mb = peak_mb()
    index = StoryIndex(events=True)
    story_of: list[int] = []
    whys: Counter[str] = Counter()
    most = 0
    began = time.process_time()
    for key, (text, at) in enumerate(texts):
        if key % 500 == 0:
            index.forget_before(at - WINDOW)
            most = max(most, len(index))
        placement = index.place(key=key, text=text, at=at)
        whys[placement.why] += 1
        story_of.append(key if placement.story is None else placement.story)
    seconds = time.process_time() - began
    return {
        "items": len(items),
        "items_per_cpu_s": round(len(items) / seconds),
        "window_days": WINDOW.days,
        "most_items_in_window": most,
        "index_mb": round(peak_mb() - before_mb, 1),
        "why": dict(whys),
        **_sizes(story_of, items),
    }


def _sizes(story_of: Sequence[int], items: Sequence[dict[str, Any]]) -> dict[str, object]:
    sizes = Counter(story_of)
    sources: dict[int, set[str]] = {}
    for story, item in zip(story_of, items, strict=True):
        sources.setdefault(story, set()).add(str(item.get("source", "")))
    bounds = ((1, 1), (2, 2), (3, 5), (6, 20), (21, 100), (101, 10**9))
    return {
        "stories": len(sizes),
        "stories_of_several_sources": sum(len(names) > 1 for names in sources.values()),
        "stories_by_size": {
            f"{low}-{high}" if high < 10**9 else f"over {low - 1}": sum(
                low <= size <= high for size in sizes.values()
            )
            for low, high in bounds
        },
        "largest": max(sizes.values(), default=0),
    }


def _at(item: dict[str, Any]) -> datetime:
    at = datetime.fromisoformat(str(item["fetched"]))
    return at if at.tzinfo else at.replace(tzinfo=UTC)
