"""A quick first look over very many known claims: BM25 over the rarer words of a sentence, nothing compared closely.

Words that more than one claim in 20 has cost most of the time of a search and decide little.
"""

import math
from collections.abc import Iterable
from datetime import date

import tantivy

from haidang.engine.retrieval import Hit, KnownItem
from haidang.engine.text import fold, syllables

_COMMON = 0.05  # share of the claims that have a word
_ASKED = 12  # words of a sentence, the rarest
_LEAST = 2  # known words: one alone is no likeness
_SATURATED = 2.2  # k1 + 1: the most that BM25 gives a word, in units of its rarity
_HEAP = 128_000_000


class FirstLook:
    """Built once over a collection; what changes while it serves belongs in a ClaimIndex. Safe to read side by side."""

    def __init__(self, items: Iterable[KnownItem]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(_HEAP, 1)
        for item in items:
            words = " ".join(_words(f"{item.claim}\n{item.title}\n{item.summary}"))
            writer.add_document(tantivy.Document(key=item.key, words=words))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(self, text: str, *, limit: int = 5, on: date | None = None) -> list[Hit]:  # noqa: ARG002 - as ClaimIndex
        """The claims that share most of the rarer words, best first. Score: their share of the sentence's weight.

        All are `related` at most: whether place, date and number agree is for ClaimIndex to say.
        """
        seen = {word: self._searcher.doc_freq("words", word) for word in sorted(set(_words(text)))}
        common = max(_LEAST, _COMMON * len(self))
        rare = sorted((count, word) for word, count in seen.items() if 0 < count <= common)[:_ASKED]
        if len(rare) < _LEAST:
            return []
        whole = _SATURATED * sum(self._rarity(count) for count in seen.values() if count <= common)
        terms = [tantivy.Query.term_query(self._schema, "words", word) for _, word in rare]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        found = self._searcher.search(query, limit, count=False).hits
        return [
            Hit(str(self._searcher.doc(address)["key"][0]), round(min(1.0, score / whole), 4), "related", ())
            for score, address in found
        ]

    def _rarity(self, count: int) -> float:
        return math.log(1 + (len(self) - count + 0.5) / (count + 0.5))


def _words(text: str) -> list[str]:
    return syllables(fold(text))
