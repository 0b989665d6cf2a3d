"""Watch queries over a batch of texts: index the batch in tantivy, then run every query on it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

_TOKEN = re.compile(r"[^\W_]+(?:[.,/:]\d+)*|[.,;:!?…|()\[\]{}•·–—\n]+")
_QUERY = re.compile(r'"([^"]+)"|(AND|OR|NOT)')


class Percolator:
    """Queries of the form `"a b" AND "c" NOT "d"` and `("a" OR "b") AND "c"`; phrases folded."""

    def __init__(self, queries: Sequence[str]) -> None:
        import tantivy

        self._tantivy: Any = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("row", stored=True, fast=True)
        builder.add_text_field("text", tokenizer_name="whitespace")
        self._schema = builder.build()
        self._queries = [self._query(written) for written in queries]

    def match(self, texts: Sequence[str]) -> list[list[int]]:
        """Numbers of the queries that each text matches."""
        index = self._tantivy.Index(self._schema)
        writer = index.writer(30_000_000, 1)
        for row, text in enumerate(texts):
            writer.add_document(self._tantivy.Document(row=row, text=" ".join(folded_tokens(text))))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        searcher = index.searcher()
        found: list[list[int]] = [[] for _ in texts]
        for number, query in enumerate(self._queries):
            for _, address in searcher.search(query, max(1, len(texts)), count=False).hits:
                found[searcher.doc(address)["row"][0]].append(number)
        return found

    def _query(self, written: str) -> Any:
        query, occur = self._tantivy.Query, self._tantivy.Occur
        either: list[Any] = []
        must: list[tuple[Any, Any]] = []
        negated, joined = False, ""
        signs = _QUERY.findall(written)
        for at, (phrase, sign) in enumerate(signs):
            if sign:
                negated, joined = sign == "NOT", sign
            elif "OR" in (joined, signs[at + 1][1] if at + 1 < len(signs) else ""):
                either.append(self._phrase(phrase))
                joined = ""
            else:
                must.append((occur.MustNot if negated else occur.Must, self._phrase(phrase)))
        if either:
            must.append((occur.Must, query.boolean_query([(occur.Should, one) for one in either])))
        return query.boolean_query(must)

    def _phrase(self, phrase: str) -> Any:
        words = phrase.split()
        if len(words) == 1:
            return self._tantivy.Query.term_query(self._schema, "text", words[0])
        return self._tantivy.Query.phrase_query(self._schema, "text", list(words))


def folded_tokens(text: str) -> list[str]:
    """Words without tone marks; "|" where a phrase ends."""
    return [_folded(token) if token[0].isalnum() else "|" for token in _TOKEN.findall(text)]


@lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    split = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))
