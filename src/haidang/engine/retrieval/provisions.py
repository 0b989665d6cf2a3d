"""Find the article of a law that settles a question: an article is as near as the nearest of its clauses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from haidang.engine.retrieval.analysis import Terms, analyse
from haidang.engine.retrieval.candidates import Query, best_rows, read_query
from haidang.engine.retrieval.postings import Floats, Ints, Postings, Row, Segment
from haidang.engine.retrieval.posts import plain
from haidang.engine.retrieval.projection import Weights, find_rows, project_english
from haidang.engine.retrieval.translation import TranslationTable

# ALQAC train, MAP@5: whole articles 0.868, best clause 0.925 (pairs 0.6; 0.916 at 0.3, 0.927 at 1.0).
_PAIR_WEIGHT = 0.6
_CLAUSES = 200  # looked at for one question
_CLAUSE = re.compile(r"\n+(?=\s{0,8}\d{1,3}\s?\.\s)")
# What frames a question in an examination or a letter and says nothing of its matter.
_FRAME = re.compile(
    r"(?:là\s+)?(?:đúng hay sai|dung hay sai|true or false)\s*\??|(?:hãy )?cho biết|xin hỏi|cho tôi hỏi",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Provision:
    """An article: the law it belongs to, its heading and its text with a line for each clause."""

    key: str
    law: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class FoundProvision:
    """An article with the clause that fits best."""

    key: str
    clause: str
    score: float


class ProvisionIndex:
    """Articles by key. Grows and shrinks while it serves."""

    def __init__(self, provisions: Iterable[Provision] = ()) -> None:
        self._postings = Postings()
        self._clauses: dict[int, tuple[str, str]] = {}
        self._rows: dict[str, list[int]] = {}
        self._next = 0
        for one in provisions:
            self.put(one)

    def __len__(self) -> int:
        return len(self._rows)

    def put(self, provision: Provision) -> None:
        """Add an article, or replace the one with its key."""
        self.remove(provision.key)
        heading, law = _terms(provision.heading), _terms(provision.law)
        rows = self._rows[provision.key] = []
        for clause in clauses(provision.text) or [provision.heading]:
            number, self._next = self._next, self._next + 1
            self._postings.put(Row(number, [heading, law, _terms(clause)]))
            self._clauses[number] = (provision.key, clause)
            rows.append(number)

    def remove(self, key: str) -> None:
        for number in self._rows.pop(key, ()):
            del self._clauses[number]
            self._postings.remove(number)

    def read(self, question: str) -> Query:
        """A question as it is looked up."""
        self._postings.settle()
        return read_query(_terms(_FRAME.sub(" ", plain(question))), self._postings)

    def search(self, question: str, *, limit: int = 5) -> list[FoundProvision]:
        """The articles nearest to a Vietnamese question, with or without tone marks."""
        return self.find(self.read(question), limit=limit)

    def find(self, query: Query, *, limit: int = 5) -> list[FoundProvision]:
        """The same for a question read already."""
        found = best_rows(query, self._postings, limit=_CLAUSES, pair_weight=_PAIR_WEIGHT)
        return self._articles([(one.segment, one.rows, one.scores) for one in found], limit)

    def search_english(
        self, question: str, table: TranslationTable, *, limit: int = 5
    ) -> list[FoundProvision]:
        """The articles nearest to an English question."""
        self._postings.settle()
        projected = project_english(plain(question), table, Weights())
        return self._articles(find_rows(projected, self._postings, limit=_CLAUSES), limit)

    def _articles(
        self, clauses_found: list[tuple[Segment, Ints, Floats]], limit: int
    ) -> list[FoundProvision]:
        best: dict[str, FoundProvision] = {}
        for segment, rows, scores in clauses_found:
            for number, score in zip(segment.names[rows].tolist(), scores.tolist(), strict=True):
                key, clause = self._clauses[number]
                if key not in best or best[key].score < score:
                    best[key] = FoundProvision(key, clause, score)
        return sorted(best.values(), key=lambda found: (-found.score, found.key))[:limit]


def clauses(text: str) -> list[str]:
    """The numbered clauses of an article, what stands before the first of them included."""
    return [part.strip() for part in _CLAUSE.split(text) if part.strip()]


def _terms(text: str) -> Terms:
    return analyse(text, language="vi")
