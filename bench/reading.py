"""`haidang bench reading --pages DIR --truth F.json`: the main text of article pages, against trafilatura in the same run.

Layout of the article-extraction benchmark; its own four-word-run F1. Every peer gets text that our decoder read, so that
encodings do not decide. Time is CPU time, median of interleaved rounds; the F1 difference has a paired bootstrap bound.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from bench.readers.grams import f1_of, marks
from bench.readers.pages import LabelledPage, labelled_pages
from bench.readers.peers import Reader, readers
from bench.readers.report import write_report
from bench.timing import median_cpu_s, peak_mb
from haidang.engine.reading import Unreadable, page, read_page

SEED, RESAMPLES = 20261123, 2000
Marks = list[tuple[float, float, float]]


def main(argv: list[str]) -> dict[str, object]:
    parser = argparse.ArgumentParser(prog="haidang bench reading", description=__doc__)
    parser.add_argument("--pages", type=Path, required=True, help="folder with PAGE.html or PAGE.html.gz")
    parser.add_argument("--truth", type=Path, required=True, help="ground-truth.json with articleBody")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, help="write the figures there too")
    asked = parser.parse_args(argv)
    pages = labelled_pages(asked.pages, asked.truth)
    known, skipped = readers()
    marked = {name: [marks(one.article, _read(read, one)) for one in pages] for name, read in known.items()}
    seconds = median_cpu_s({name: _round(read, pages) for name, read in known.items()}, rounds=asked.rounds)
    result = _figures(pages, marked, seconds) | {
        "skipped": skipped,
        **_hand_overs(pages),
        "peak_mb": peak_mb(),
    }
    write_report(asked.out, result)
    return result


def _read(read: Reader, one: LabelledPage) -> str:
    return read(one.html, one.address)


def _round(read: Reader, pages: Sequence[LabelledPage]) -> object:
    def work() -> None:
        for one in pages:
            read(one.html, one.address)

    return work


def _figures(
    pages: list[LabelledPage], marked: dict[str, Marks], seconds: dict[str, float]
) -> dict[str, object]:
    f1, precision, recall = f1_of(marked["haidang"])
    readers_found: dict[str, dict[str, float]] = {}
    for name, rows in marked.items():
        own = f1_of(rows)
        readers_found[name] = {
            "f1": round(own[0], 4), "precision": round(own[1], 4), "recall": round(own[2], 4),
            "pages_per_cpu_s": round(len(pages) / seconds[name], 1),
        }  # fmt: skip
    result: dict[str, object] = {
        "f1": round(f1, 4), "precision": round(precision, 4), "recall": round(recall, 4), "pages": len(pages),
        "pages_per_cpu_s": round(len(pages) / seconds["haidang"], 1), "trafilatura_f1": None, "ratio_to_trafilatura": None,
    }  # fmt: skip
    if "trafilatura" in marked:
        low, high = paired_bound(marked["haidang"], marked["trafilatura"])
        result |= {
            "trafilatura_f1": readers_found["trafilatura"]["f1"],
            "ratio_to_trafilatura": round(seconds["trafilatura"] / seconds["haidang"], 2),
            "f1_difference": round(f1 - f1_of(marked["trafilatura"])[0], 4),
            "f1_difference_95": [round(low, 4), round(high, 4)],
        }
    return result | {"readers": readers_found}


def paired_bound(ours: Marks, theirs: Marks) -> tuple[float, float]:
    """The 95 % bound of F1 minus F1, the same pages drawn for both."""
    draw = random.Random(SEED)  # resampling, no secret
    count, differences = len(ours), []
    for _ in range(RESAMPLES):
        drawn = draw.choices(range(count), k=count)
        differences.append(f1_of([ours[at] for at in drawn])[0] - f1_of([theirs[at] for at in drawn])[0])
    differences.sort()
    return differences[int(0.025 * RESAMPLES)], differences[int(0.975 * RESAMPLES)]


def _hand_overs(pages: Sequence[LabelledPage]) -> dict[str, object]:
    """How many pages were given to trafilatura for their text, and to htmldate for their date."""
    text = date = 0
    own_opinion = page.second_opinion

    def counted(markup: str, address: str) -> str:
        nonlocal date
        date += 1
        return own_opinion(markup, address)

    page.second_opinion = counted
    try:
        for one in pages:
            try:
                found = read_page(one.html, content_type="text/html", address=one.address)
            except Unreadable:
                continue
            text += found.read_by == "trafilatura"
    finally:
        page.second_opinion = own_opinion
    return {"handed_over": text, "dates_handed_over": date}
