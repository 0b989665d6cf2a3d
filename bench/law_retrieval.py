"""Find the article that answers a legal question (ALQAC), typed with or without tone marks, or asked in English."""

import argparse
import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.claims import figures, peers, results
from bench.claims.marks import without_marks
from bench.timing import peak_mb
from haidang.engine.retrieval.provisions import FoundProvision, Provision, ProvisionIndex
from haidang.engine.retrieval.shipped import shipped_table


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench law-retrieval")
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--strip-marks", action="store_true", help="take the tone marks off the questions")
    parser.add_argument("--lang", default="vi", choices=["vi", "en"], help="of the questions")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--out", type=Path)
    return parser


def read_articles(path: Path) -> list[Provision]:
    """`{"Law@number": "heading, empty line, text"}`."""
    found = []
    for key, whole in json.loads(path.read_text(encoding="utf-8")).items():
        heading, _, text = whole.partition("\n\n")
        found.append(Provision(key, key.rpartition("@")[0], heading, text))
    return found


def read_questions(path: Path) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Questions that have a relevant article."""
    rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if row.get("relevant_articles")]
    answers = {
        row["question_id"]: frozenset(
            f"{one['law_id']}@{one['article_id']}" for one in row["relevant_articles"]
        )
        for row in rows
    }
    return {row["question_id"]: row["text"] for row in rows}, answers


def main(argv: list[str]) -> dict[str, object]:
    options = arguments().parse_args(argv)
    provisions = read_articles(options.articles)
    questions, answers = read_questions(options.questions)
    if options.strip_marks:
        questions = {key: without_marks(text) for key, text in questions.items()}
    began = time.process_time()
    index = ProvisionIndex(provisions)
    index.search("quy định")
    index_s = time.process_time() - began
    ask: Callable[..., list[FoundProvision]] = index.search
    if options.lang == "en":
        ask = partial(index.search_english, table=shipped_table())
    ranked, spent = {}, []
    for key, text in questions.items():
        began = time.process_time()
        ranked[key] = [found.key for found in ask(text, limit=10)]
        spent.append(time.process_time() - began)
    result: dict[str, object] = {
        **figures.quality(ranked, answers),
        "map@5_95": figures.bootstrap(ranked, answers),
        **peers.per_query(spent),
        "index_s": round(index_s, 2),
        "peak_mb": peak_mb(),
        "articles": len(provisions),
        "questions": len(questions),
        "strip_marks": options.strip_marks,
        "lang": options.lang,
    }
    if not options.no_peers:
        texts = [f"{one.law} {one.heading} {one.text}" for one in provisions]
        lists, times, skipped = peers.measure([one.key for one in provisions], texts, list(questions.items()))
        result["peers"] = {name: {**figures.quality(lists[name], answers), **times[name]} for name in lists}
        result["skipped"] = skipped
    return results.write(result, options.out)


if __name__ == "__main__":
    import sys

    print(json.dumps(main(sys.argv[1:])))
