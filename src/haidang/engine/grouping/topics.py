"""Online stories by subject: every story is the sum of its headlines, a new one joins where evidence is enough.

Two conditions. The headline's terms must resemble the story (cosine with the sum of its members). And what they share
must be more than chance would give: the logarithms of how much oftener each shared term is in the story than in the
stream add up, and must exceed the logarithm of the number of stories it could have fallen in with. The second keeps
place names and stock phrases from gluing the day's news together, and asks more of a stream with more stories.
A story that has been quiet for a while must be resembled more.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import nlargest

from haidang.engine.grouping.headline import Term

LIKE_AT = 0.1  # cosine
EVIDENCE = 1.0  # times the logarithm of the number of stories
_LARGER = 0.2  # a story gains this much of its likeness with every e-fold of members: it is more surely about something
_QUIET_DAYS = 2.0  # a story quiet for so long counts half as alike
_SOFTER = 0.75  # exponent of the rarity of a term
_EXPECTED = 200  # headlines assumed before the first, so that the first hundred are not all rare words
_SAME_PHRASE = 0.4  # what a pair counts that goes on from a shared one
_MOST_EVIDENCE = 8.0  # of one term
_LONGEST_DAYS = 7  # since a story opened: an event is a matter of days, what goes on is a subject
_TELLING = (
    0.5  # share of a term that finds stories; single Vietnamese syllables only add to what others found
)
_WIDEST = 300  # stories of one term that are looked at; what more share is no subject
_LOOKED_AT = 16  # stories compared with one headline, those that share most; 40 find nearly the same, slower
_MOST_TERMS = 256  # kept of a story
_VOCABULARY = 300_000  # terms whose frequency is known; above, the rare ones go


_TINY = 1e-9
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Joined:
    """A story that a headline belongs to. `because`: the shared terms and their evidence, strongest first."""

    story: int
    likeness: float
    because: tuple[tuple[str, float], ...]


@dataclass(slots=True)
class _Story:
    sums: dict[str, float] = field(default_factory=dict)
    members_with: dict[str, int] = field(default_factory=dict)
    squared: float = 0.0
    members: int = 0
    opened_at: datetime = _LONG_AGO
    last_at: datetime = _LONG_AGO


Vector = dict[str, float]


class TopicIndex:
    """Stories as sums of weighted terms. Memory is bounded by the items kept and `_VOCABULARY`. Not thread-safe."""

    def __init__(self, *, evidence: float = EVIDENCE) -> None:
        self._evidence_asked = evidence
        self._stories: dict[int, _Story] = {}
        self._stories_with: dict[str, dict[int, None]] = {}
        self._headlines_with: dict[str, float] = {}
        self._headlines = 0.0

    def __len__(self) -> int:
        return len(self._stories)

    def vector(self, terms: dict[str, Term]) -> Vector:
        """Count the terms as seen, and weigh them by how rare they are so far; length 1."""
        seen = self._headlines_with
        self._headlines += 1
        for key in terms:
            seen[key] = seen.get(key, 0.0) + 1
        if len(seen) > _VOCABULARY:
            self._halve()
        weighed = {key: term.weight * self.rarity(key) ** _SOFTER for key, term in terms.items()}
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        return {key: weight / length for key, weight in weighed.items()}

    def add(self, story: int, vector: Vector, at: datetime) -> None:
        """A headline joins a story, which begins with it if it is new."""
        known = self._stories.get(story)
        if known is None:
            known = self._stories[story] = _Story(opened_at=at)
        known.members += 1
        known.last_at = max(known.last_at, at)
        for key, weight in vector.items():
            before = known.sums.get(key, 0.0)
            known.sums[key] = before + weight
            known.members_with[key] = known.members_with.get(key, 0) + 1
            known.squared += weight * (2 * before + weight)
            self._stories_with.setdefault(key, {})[story] = None
        if len(known.sums) > _MOST_TERMS:
            self._shorten(story, known)

    def remove(self, story: int, vector: Vector) -> None:
        """A headline leaves its story; the story ends with the last."""
        known = self._stories.get(story)
        if known is None:
            return
        known.members -= 1
        for key, weight in vector.items():
            if key not in known.sums:
                continue
            known.sums[key] -= weight
            known.members_with[key] -= 1
            if known.members_with[key] <= 0:
                self._drop_term(story, known, key)
        known.squared = sum(total * total for total in known.sums.values())
        if known.members <= 0:
            for key in list(known.sums):
                self._drop_term(story, known, key)
            del self._stories[story]

    def best(self, terms: dict[str, Term], vector: Vector, at: datetime) -> Iterator[Joined]:
        """The stories that the headline belongs to, the most alike first."""
        needed = self._evidence_asked * math.log(len(self._stories) + 2)
        ranked = sorted(self._likenesses(terms, vector, at), key=lambda pair: (-pair[1], pair[0]))
        for story, likeness in ranked:
            because = self._evidence(terms, self._stories[story])
            if sum(weight for _, weight in because) >= needed:
                yield Joined(story, likeness, because)

    def _likenesses(
        self, terms: dict[str, Term], vector: Vector, at: datetime
    ) -> Iterator[tuple[int, float]]:
        for story in self._worth_a_look(terms, vector):
            known = self._stories[story]
            if (at - known.opened_at).days >= _LONGEST_DAYS:
                continue
            total, there = 0.0, known.sums.get
            for key, weight in vector.items():
                total += weight * there(key, 0.0)
            likeness = total / math.sqrt(max(known.squared, _TINY)) / _quiet(known.last_at, at)
            if likeness >= LIKE_AT:
                yield story, likeness * (1 + _LARGER * math.log(known.members))

    def _worth_a_look(self, terms: dict[str, Term], vector: Vector) -> list[int]:
        """The stories that share most of the headline's telling terms."""
        totals: dict[int, float] = {}
        for key, weight in vector.items():
            having = self._stories_with.get(key)
            if having and len(having) <= _WIDEST and terms[key].share >= _TELLING:
                for story in having:
                    totals[story] = totals.get(story, 0.0) + weight
        if len(totals) <= _LOOKED_AT:
            return list(totals)
        return nlargest(_LOOKED_AT, totals, key=totals.__getitem__)

    def _evidence(self, terms: dict[str, Term], story: _Story) -> tuple[tuple[str, float], ...]:
        found = []
        tail = ""  # of the pair before, if shared: a phrase of four syllables is three pairs, but one coincidence
        for key, term in terms.items():
            count = story.members_with.get(key)
            first, _, second = key.partition(" ")
            if not count:
                tail = "" if second else tail
                continue
            here = count / (story.members + 1)
            everywhere = (self._headlines_with.get(key, 0.0) + 0.5) / (self._headlines + _EXPECTED)
            share = term.share * (_SAME_PHRASE if second and first == tail else 1.0)
            weight = share * min(_MOST_EVIDENCE, math.log(here / everywhere))
            tail = second or tail
            if weight > 0:
                found.append((key, weight))
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))

    def rarity(self, key: str) -> float:
        """The logarithm of how seldom a term is met."""
        return math.log((self._headlines + _EXPECTED) / (self._headlines_with.get(key, 0.0) + 0.5))

    def _halve(self) -> None:
        """Age the frequencies: those seen once go, the others and the number of headlines halve."""
        self._headlines /= 2
        self._headlines_with = {key: count / 2 for key, count in self._headlines_with.items() if count > 1}

    def _shorten(self, story: int, known: _Story) -> None:
        """Down to three quarters, so that it is not done with every headline."""
        lightest = sorted(known.sums, key=lambda key: known.sums[key])
        for key in lightest[: len(lightest) - _MOST_TERMS * 3 // 4]:
            self._drop_term(story, known, key)
        known.squared = sum(total * total for total in known.sums.values())

    def _drop_term(self, story: int, known: _Story, key: str) -> None:
        del known.sums[key], known.members_with[key]
        having = self._stories_with[key]
        del having[story]
        if not having:
            del self._stories_with[key]


def _quiet(last_at: datetime, at: datetime) -> float:
    """By how much less a story counts as alike after a pause; items that arrive late find no pause."""
    days = (at - last_at).total_seconds() / 86_400
    return 1.0 + max(0.0, days) / _QUIET_DAYS


def cosine(one: Vector, other: Vector) -> float:
    """Of two vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)
