"""Vietnamese sentences as queries against English ones, through a translation table trained by this project.

Without --train-pairs the table that ships is measured; with it a table is trained in the run from the named files and
the project's own words. --build-table FILE writes the table that ships (from --train-pairs, which must be free).
"""

import argparse
import time
from pathlib import Path

from bench.claims import peers, results
from bench.claims.marks import without_marks
from bench.claims.pairs import read_pairs, read_questions
from bench.timing import peak_mb
from haidang.engine.retrieval.bilingual import EnglishTexts
from haidang.engine.retrieval.shipped import TRAINED_ON, own_words, shipped_table
from haidang.engine.retrieval.translation import TranslationTable, train


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench crosslingual")
    parser.add_argument(
        "--pairs", type=Path, required=True, help="English TAB Vietnamese, or XQuAD paragraphs (JSON)"
    )
    parser.add_argument("--pool", type=Path, help="further English sides to search among")
    parser.add_argument("--strip-marks", action="store_true")
    parser.add_argument("--train-pairs", type=Path, nargs="+")
    parser.add_argument("--build-table", type=Path)
    parser.add_argument("--out", type=Path)
    return parser


def main(argv: list[str]) -> dict[str, object]:
    options = arguments().parse_args(argv)
    began = time.process_time()
    table, trained_on = _table(options.train_pairs)
    train_s = time.process_time() - began
    if options.build_table:
        options.build_table.write_text(table.to_text(), encoding="utf-8")
    english, queries, monolingual = _task(options.pairs)
    if options.pool:
        english += [pair[0] for pair in read_pairs(options.pool)]
    index = EnglishTexts(english, table)
    ranked, spent = [], []
    for text, _ in queries:
        asked = without_marks(text) if options.strip_marks else text
        began = time.process_time()
        ranked.append([number for number, _ in index.search(asked)])
        spent.append(time.process_time() - began)
    result: dict[str, object] = {
        **_recall(ranked, [answer for _, answer in queries], english),
        **peers.per_query(spent),
        "trained_on": trained_on,
        "train_s": round(train_s, 1),
        "table_entries": len(table),
        "pool": len(english),
        "queries": len(queries),
        "strip_marks": options.strip_marks,
        "peak_mb": peak_mb(),
    }
    if monolingual:
        result["english_bm25"] = _english_bm25(english, monolingual, [answer for _, answer in queries])
    return results.write(result, options.out)


def _table(train_pairs: list[Path] | None) -> tuple[TranslationTable, str]:
    if not train_pairs:
        return shipped_table(), TRAINED_ON
    pairs = [pair for path in train_pairs for pair in read_pairs(path)]
    names = ", ".join(path.name for path in train_pairs)
    return train(pairs + own_words()), f"{names} ({len(pairs)} pairs) and the project's own word list"


def _task(path: Path) -> tuple[list[str], list[tuple[str, int]], list[str]]:
    """English texts; Vietnamese queries with the place of their answer; the queries in English if there are any."""
    if ".json" in path.suffixes:
        pool, asked = read_questions(path)
        return pool, [(one.vietnamese, one.answer_at) for one in asked], [one.english for one in asked]
    pairs = read_pairs(path)
    return [pair[0] for pair in pairs], [(pair[1], at) for at, pair in enumerate(pairs)], []


def _recall(ranked: list[list[int]], answers: list[int], english: list[str]) -> dict[str, float]:
    """An English side that stands twice in the pool is right wherever it stands."""
    first = second = 0
    for found, answer in zip(ranked, answers, strict=True):
        right = [at for at, number in enumerate(found) if english[number] == english[answer]]
        first += bool(right) and right[0] == 0
        second += bool(right)
    count = max(1, len(answers))
    return {"recall@1": round(first / count, 4), "recall@10": round(second / count, 4)}


def _english_bm25(english: list[str], questions: list[str], answers: list[int]) -> dict[str, float] | None:
    try:
        find = peers.bm25s_index([str(at) for at in range(len(english))], english)
    except ImportError:
        return None
    return _recall([[int(key) for key in find(question)] for question in questions], answers, english)


if __name__ == "__main__":
    import json
    import sys

    print(json.dumps(main(sys.argv[1:]), ensure_ascii=False))
