"""trafilatura, py3langid (7 languages), datasketch LSH, a tantivy percolator and tantivy BM25, one after the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench.naive.claims import ClaimSearch
from bench.naive.copies import Copies
from bench.naive.percolator import Percolator

LANGUAGES = ["vi", "en", "km", "zh", "fr", "ko", "ja"]
LOOKED_UP = 10
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
# The stand-in for choosing sentences: a figure, or a capital that does not begin the sentence.
_WORTH = re.compile(r"\d|(?<=\w )[^\W\d_a-zà-ỹ]")
_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Given:
    """A page in `html`, or `text`."""

    key: int
    text: str
    html: bytes = b""


@dataclass(slots=True)
class Row:
    """The same outputs as ours: language, near-copy, watch hits, claims of every chosen sentence."""

    key: int
    text: str
    language: str = ""
    copy_of: int | None = None
    watched: Sequence[int] = ()
    claims: Sequence[tuple[str, list[str]]] = ()


def chosen(text: str) -> list[str]:
    """At most ten sentences that the stand-in regex likes."""
    found = (sentence.strip() for sentence in _SENTENCE.findall(text))
    worth = (one for one in found if len(one.split()) >= _LEAST_WORDS and _WORTH.search(one))
    return [sentence for sentence, _ in zip(worth, range(LOOKED_UP), strict=False)]


def identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    made = LanguageIdentifier.from_model_file(MODEL_FILE)
    made.set_languages(LANGUAGES)
    return made


class NaiveStack:
    """Batches of items, as a percolator needs them; near-copies are not looked up, as in ours."""

    def __init__(self, percolator: Percolator, claims: ClaimSearch | None, *, language: Any = None) -> None:
        self._language = language or identifier()
        self._percolator = percolator
        self._claims = claims
        self._copies = Copies()

    def run(self, items: Iterable[Given], *, batch: int = 1_000) -> Iterator[Row]:
        waiting: list[Row] = []
        for item in items:
            waiting.append(self._one(item))
            if len(waiting) >= batch:
                yield from self._percolated(waiting)
                waiting = []
        yield from self._percolated(waiting)

    def _one(self, item: Given) -> Row:
        row = Row(item.key, _extracted(item.html) if item.html else item.text)
        row.language = str(self._language.classify(row.text)[0])
        row.copy_of = self._copies.place(item.key, row.text)
        if self._claims is not None and row.copy_of is None:
            row.claims = [(sentence, self._claims.best(sentence)) for sentence in chosen(row.text)]
        return row

    def _percolated(self, rows: list[Row]) -> list[Row]:
        for row, watched in zip(rows, self._percolator.match([row.text for row in rows]), strict=True):
            row.watched = watched
        return rows


def _extracted(html: bytes) -> str:
    import trafilatura

    return str(trafilatura.extract(html) or "")
