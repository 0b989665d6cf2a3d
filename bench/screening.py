"""The whole screening path beside the stack that people glue together, on the same inputs in the same run.

    haidang bench screening --items F.jsonl.xz --claims F.jsonl.xz [--limit 20000] [--sample 1500] [--out F.json]
    haidang bench screening --pages DIR [--claims F.jsonl.xz]

First our path runs over all items in Arrow batches: speed, memory at each quarter, share of CPU time of every stage.
Then both stacks screen the same sample, in turn. The peer is bench/naive; both give language, near-copy, watch hits,
and the ten best claims of every sentence that they choose. `ratio_same_sentences`: as if ours searched the peer's;
`ratio_with_plain_scan`: as if the peer tried every watch query on every text instead of percolating in batches.
"""

import argparse
import gc
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.claims.collection import read_items
from bench.naive import inputs, ours
from bench.naive.bars import write_bars
from bench.spotting.result_file import write_result
from bench.timing import median_cpu_s, peak_mb
from haidang.engine.grouping import StoryIndex
from haidang.engine.retrieval import KnownItem
from haidang.engine.screening import FirstLook, Tools, Unscreened
from haidang.engine.spotting import PlaceWords
from haidang.engine.spotting.watch_index import WatchIndex
from haidang.engine.spotting.watch_rarity import Rarity

_WARM, _NAIVE_SCANNED = 200, 20


def main(argv: list[str]) -> dict[str, object]:
    options = _arguments().parse_args(argv)
    if not (options.items or options.pages):
        _arguments().error("name items with --items, or pages with --pages")
    with TemporaryDirectory() as folder:
        if options.items:
            options.items = inputs.unpacked(options.items, Path(folder))
        return _main(options)


def _main(options: argparse.Namespace) -> dict[str, object]:
    known = read_items(options.claims) if options.claims else []
    pages = inputs.pages(options.pages) if options.pages else []
    tools, queries = _tools(options, known, pages)
    claims = [(item.key, f"{item.claim} {item.title} {item.summary}") for item in known]
    del known
    result = _whole_pass(tools, options, pages)
    result["peak_mb"] = peak_mb()  # before the peer is loaded
    sample = pages or list(islice(inputs.items(options.items), inputs.LEARNT, inputs.LEARNT + options.sample))
    result |= _beside_the_peer(tools, sample, queries, claims, rounds=options.rounds)
    result |= {"watch_queries": len(queries), "claims": len(claims)}
    source = str((options.pages or options.items).name)
    write_result(options.out, {"bench": "screening", "file": source, **result})
    if options.svg:
        _draw(options.svg, result, source)
    return result


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="haidang bench screening", description=__doc__.split("\n")[0])
    parser.add_argument("--items", type=Path, help="JSON lines with title, summary and fetched or published")
    parser.add_argument("--pages", type=Path, help="folder or tar file with HTML pages, gzipped or not")
    parser.add_argument("--claims", type=Path, help="known claims; without them nothing is looked up")
    parser.add_argument("--limit", type=int, default=20_000, help="items of the whole pass (ours only)")
    parser.add_argument("--sample", type=int, default=1_500, help="items that both stacks screen")
    parser.add_argument("--queries", type=int, default=10_000, help="watch queries")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--svg", type=Path, help="draw the share of time of every stage")
    return parser


def _tools(
    options: argparse.Namespace, known: Sequence[KnownItem], pages: Sequence[Unscreened]
) -> tuple[Tools, list[str]]:
    tools = Tools(place=PlaceWords(ours.PLACE), stories=StoryIndex(), answers=10)
    learnt = pages or islice(inputs.items(options.items), inputs.LEARNT)
    texts = (
        [one.whole for one in ours.screened(replace(tools, stories=None), list(learnt))]
        if pages
        else [f"{item.title}\n{item.text}" for item in learnt]
    )
    queries = inputs.watch_queries(texts, options.queries)
    watch: WatchIndex[int] = WatchIndex(Rarity(texts))
    for number, query in enumerate(queries):
        watch.add(number, query)
    look = FirstLook(known) if known else None
    gc.collect()
    gc.freeze()  # as a worker does that keeps its indexes: they are not garbage, so they are not searched for it
    return replace(tools, watch=watch if queries else None, claims=look), queries


def _whole_pass(tools: Tools, options: argparse.Namespace, pages: list[Unscreened]) -> dict[str, Any]:
    stream = iter(pages) if pages else inputs.items(options.items, limit=options.limit)
    warm = pages or list(islice(inputs.items(options.items), _WARM))
    ours.screened_arrow(replace(tools, stories=StoryIndex()), warm, ours.as_arrow(warm), ours.Meter())
    meter, memory, count = ours.Meter(), {}, 0
    seen = {"copies": 0, "checkable": 0, "looked_up_with_answers": 0, "failures": 0, "watch_hits": 0}
    every = max(1, options.limit // 4)
    for batch in ours.batches(stream):
        rows = ours.screened_arrow(tools, batch, ours.as_arrow(batch), meter)
        _count(rows, seen)
        before, count = count, count + len(batch)
        if count // every > before // every:
            memory[str(count)] = ours.resident_mb()
    total = meter.total() or 1e-9
    return {
        "items": count,
        "items_per_cpu_s": round(count / total, 1),
        "ms_per_item": round(1e3 * total / max(1, count), 4),
        "stages": {stage: round(spent / total, 4) for stage, spent in meter.spent.items()},
        "stages_ms_per_item": {
            stage: round(1e3 * spent / max(1, count), 4) for stage, spent in meter.spent.items()
        },
        "resident_mb": memory,
        **{f"{name}_per_item": round(number / max(1, count), 4) for name, number in seen.items()},
    }


def _count(rows: Any, seen: dict[str, int]) -> None:
    for row in rows.select(["copy_of", "sentences", "failure", "watched"]).to_pylist():
        checkable = [one for one in row["sentences"] if one["checkable"]]
        seen["copies"] += row["copy_of"] is not None
        seen["checkable"] += len(checkable)
        seen["looked_up_with_answers"] += sum(bool(one["known"]) for one in checkable)
        seen["failures"] += row["failure"] is not None
        seen["watch_hits"] += len(row["watched"])


def _beside_the_peer(
    tools: Tools, sample: list[Unscreened], queries: list[str], claims: list[tuple[str, str]], *, rounds: int
) -> dict[str, Any]:
    try:
        from bench.naive import stack
        from bench.naive.claims import ClaimSearch
        from bench.naive.percolator import Percolator

        naive = stack.NaiveStack  # what it needs is imported when it is made
        search, percolator = ClaimSearch(claims) if claims else None, Percolator(queries)
        language = stack.identifier()
        naive(percolator, search, language=language)
    except ModuleNotFoundError as absent:
        return {"ratio_to_naive_stack": None, "skipped": [f"{absent.name} is not installed"]}
    given = [stack.Given(item.key, f"{item.title}\n{item.text}", item.html) for item in sample]
    arrow = ours.as_arrow(sample)
    found: dict[str, Any] = {}

    def run_naive() -> None:
        found["naive"] = list(naive(percolator, search, language=language).run(given))

    def run_ours(**changed: Any) -> None:
        fresh = replace(tools, stories=StoryIndex(), **changed)
        found["ours"] = ours.screened_arrow(fresh, sample, arrow, ours.Meter())

    def search_theirs() -> None:
        if tools.claims is not None:
            asked = [sentence for row in found["naive"] for sentence, _ in row.claims]
            found["looked"] = [tools.claims.search(sentence, limit=10) for sentence in asked]

    rivals = {
        "naive": run_naive,
        "percolator": lambda: percolator.match([row.text for row in found["naive"]]),
        "no_search": lambda: run_ours(claims=None),
        "theirs": search_theirs,
        "ours": run_ours,
    }
    spent = median_cpu_s(rivals, rounds=rounds)
    return _compared(spent, found, len(sample), queries) | {"skipped": []}


def _compared(
    spent: dict[str, float], found: dict[str, Any], count: int, queries: list[str]
) -> dict[str, Any]:
    same = spent["no_search"] + spent["theirs"]
    scan = _scan_s(queries, [one.text for one in found["naive"][:_NAIVE_SCANNED]])
    return {
        "ratio_to_naive_stack": round(spent["naive"] / spent["ours"], 2),
        "ratio_same_sentences": round(spent["naive"] / same, 2),
        "ratio_with_plain_scan": round(
            (spent["naive"] - spent["percolator"] + scan * count) / spent["ours"], 2
        )
        if scan
        else None,
        "sample": count,
        "naive_items_per_cpu_s": round(count / spent["naive"], 1),
        "sample_items_per_cpu_s": round(count / spent["ours"], 1),
        "naive_ms_per_item": round(1e3 * spent["naive"] / count, 4),
        "naive_percolator_ms_per_item": round(1e3 * spent["percolator"] / count, 4),
        "plain_scan_ms_per_item": round(1e3 * scan, 2) if scan else None,
        "agreement": _agreement(found),
        "naive_sentences_per_item": round(sum(len(row.claims) for row in found["naive"]) / count, 3),
    }


def _scan_s(queries: list[str], texts: list[str]) -> float | None:
    """CPU seconds an item of the plainest percolator: every query on every text. Not part of the ratio."""
    from bench.spotting.naive_watch import naive_matches
    from haidang.engine.spotting.watch_parser import parse_watch

    if not queries or not texts:
        return None
    parsed = [parse_watch(query) for query in queries]
    spent = median_cpu_s({"scan": lambda: [naive_matches(parsed, text) for text in texts]}, rounds=1)
    return spent["scan"] / len(texts)


def _agreement(found: dict[str, Any]) -> dict[str, float | None]:
    """How far the outputs are the same. On pages the texts differ too: each stack reads with its own reader."""
    pairs = list(zip(found["ours"].to_pylist(), found["naive"], strict=True))
    watched = [({int(key) for key in mine["watched"]}, set(row.watched)) for mine, row in pairs]
    either = sum(len(mine | other) for mine, other in watched)
    asked = [keys for row in found["naive"] for _, keys in row.claims]
    looked = found.get("looked", [])
    first = (
        [bool(hits) and hits[0].key in keys for hits, keys in zip(looked, asked, strict=True)]
        if looked
        else []
    )
    return {
        "language": round(sum(mine["language"] == row.language for mine, row in pairs) / len(pairs), 4),
        "near_copy_or_not": round(
            sum((mine["copy_of"] is None) == (row.copy_of is None) for mine, row in pairs) / len(pairs), 4
        ),
        "watch_hits": round(sum(len(mine & other) for mine, other in watched) / either, 4)
        if either
        else None,
        "our_best_claim_in_their_ten": round(sum(first) / len(first), 4) if first else None,
    }


def _draw(path: Path, result: dict[str, Any], source: str) -> None:
    notes = {stage: f"{spent:.3f} ms" for stage, spent in result["stages_ms_per_item"].items()}
    write_bars(path, f"CPU time of screening by stage, an item: {source}", result["stages"], notes)


if __name__ == "__main__":
    import json
    import sys

    print(json.dumps(main(sys.argv[1:])))
