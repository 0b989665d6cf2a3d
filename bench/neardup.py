"""`haidang bench neardup --items F --sample N`: are edited copies of real items found, and nothing else?

Two set-ups, because real items are short: single items (title and summary, some 220 characters) and digests
(consecutive items of one source joined until 1,500 characters, the length of an article's text). Half of the sample is
indexed; each of its texts is asked for after each of six edits; the other half is asked for as it is. An answer other
than the source is a false pair unless both texts really share half of the shorter one's words in order.
`recall` and the speed ratio are the lower of the two set-ups; the parts stand beside.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from bench.datasets import json_lines
from bench.groups import peers
from bench.groups.edits import EDITS
from bench.timing import median_cpu_s, peak_mb
from haidang.engine.text import fold

ARTICLE = 1_500  # characters
SEED = 20261123
REALLY_SHARED = 0.5


def main(argv: list[str]) -> dict[str, object]:
    options = _arguments().parse_args(argv)
    rng = random.Random(SEED)
    items = list(json_lines(options.items))
    set_ups = {
        "single items": _sampled([_text(item) for item in items], options.sample, rng),
        "digests": _sampled(list(_digests(items)), options.sample, rng),
    }
    skipped: list[str] = []
    parts = {name: _measured(texts, rng, skipped) for name, texts in set_ups.items()}
    result = _together(parts) | {"set_ups": parts, "sample": options.sample, "skipped": sorted(set(skipped))}
    result |= {"peak_mb": peak_mb(), "machine": "2 cores, Debian 12, CPython 3.11", "commit": "pending"}
    if options.out:
        options.out.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return result


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="haidang bench neardup", description=__doc__)
    parser.add_argument(
        "--items", type=Path, required=True, help="JSON lines with title and summary, plain or .xz"
    )
    parser.add_argument("--sample", type=int, default=4_000, help="texts of each set-up; half are indexed")
    parser.add_argument("--out", type=Path)
    return parser


def _text(item: dict[str, Any]) -> str:
    return f"{item.get('title') or ''}\n{item.get('summary') or ''}".strip()


def _digests(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Items of one source in order, joined until they are as long as an article; no item is in two."""
    open_texts: dict[str, str] = {}
    for item in items:
        source = str(item.get("source", ""))
        text = f"{open_texts.get(source, '')}\n{_text(item)}".strip()
        if len(text) >= ARTICLE:
            yield text
            text = ""
        open_texts[source] = text


def _sampled(texts: list[str], size: int, rng: random.Random) -> list[str]:
    usable = [text for text in dict.fromkeys(texts) if len(text.split()) >= 10]
    return rng.sample(usable, min(size, len(usable)))


def _measured(texts: list[str], rng: random.Random, skipped: list[str]) -> dict[str, Any]:
    half = len(texts) // 2
    indexed, strangers = texts[:half], texts[half:]
    others = [text.split() for text in strangers]
    asked = {
        name: [" ".join(edit(text.split(), rng, others)) for text in indexed] for name, edit in EDITS.items()
    }
    part: dict[str, Any] = {"texts": len(texts), "characters": round(sum(map(len, texts)) / len(texts))}
    part |= _found(peers.ours, indexed, asked, strangers)
    rivals = {"ours": lambda: peers.stream_of_ours(texts)}
    rivals["rensa"] = lambda: peers.stream_of_rensa(texts)
    if _has_datasketch(skipped):
        part["datasketch"] = _found(peers.datasketch, indexed, asked, strangers)
        rivals["datasketch"] = lambda: peers.stream_of_datasketch(texts)
    seconds = median_cpu_s(rivals)
    part["items_per_cpu_s"] = round(len(texts) / seconds["ours"])
    for rival in ("datasketch", "rensa"):
        part[f"ratio_to_{rival}"] = round(seconds[rival] / seconds["ours"], 2) if rival in seconds else None
    return part


def _has_datasketch(skipped: list[str]) -> bool:
    try:
        import datasketch  # noqa: F401
    except ModuleNotFoundError:
        skipped.append("datasketch is not installed")
        return False
    return True


def _found(
    find: peers.Finder, indexed: list[str], asked: dict[str, list[str]], strangers: list[str]
) -> dict[str, Any]:
    """Recall of each edit; share of questions with a wrong answer, and with any answer but the source."""
    names = list(asked)
    questions = [text for name in names for text in asked[name]] + strangers
    answers = find(indexed, questions)
    size = len(indexed)
    recall = {}
    for number, name in enumerate(names):
        own = answers[number * size : (number + 1) * size]
        recall[name] = round(sum(place in found for place, found in enumerate(own)) / size, 4)
    others = wrong = 0
    for number, (question, found) in enumerate(zip(questions, answers, strict=True)):
        source = number % size if number < size * len(names) else -1
        rest = [place for place in found if place != source]
        others += bool(rest)
        wrong += any(not _really_alike(question, indexed[place]) for place in rest)
    return {
        "recall": recall,
        "false_pairs": round(wrong / len(questions), 5),
        "other_answers": round(others / len(questions), 5),
    }


def _really_alike(one: str, other: str) -> bool:
    """Whether half of the shorter text's words stand in the other in the same order, by an independent measure."""
    here, there = fold(one).split(), fold(other).split()
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= REALLY_SHARED * min(len(here), len(there))


def _together(parts: dict[str, dict[str, Any]]) -> dict[str, object]:
    both: Sequence[dict[str, Any]] = list(parts.values())
    ratios = [part["ratio_to_datasketch"] for part in both]
    return {
        "recall": {name: min(part["recall"][name] for part in both) for name in EDITS},
        "false_pairs": max(part["false_pairs"] for part in both),
        "items_per_cpu_s": min(part["items_per_cpu_s"] for part in both),
        "ratio_to_datasketch": None if None in ratios else min(ratios),
    }
