"""`haidang bench dates --pages DIR --truth F.json`: is the day a page was published found? Layout of htmldate's own evaluation.

Truth: {address: {"file": name, "date": "YYYY-MM-DD" or null}}. Precision over the days given, recall over the days there are.
"""

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

from bench.readers.report import write_report
from bench.timing import median_cpu_s
from haidang.engine.reading import Unreadable, read_page


def main(argv: list[str]) -> dict[str, object]:
    parser = argparse.ArgumentParser(prog="haidang bench dates", description=__doc__)
    parser.add_argument("--pages", type=Path, required=True)
    parser.add_argument("--truth", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args(argv)
    dated = dated_pages(asked.pages, asked.truth)
    ours = {address: _ours(address, html) for address, html, _ in dated}
    true = {address: day for address, _, day in dated}
    result: dict[str, object] = {**scored(ours, true), "pages": len(dated), **_peer(dated, true)}
    result["ms_per_page"] = round(median_cpu_s({"ours": lambda: [_ours(a, h) for a, h, _ in dated]}, rounds=1)["ours"]
        / max(1, len(dated)) * 1000, 2)  # fmt: skip
    write_report(asked.out, result)
    return result


def dated_pages(folder: Path, truth: Path) -> list[tuple[str, bytes, str | None]]:
    """Address, page and day of each page that is there; a truth without a page is left out."""
    files = {path.name.removesuffix(".gz"): path for path in sorted(folder.rglob("*")) if path.is_file()}
    found = []
    for address, stated in json.loads(truth.read_text(encoding="utf-8")).items():
        path = files.get(str(stated["file"]).removesuffix(".gz"))
        if path is not None:
            stored = path.read_bytes()
            found.append(
                (
                    address,
                    gzip.decompress(stored) if stored.startswith(b"\x1f\x8b") else stored,
                    stated["date"],
                )
            )
    return found


def scored(found: dict[str, str | None], true: dict[str, str | None]) -> dict[str, float]:
    """A wrong day is a fault of precision, a day not found one of recall (as htmldate counts)."""
    right = sum(found[key] == day for key, day in true.items() if day and found[key])
    given = sum(bool(found[key]) for key in true)
    missed = sum(1 for key, day in true.items() if day and not found[key])
    precision = right / given if given else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": round(f1, 4), "precision": round(precision, 4), "recall": round(recall, 4)}


def _ours(address: str, html: bytes) -> str | None:
    try:
        day = read_page(html, content_type="text/html", address=address).published_on
    except Unreadable:
        return None
    return day.isoformat() if day else None


def _peer(dated: list[tuple[str, bytes, str | None]], true: dict[str, str | None]) -> dict[str, Any]:
    try:
        from htmldate import find_date
    except ModuleNotFoundError:
        return {"htmldate_f1": None, "htmldate_fast_f1": None, "skipped": ["htmldate"]}
    found: dict[str, Any] = {}
    for name, extensive in (("htmldate", True), ("htmldate_fast", False)):
        days = {
            address: find_date(html, url=address, original_date=True, extensive_search=extensive)
            for address, html, _ in dated
        }
        found[f"{name}_f1"] = scored(days, true)["f1"]
    return found
