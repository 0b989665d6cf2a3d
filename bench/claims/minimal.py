"""Minimal pairs of ours: a known claim and a post that differs in one slot. None may be called a match."""

from pathlib import Path

from bench.datasets import rows_of_tsv
from haidang.engine.retrieval import ClaimIndex, KnownItem

FILE = Path(__file__).with_name("minimal_pairs.tsv")


def minimal_pairs() -> dict[str, object]:
    """How many are found at all, and how many (none, one hopes) at level match; the same claim itself as a control."""
    rows = [row for row in rows_of_tsv(FILE, header=True) if len(row) == 4]
    found = control = 0
    matched: list[str] = []
    for slot, language, known, post in rows:
        index = ClaimIndex([KnownItem("known", language, known, "", None)])
        hits = index.search(post)
        found += bool(hits)
        if hits and hits[0].level == "match":
            matched.append(f"{slot}: {post}")
        control += any(hit.level == "match" for hit in index.search(known))
    return {
        "pairs": len(rows),
        "found": found,
        "matched": len(matched),
        "same_text_matched": control,
        "which": matched,
    }
