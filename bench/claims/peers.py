"""The search engines measured beside ours, in the same run, on claim, title and summary, as they come."""

import re
import sqlite3
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

Find = Callable[[str], list[str]]
_WORD = re.compile(r"\w+")
DEPTH = 10


def plain_words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def bm25s_index(keys: Sequence[str], texts: Sequence[str]) -> Find:
    import bm25s

    index = bm25s.BM25(k1=1.2, b=0.75)
    index.index([plain_words(text) for text in texts], show_progress=False)
    places = np.arange(len(keys))

    def find(text: str) -> list[str]:
        words = plain_words(text)
        if not words:
            return []
        found, _ = index.retrieve([words], corpus=places, k=min(DEPTH, len(keys)), show_progress=False)
        return [keys[at] for at in found[0]]

    return find


def tantivy_index(keys: Sequence[str], texts: Sequence[str]) -> Find:
    """Tantivy with its English stemmer."""
    import tantivy

    schema = tantivy.SchemaBuilder().add_text_field("body", stored=False, tokenizer_name="en_stem")
    index = tantivy.Index(schema.add_integer_field("place", stored=True).build())
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for place, text in enumerate(texts):
        writer.add_document(tantivy.Document(body=[text], place=place))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(text: str) -> list[str]:
        words = " ".join(dict.fromkeys(plain_words(text)))
        if not words:
            return []
        query = index.parse_query(words, ["body"])
        return [keys[searcher.doc(address)["place"][0]] for _, address in searcher.search(query, DEPTH).hits]

    return find


def sqlite_index(keys: Sequence[str], texts: Sequence[str]) -> Find:
    folder = TemporaryDirectory()
    base = sqlite3.connect(Path(folder.name) / "peer.db")
    base.execute("create virtual table claims using fts5(body, tokenize = 'porter unicode61')")
    base.executemany("insert into claims(rowid, body) values (?, ?)", enumerate(texts))
    base.commit()

    def find(text: str, *, _kept: object = folder) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(plain_words(text)))
        if not words:
            return []
        rows = base.execute(
            "select rowid from claims where claims match ? order by rank limit ?", (words, DEPTH)
        ).fetchall()
        return [keys[row[0]] for row in rows]

    return find


PEERS: dict[str, Callable[[Sequence[str], Sequence[str]], Find]] = {
    "bm25s": bm25s_index,
    "tantivy": tantivy_index,
    "sqlite_fts5": sqlite_index,
}


def measure(
    keys: Sequence[str], texts: Sequence[str], posts: Sequence[tuple[str, str]]
) -> tuple[dict[str, dict[str, list[str]]], dict[str, dict[str, Any]], list[str]]:
    """Ranked lists and times of every peer that is installed, and those that are not."""
    ranked: dict[str, dict[str, list[str]]] = {}
    times: dict[str, dict[str, Any]] = {}
    skipped: list[str] = []
    for name, build in PEERS.items():
        began = time.process_time()
        try:
            find = build(keys, texts)
        except ImportError:
            skipped.append(name)
            continue
        index_s = time.process_time() - began
        spent, ranked[name] = [], {}
        for key, text in posts:
            began = time.process_time()
            ranked[name][key] = find(text)
            spent.append(time.process_time() - began)
        times[name] = {"index_s": round(index_s, 2), **per_query(spent)}
    return ranked, times, skipped


def per_query(seconds: Sequence[float]) -> dict[str, float]:
    """Milliseconds: mean and the 95th of a hundred."""
    if not seconds:
        return {"ms_per_query": 0.0, "p95_ms": 0.0}
    return {
        "ms_per_query": round(1000 * float(np.mean(seconds)), 3),
        "p95_ms": round(1000 * float(np.quantile(seconds, 0.95)), 3),
    }
