"""Match, related or none at a given prior: every post is judged twice, with its answer known and with it taken out.

The two are weighed by the prior, so nothing is drawn by lot. `coverage`: posts with an answer that get the right
match. `none_lost`: posts with an answer that are told there is none. `false_match`: posts without one that get a match.
"""

import argparse
import time
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

import numpy as np

from bench.claims import collection, results
from bench.claims.collection import Post
from bench.claims.fitting import Looked, look_up
from bench.claims.minimal import minimal_pairs
from bench.timing import peak_mb
from haidang.engine.retrieval import compare_slots
from haidang.engine.retrieval.decision import Case, Decider, fit_decider
from haidang.engine.retrieval.library import Library
from haidang.engine.retrieval.posts import plain
from haidang.engine.retrieval.ranker import Judged
from haidang.engine.retrieval.shelf import KnownItem
from haidang.engine.retrieval.twins import twins_of, words_of

PRECISION = 0.993  # asked of the held-out folds, so that 0.99 is kept on posts not seen
NONE_LOST = 0.005


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench decide")
    parser.add_argument("--claims", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--qrels", type=Path, required=True)
    parser.add_argument("--dev-queries", type=Path, required=True)
    parser.add_argument("--dev-qrels", type=Path, nargs="+", required=True)
    parser.add_argument("--prior", type=float, default=0.5)
    parser.add_argument("--no-days", action="store_true")
    parser.add_argument("--out", type=Path)
    return parser


def case_of(looked: Looked, right: Set[str], items: Mapping[str, KnownItem]) -> Case:
    """Twins of a right claim are right too."""
    found = looked.compared.items
    marked = np.array([item.key in right for item in found], np.bool_)
    for key in right:
        if key in items and len(found):
            marked |= twins_of(words_of(items[key]), found)
    return Case(found, Judged(looked.compared.features, marked))


def figures(decider: Decider, cases: Sequence[Case], prior: float) -> dict[str, object]:
    known = [_decided(decider, case) for case in cases]
    unknown = [_decided(decider, case.without_answer()) for case in cases]
    matched = np.array([level == "match" for level, _ in known])
    correct = np.array([level == "match" and right for level, right in known])
    false = np.array([level == "match" for level, _ in unknown])
    says_match = prior * matched.mean() + (1 - prior) * false.mean()
    return {
        "precision": round(float(prior * correct.mean() / says_match), 4) if says_match else 1.0,
        "coverage": round(float(correct.mean()), 4),
        "none_lost": round(float(np.mean([level == "none" for level, _ in known])), 4),
        "false_match": round(float(false.mean()), 4),
        "wrong_claim_matched": round(float((matched & ~correct).mean()), 4),
        "cleared": round(float(np.mean([level == "none" for level, _ in unknown])), 4),
    }


def _decided(decider: Decider, case: Case) -> tuple[str, bool]:
    decision = decider.decide(case.items, case.judged.features)
    return decision.level, bool(decision.best >= 0 and case.judged.right[decision.best])


def capped(decider: Decider, cases: Sequence[tuple[Case, Post]], prior: float) -> dict[str, float]:
    """The same when a conflicting slot takes the match back, as the desk does."""
    correct = says = 0.0
    for case, post in cases:
        for one, share in ((case, prior), (case.without_answer(), 1 - prior)):
            decision = decider.decide(one.items, one.judged.features)
            if decision.level == "match":
                known = one.items[decision.best]
                slots = compare_slots(
                    plain(post.text), known.claim or known.title, here_on=post.on, there_on=known.date
                )
                if all(slot.agrees for slot in slots):
                    says += share
                    correct += share * bool(one.judged.right[decision.best])
    return {
        "precision": round(correct / says, 4) if says else 1.0,
        "coverage": round(correct / prior / len(cases), 4),
    }


def main(argv: list[str]) -> dict[str, object]:
    options = arguments().parse_args(argv)
    use_days = not options.no_days
    items = {item.key: item for item in collection.read_items(options.claims)}
    library = Library(items.values())
    posts, answers = collection.read_posts(options.queries, [options.qrels], use_days=use_days)
    dev_posts, dev_answers = collection.read_posts(options.dev_queries, options.dev_qrels, use_days=use_days)
    tested = {post.key for post in posts} | {post.text for post in posts}
    dev_posts = [post for post in dev_posts if post.key not in tested and post.text not in tested]
    began = time.process_time()
    learnt = [case_of(one, dev_answers[one.post.key], items) for one in look_up(library, dev_posts)]
    decider = fit_decider(learnt, prior=options.prior, precision=PRECISION, none_lost=NONE_LOST)
    fit_s = time.process_time() - began
    cases = [case_of(one, answers[one.post.key], items) for one in look_up(library, posts)]
    result: dict[str, object] = {
        **figures(decider, cases, options.prior),
        "with_slot_cap": capped(decider, list(zip(cases, posts, strict=True)), options.prior),
        "prior": options.prior,
        "match_at": round(decider.thresholds.match_at, 4),
        "none_below": round(decider.thresholds.none_below, 4),
        "posts": len(posts),
        "fitted_on": len(dev_posts),
        "fit_s": round(fit_s, 1),
        "minimal_pairs": minimal_pairs(),
        "peak_mb": peak_mb(),
    }
    return results.write(result, options.out)


if __name__ == "__main__":
    import json
    import sys

    print(json.dumps(main(sys.argv[1:])))
