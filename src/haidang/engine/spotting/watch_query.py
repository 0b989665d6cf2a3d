"""What a watch query is once it is read: terms joined by AND, OR, NOT and NEAR."""

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from haidang.engine.spotting.watch_words import BREAK, folded_words, toned_words

_QUOTES = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase. `toned` is empty unless its tone marks must agree (written `="…"`)."""

    folded: tuple[str, ...]
    toned: tuple[str, ...] = ()
    printed: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Near:
    """One of `left` and one of `right` with at most `distance` words between them, in either order."""

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Not:
    part: "Query"


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Query", ...]


Query: TypeAlias = Term | Near | Not | And | Or


def term_of(printed: str, *, exact: bool) -> Term:
    """The term that the printed words ask for; its `folded` is empty when there is no word in them."""
    printed = " ".join(_QUOTES.sub(" ", printed).split())
    folded, toned = folded_words(printed), toned_words(printed)
    while folded and folded[0] == BREAK:
        folded, toned = folded[1:], toned[1:]
    while folded and folded[-1] == BREAK:
        folded, toned = folded[:-1], toned[:-1]
    return Term(tuple(folded), tuple(toned) if exact else (), printed)


def printed_query(query: Query) -> str:
    """The query with every bracket written: how the machine understood it. Reading it again gives the same query."""
    match query:
        case Term():
            return f'{"=" if query.toned else ""}"{query.printed}"'
        case Near():
            return f"{_any_of(query.left)} NEAR/{query.distance} {_any_of(query.right)}"
        case Not():
            return f"NOT {_bracketed(query.part)}"
        case And():
            return " AND ".join(_bracketed(part) for part in query.parts)
        case Or():
            return " OR ".join(_bracketed(part) for part in query.parts)


def _bracketed(query: Query) -> str:
    text = printed_query(query)
    return f"({text})" if isinstance(query, And | Or | Near) else text


def _any_of(terms: tuple[Term, ...]) -> str:
    text = " OR ".join(printed_query(term) for term in terms)
    return f"({text})" if len(terms) > 1 else text


def required_terms(query: Query) -> list[tuple[Term, ...]]:
    """Sets of terms of which each must have one in any text that matches; none for a query such as NOT a."""
    match query:
        case Term():
            return [(query,)]
        case Near():
            return [query.left, query.right]
        case Not():
            return []
        case And():
            return [terms for part in query.parts for terms in required_terms(part)]
        case Or():
            branches = [required_terms(part) for part in query.parts]
            if not all(branches):
                return []
            shortest = [min(branch, key=len) for branch in branches]
            return [tuple(dict.fromkeys(term for terms in shortest for term in terms))]
