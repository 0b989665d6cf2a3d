"""Learn the trees that choose blocks, on development pages only: `python -m bench.readers.fit --truth F --pages DIR ...`.

Every block of a page is labelled by whether most of its four-word runs stand in the true article. The trees are written to
src/haidang/engine/reading/choosing.json with what they were learnt from and the cross-checked figures.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bench.readers.grams import counts, f1_of, marks, words
from bench.readers.pages import LabelledPage, pages_of
from haidang.engine.reading import mainbody
from haidang.engine.reading.blocks import read_sheet
from haidang.engine.reading.charset import decode
from haidang.engine.reading.choosing import MOST_LEAVES, Trees, read_trees
from haidang.engine.reading.features import COLUMNS, describe

OUT = Path(__file__).resolve().parents[2] / "src/haidang/engine/reading/choosing.json"
FOLDS = 5
SETTINGS: dict[str, Any] = {
    "n_estimators": 100, "num_leaves": MOST_LEAVES, "min_child_samples": 60, "learning_rate": 0.15, "subsample": 0.8,
    "subsample_freq": 1, "colsample_bytree": 0.5, "reg_lambda": 5, "random_state": 0, "n_jobs": 1, "verbose": -1,
}  # fmt: skip


@dataclass(slots=True)
class Learnt:
    """A page made ready: its blocks described and labelled."""

    page: LabelledPage
    texts: list[str]
    rows: list[list[int]]
    labels: list[int]
    weights: list[float]


def made_ready(page: LabelledPage) -> Learnt:
    found = describe(read_sheet(mainbody.parsed(decode(page.html, "text/html"))))
    texts = [found.texts[number] for number in found.numbers]
    known = dict(zip(found.numbers, range(len(texts)), strict=True))
    labels = _labels(found.texts, page.article)
    whole = sum(min(len(text), 2000) for text in texts) or 1
    weights = [page.weight * (5 + len(words(text))) / whole**0.5 for text in texts]
    return Learnt(page, texts, found.rows, [labels[number] for number in known], weights)


def _labels(texts: list[str], article: str) -> list[int]:
    """1 where most four-word runs of a block stand in the article and are not yet used up by an earlier block."""
    left = counts(article)
    joined = f" {' '.join(words(article))} "
    labels: list[int | None] = []
    for text in texts:
        own = words(text)
        runs = [tuple(own[start : start + 4]) for start in range(len(own) - 3)]
        if not runs:
            labels.append(None if own and f" {' '.join(own)} " in joined else 0)
            continue
        found = sum(left[run] > 0 for run in runs) * 2 >= len(runs)
        labels.append(int(found))
        if found:
            left.subtract(Counter(runs))
    return [_beside(labels, number) if label is None else label for number, label in enumerate(labels)]


def _beside(labels: list[int | None], number: int) -> int:
    """A block too short to tell is article where both its nearest neighbours that can be told are."""
    before = next((label for label in reversed(labels[:number]) if label is not None), 0)
    after = next((label for label in labels[number + 1 :] if label is not None), 0)
    return int(before == 1 and after == 1)


def columns_of(rows: list[list[int]]) -> Any:
    """One column for each name of COLUMNS, 1 where it holds."""
    import numpy as np

    names = list(COLUMNS.names)
    values = np.zeros((len(rows), len(names)), dtype=np.float32)
    single = dict(COLUMNS.ranges)
    for number, row in enumerate(rows):
        given = {first: at - first for at in row for first in (_first_of(at),)}
        for column, name in enumerate(names):
            first, value = COLUMNS.names[name]
            stated = given[first]
            values[number, column] = stated == value if first in single else stated >> value & 1
    return values


_STARTS = sorted([first for first, _ in COLUMNS.ranges] + [first for first, _ in COLUMNS.bits])


def _first_of(row: int) -> int:
    from bisect import bisect_right

    return _STARTS[bisect_right(_STARTS, row) - 1]


def fitted(learnt: Iterable[Learnt]) -> list[dict[str, list[list[object]]]]:
    import lightgbm
    import numpy as np

    learnt = list(learnt)
    values = np.concatenate([columns_of(one.rows) for one in learnt])
    labels = np.concatenate([one.labels for one in learnt])
    weights = np.concatenate([one.weights for one in learnt])
    model = lightgbm.LGBMClassifier(**SETTINGS).fit(values, labels, sample_weight=weights / weights.mean())
    names = list(COLUMNS.names)
    return [_written(tree["tree_structure"], names) for tree in model.booster_.dump_model()["tree_info"]]


def _written(root: dict[str, Any], names: list[str]) -> dict[str, list[list[object]]]:
    nodes: list[list[object]] = []
    leaves: list[Any] = []

    def place(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            leaves.append(round(node["leaf_value"], 4))
            return ~(len(leaves) - 1)
        own = len(nodes)
        nodes.append([names[node["split_feature"]], 0, 0])
        nodes[own][1] = place(node["left_child"])
        nodes[own][2] = place(node["right_child"])
        return own

    place(root)
    return {"nodes": nodes, "leaves": leaves}


def fold_of(page: LabelledPage) -> int:
    return int(hashlib.md5(page.key.encode()).hexdigest(), 16) % FOLDS  # spreads pages, hides nothing


def cross_checked(learnt: list[Learnt]) -> dict[str, float]:
    """F1 of each set of pages, each page read with trees that never saw it; no hand-over to another reader."""
    found: dict[str, list[tuple[float, float, float]]] = {}
    for fold in range(FOLDS):
        trees = read_trees(fitted(one for one in learnt if fold_of(one.page) != fold), COLUMNS)
        for one in learnt:
            if fold_of(one.page) == fold:
                found.setdefault(one.page.source, []).append(
                    marks(one.page.article, text_of(one.page, trees))
                )
    return {name: round(f1_of(rows)[0], 4) for name, rows in found.items()}


def text_of(page: LabelledPage, trees: Trees) -> str:
    return mainbody.main_body(parsed_page(page), trees=trees).text


def parsed_page(page: LabelledPage) -> LexborHTMLParser:
    return mainbody.parsed(decode(page.html, "text/html"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", required=True, metavar="NAME=WEIGHT=FOLDER",
        help="pages to learn from: a folder with html/ and ground-truth.json, or the readability test pages")  # fmt: skip
    parser.add_argument("--check", action="store_true", help="cross-check too (minutes)")
    asked = parser.parse_args()
    learnt = [made_ready(page) for stated in asked.set for page in pages_of(stated)]
    report = cross_checked(learnt) if asked.check else {}
    trees = fitted(learnt)
    counted = Counter(one.page.source for one in learnt)
    about = {"learnt_from": dict(sorted(counted.items())), "cross_checked_f1": report, "folds": FOLDS}
    lines = ",\n".join(json.dumps(tree, ensure_ascii=False) for tree in trees)
    OUT.write_text(f'{{"about": {json.dumps(about)},\n"trees": [\n{lines}\n]}}\n', encoding="utf-8")
    print(json.dumps(about))


if __name__ == "__main__":
    main()
