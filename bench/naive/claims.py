"""Claims in a tantivy index; a sentence is asked for as any of its words, ranked by BM25, the best ten."""

import re
from collections.abc import Iterable
from typing import Any

LIMIT = 10


class ClaimSearch:
    def __init__(self, claims: Iterable[tuple[str, str]]) -> None:
        """(key, text) of each claim."""
        import tantivy

        self._tantivy: Any = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("key", stored=True, tokenizer_name="raw")
        builder.add_text_field("text")
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(128_000_000, 1)
        for key, text in claims:
            writer.add_document(tantivy.Document(key=key, text=text))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def best(self, sentence: str) -> list[str]:
        query, should = self._tantivy.Query, self._tantivy.Occur.Should
        words = set(re.findall(r"\w+", sentence.lower()))
        terms = [(should, query.term_query(self._schema, "text", word)) for word in words]
        hits = self._searcher.search(query.boolean_query(terms), LIMIT).hits
        return [self._searcher.doc(address)["key"][0] for _, address in hits]
