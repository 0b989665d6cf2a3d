"""Which sentences are worth checking: ranked by what ships, or by a ranking learnt from the files named with --train.

    haidang bench checkworthy [--train F ...] --test F [--out F.json]
    haidang bench checkworthy --ours test [--out F.json]       our own Vietnamese sentences (bench/sentences_vi)

Files are CheckThat TSV (research use only: nothing learnt from them ships). With --train the TF-IDF baselines of
scikit-learn are fitted in the same run, and our logistic regression is compared with scikit-learn's on equal columns.
"""

import argparse
import time
from pathlib import Path

from bench.spotting.checkthat import Labelled, baselines, read_checkthat
from bench.spotting.ours import measure_ours
from bench.spotting.result_file import write_result
from bench.spotting.same_as_sklearn import farthest_score
from haidang.engine.spotting import PlaceWords, spot
from haidang.engine.spotting.measures import average_precision, precision_at
from haidang.engine.spotting.ranker import fit_ranker
from haidang.engine.text import language_of

_TOP = 10
_STATEMENTS = frozenset(["", "too_vague", "not_ours"])  # of no place: the test texts are from everywhere


def main(argv: list[str]) -> dict[str, object]:
    parser = _arguments()
    options = parser.parse_args(argv)
    if options.ours:
        result: dict[str, object] = measure_ours(options.ours)
    elif options.test is None:
        parser.error("name a file with --test, or our own sentences with --ours dev or --ours test")
    elif options.train:
        result = _learnt(read_checkthat(options.train), read_checkthat([options.test]))
    else:
        result = _shipped(read_checkthat([options.test]))
    named = {"test": options.test.name if options.test else f"sentences_vi {options.ours}"}
    write_result(options.out, {"bench": "checkworthy", **named, **result})
    return result


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="haidang bench checkworthy", description=__doc__.split("\n")[0])
    parser.add_argument("--train", type=Path, nargs="+", default=[])
    parser.add_argument("--test", type=Path)
    parser.add_argument("--ours", choices=["dev", "test"], default="")
    parser.add_argument("--out", type=Path)
    return parser


def _figures(scores: list[float], test: Labelled, chosen: list[bool]) -> dict[str, object]:
    both = sum(one and other for one, other in zip(chosen, test.worth, strict=True))
    return {
        "ap": round(average_precision(scores, test.worth), 4),
        "f1": round(2 * both / max(1, sum(chosen) + sum(test.worth)), 4),
        "p@10": round(precision_at(_TOP, scores, test.worth), 4),
        "sentences": len(test.texts),
        "worth": sum(test.worth),
    }


def _learnt(train: Labelled, test: Labelled) -> dict[str, object]:
    began = time.process_time()
    ranker = fit_ranker(train.texts, train.worth)
    fit_s = time.process_time() - began
    scores = ranker.scores(test.texts)
    figures = _figures(scores, test, [score >= ranker.threshold for score in scores])
    peers = baselines(train, test)
    return {
        **figures,
        "trained_on": len(train.texts),
        "fit_s": round(fit_s, 2),
        "baselines": peers,
        "farthest_from_sklearn": farthest_score(ranker, train, test),
        "skipped": [] if peers else ["scikit-learn is not installed"],
    }


def _shipped(test: Labelled) -> dict[str, object]:
    """By the published points alone: the points of the statements in a text, whatever place they are about."""
    scores = [_points(text) for text in test.texts]
    return {**_figures(scores, test, [score > 0 for score in scores]), "trained_on": 0, "skipped": []}


def _points(text: str) -> float:
    language = "vi" if language_of(text, hint="en") == "vi" else "en"
    found = spot(text, language=language, place=PlaceWords(), everything=True)
    return float(sum(one.points for one in found if one.reason in _STATEMENTS))
