"""Claim retrieval on a judged collection: quality, time and memory, beside bm25s, tantivy and SQLite FTS5.

The ranker is fitted on the dev files when they are given (and on nothing else); without them the fused order stands.
A post without a judgement is left out. A post that is also in the file under test is never fitted on.
"""

import argparse
import time
from pathlib import Path

from bench.claims import collection, figures, peers, results
from bench.claims.fitting import fit_on, look_up, order
from bench.timing import peak_mb
from haidang.engine.retrieval.library import Library


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench retrieval")
    parser.add_argument("--claims", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--qrels", type=Path, required=True)
    parser.add_argument("--dev-queries", type=Path)
    parser.add_argument("--dev-qrels", type=Path, nargs="+")
    parser.add_argument("--no-days", action="store_true", help="do not use the day a post was made")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--out", type=Path)
    return parser


def main(argv: list[str]) -> dict[str, object]:
    options = arguments().parse_args(argv)
    use_days = not options.no_days
    items = collection.read_items(options.claims)
    posts, answers = collection.read_posts(options.queries, [options.qrels], use_days=use_days)
    began = time.process_time()
    library = Library(items)
    library.settle()
    index_s = time.process_time() - began
    ranker, fitted_on, fit_s = None, 0, 0.0
    if options.dev_queries and options.dev_qrels:
        dev_posts, dev_answers = collection.read_posts(
            options.dev_queries, options.dev_qrels, use_days=use_days
        )
        tested = {post.key for post in posts} | {post.text for post in posts}
        dev_posts = [post for post in dev_posts if post.key not in tested and post.text not in tested]
        began = time.process_time()
        ranker = fit_on(look_up(library, dev_posts), dev_answers)
        fitted_on, fit_s = len(dev_posts), time.process_time() - began
    ranked, spent = {}, []
    for one in look_up(library, posts):
        ranked[one.post.key], seconds = order(ranker, one)
        spent.append(one.seconds + seconds)
    result: dict[str, object] = {
        **figures.quality(ranked, answers),
        "map@5_95": figures.bootstrap(ranked, answers),
        **peers.per_query(spent),
        "index_s": round(index_s, 2),
        "peak_mb": peak_mb(),
        "claims": len(items),
        "posts": len(posts),
        "posts_with_a_day": sum(post.on is not None for post in posts),
        "order": "trees and linear model" if ranker else "fused",
        "fitted_on": fitted_on,
        "fit_s": round(fit_s, 1),
    }
    if not options.no_peers:
        texts = [f"{item.claim} {item.title} {item.summary}" for item in items]
        keys = [item.key for item in items]
        lists, times, skipped = peers.measure(keys, texts, [(post.key, post.text) for post in posts])
        result["peers"] = {name: {**figures.quality(lists[name], answers), **times[name]} for name in lists}
        # The floor of the issue: plain words, claim and title only (title and summary where there is no claim).
        short = [
            " ".join([item.claim, item.title] if item.claim else [item.title, item.summary]) for item in items
        ]
        floor = peers.bm25s_index(keys, short) if "bm25s" in lists else None
        plain = {post.key: floor(post.text) for post in posts} if floor else None
        result["bm25_map@5"] = figures.mean_average_precision(plain, answers) if plain else None
        result["above_bm25"] = round(result["map@5"] - result["bm25_map@5"], 4) if plain else None  # type: ignore[operator]
        result["skipped"] = skipped
    return results.write(result, options.out)


if __name__ == "__main__":
    import json
    import sys

    print(json.dumps(main(sys.argv[1:])))
