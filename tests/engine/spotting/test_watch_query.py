"""What a watch query is once it is read, and how it is printed again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_query import (
    And,
    Near,
    Not,
    Or,
    Query,
    Term,
    printed_query,
    required_terms,
    term_of,
)

A, B, C = (Term((word,), (), word) for word in "abc")


@pytest.mark.parametrize(
    ("printed", "exact", "term"),
    [
        ("hòa", False, Term(("hoa",))),
        ("hoà", True, Term(("hoa",), ("hoa1",))),
        ("cầu, sập", False, Term(("cau", "|", "sap"))),
        (" , “Cà  Mau”. ", True, Term(("ca", "mau"), ("ca1", "mau"))),
        ("...", False, Term(())),
    ],
)
def test_a_term_keeps_its_tone_only_when_asked_and_no_break_at_its_edges(
    printed: str, exact: bool, term: Term
) -> None:
    assert term_of(printed, exact=exact) == term


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        (term_of("Cà  Mau", exact=True), '="Cà Mau"'),
        (Not(Or((A, B))), 'NOT ("a" OR "b")'),
        (And((A, Not(B))), '"a" AND NOT "b"'),
        (Or((A, And((B, C)))), '"a" OR ("b" AND "c")'),
        (Near((A, B), (C,), 3), '("a" OR "b") NEAR/3 "c"'),
        (And((A, Near((B,), (C,), 0))), '"a" AND ("b" NEAR/0 "c")'),
    ],
)
def test_a_query_is_printed_with_every_bracket(query: Query, printed: str) -> None:
    assert printed_query(query) == printed


@pytest.mark.parametrize(
    ("query", "required"),
    [
        (A, [(A,)]),
        (And((Or((A, B)), C, Not(A))), [(A, B), (C,)]),
        (Near((A, B), (C,), 3), [(A, B), (C,)]),
        (Not(A), []),
        (Or((A, Not(B))), []),
        (Or((A, A, B)), [(A, B)]),
        (Or((And((Or((A, B)), C)), A)), [(C, A)]),
    ],
)
def test_required_terms_are_what_every_match_must_have(
    query: Query, required: list[tuple[Term, ...]]
) -> None:
    assert required_terms(query) == required


_TERMS = st.builds(
    lambda words, exact: term_of(" ".join(words), exact=exact),
    st.lists(st.sampled_from(["cầu", "sập", "Cà", "Mau", "12/5"]), min_size=1, max_size=3),
    st.booleans(),
)
_NEAR = st.builds(Near, st.tuples(_TERMS), st.tuples(_TERMS), st.integers(0, 9))


@given(st.lists(st.one_of(_TERMS, _NEAR), min_size=1, max_size=4), st.sampled_from([" AND ", " OR ", " "]))
def test_a_printed_query_reads_back_the_same(parts: list[Term | Near], joint: str) -> None:
    query = parse_watch(joint.join(f"({printed_query(part)})" for part in parts))
    assert parse_watch(printed_query(query)) == query
