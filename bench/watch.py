"""Watch topics: many made queries over real items, against the naive scan and Aho-Corasick in the same run.

    haidang bench watch --items F.jsonl.xz --queries 10000 [--seed 7] [--out F.json]

Queries are made from the words of the first items; items after them are matched. `identical` compares the matches
of the index with those of the naive scan (every query on every item of a sample) and of the plain evaluator.
"""

import argparse
import gc
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.datasets import json_lines
from bench.spotting.aho_watch import aho_matcher
from bench.spotting.made_queries import made_queries
from bench.spotting.naive_watch import naive_matches
from bench.spotting.result_file import write_result
from bench.timing import median_cpu_s, peak_mb
from haidang.engine.spotting.watch_index import WatchIndex
from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_plain import watch_places
from haidang.engine.spotting.watch_query import Query
from haidang.engine.spotting.watch_rarity import Rarity

_ITEMS, _LEARNT, _MEASURED, _AHO = 60_000, 20_000, 10_000, 500
_NAIVE_EVALUATIONS, _PLAIN_EVALUATIONS = (
    2_000_000,
    200_000,
)  # in all; a sample is this over the number of queries


def main(argv: list[str]) -> dict[str, object]:
    options = _arguments().parse_args(argv)
    texts = [_text(item) for item in json_lines(options.items, limit=_ITEMS)]
    learnt = texts[: min(_LEARNT, len(texts) // 2)]
    items = texts[len(learnt) :][:_MEASURED]
    written = made_queries(learnt, options.queries, seed=options.seed)
    index, build_s = _build(written, learnt)
    queries = [parse_watch(query) for query in written]
    result = _measured(index, queries, items)
    result |= {
        "queries": len(queries), "items": len(items), "build_s": round(build_s, 2), "peak_mb": peak_mb(),
        "letters_per_item": round(sum(map(len, items)) / len(items), 1),
    }  # fmt: skip
    write_result(options.out, {"bench": "watch", "file": options.items.name, **result})
    return result


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="haidang bench watch", description=__doc__.split("\n")[0])
    parser.add_argument("--items", type=Path, required=True)
    parser.add_argument("--queries", type=int, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path)
    return parser


def _text(item: dict[str, object]) -> str:
    return f"{item.get('title') or ''}\n{item.get('summary') or ''}"


def _build(written: Sequence[str], learnt: Sequence[str]) -> tuple[WatchIndex[int], float]:
    rarity = Rarity(learnt)
    began = time.process_time()
    index: WatchIndex[int] = WatchIndex(rarity)
    for number, query in enumerate(written):
        index.add(number, query)
    gc.collect()
    gc.freeze()  # as a worker does that keeps the index: it is not garbage, so it is not searched for garbage
    return index, time.process_time() - began


def _measured(index: WatchIndex[int], queries: Sequence[Query], items: Sequence[str]) -> dict[str, object]:
    sample = items[:: max(1, len(items) * len(queries) // _NAIVE_EVALUATIONS)] or items[:1]
    found: list[set[int]] = []
    expected: list[set[int]] = []
    aho = aho_matcher(queries)
    rivals: dict[str, Callable[[], object]] = {
        "index": lambda: [index.match(text) for text in items],
        "sample": lambda: found.extend(set(index.match(text)) for text in sample),
        "naive": lambda: expected.extend(naive_matches(queries, text) for text in sample),
        "places": lambda: [index.find(text) for text in items[:_AHO]],
    }
    if aho is not None:
        rivals["aho"] = lambda: [aho(text) for text in items[:_AHO]]
        rivals["index_aho"] = lambda: [index.match(text) for text in items[:_AHO]]
    seconds = median_cpu_s(rivals)
    matches = sum(len(index.match(text)) for text in items)
    return {
        "items_per_cpu_s": round(len(items) / seconds["index"]),
        "ratio_to_naive": round(seconds["naive"] / seconds["sample"], 1),
        "identical": found == expected and _agrees(index, queries, items, aho),
        "compared": {"items": len(sample), "pairs": len(sample) * len(queries)},
        "matches_per_item": round(matches / len(items), 2),
        "ratio_to_aho_corasick": round(seconds["aho"] / seconds["index_aho"], 1) if aho else None,
        "items_per_cpu_s_with_places": round(min(_AHO, len(items)) / seconds["places"]),
        "skipped": [] if aho else ["ahocorasick_rs is not installed"],
    }


def _agrees(
    index: WatchIndex[int],
    queries: Sequence[Query],
    items: Sequence[str],
    aho: Callable[[str], set[int]] | None,
) -> bool:
    """The plain evaluator, which also finds the places, and the peer say the same on smaller samples."""
    step = max(1, len(items) * len(queries) // _PLAIN_EVALUATIONS)
    for text in items[::step]:
        plain = {number for number, query in enumerate(queries) if watch_places(query, text) is not None}
        if plain != set(index.match(text)):
            return False
    return aho is None or all(aho(text) == set(index.match(text)) for text in items[:_AHO])
