"""Find the article of a law that settles a question: articles are cut into clauses, and the best clause speaks for all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from haidang.engine.retrieval.analysis import Terms, analyse
from haidang.engine.retrieval.candidates import Query, best_rows, read_query
from haidang.engine.retrieval.postings import Postings, Row
from haidang.engine.retrieval.posts import plain

# ALQAC train, MAP@5: whole articles 0.868, best clause 0.925 (pairs 0.6; 0.916 at 0.3, 0.927 at 1.0).
_PAIR_WEIGHT = 0.6
_CLAUSES = 200  # looked at for one question
_CLAUSE = re.compile(r"\n+(?=\s{0,8}\d{1,3}\s?\.\s)")
# What frames a question in an examination or a letter and says nothing of its matter.
_FRAME = re.compile(
    r"(?:là\s+)?(?:đúng hay sai|dung hay sai|true or false)\s*\??|(?:hãy )?cho biết|xin hỏi|cho tôi hỏi", re.IGNORECASE
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
        """The same for a question read already (or brought over from another language)."""
        best: dict[str, FoundProvision] = {}
        for one in best_rows(query, self._postings, limit=_CLAUSES, pair_weight=_PAIR_WEIGHT):
            for number, score in zip(one.segment.names[one.rows].tolist(), one.scores.tolist(), strict=True):
                key, clause = self._clauses[number]
                if key not in best or best[key].score < score:
                    best[key] = FoundProvision(key, clause, score)
        return sorted(best.values(), key=lambda found: (-found.score, found.key))[:limit]

    @property
    def postings(self) -> Postings:
        self._postings.settle()
        return self._postings


def clauses(text: str) -> list[str]:
    """The numbered clauses of an article, what stands before the first of them included."""
    return [part.strip() for part in _CLAUSE.split(text) if part.strip()]


def _terms(text: str) -> Terms:
    return analyse(text, language="vi")
