"""The index gives what the plain evaluator gives, for any queries, after any adding and removing."""

import pytest
from bench.spotting.naive_watch import naive_matches
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.engine.spotting.watch_index import UnknownTopic, WatchIndex
from haidang.engine.spotting.watch_lexer import InvalidQuery
from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_plain import watch_places
from haidang.engine.spotting.watch_rarity import Rarity

TEXT = "Cầu Cây Được bị sập. Hai xe rơi xuống sông!"


def test_many_users_meet_one_text() -> None:
    index: WatchIndex[str] = WatchIndex()
    index.add("lan", "cầu Cây Được")
    index.add("minh", "cầu Cây Được")
    index.add("hoa", "(sập OR gãy) AND (xe OR người) NOT phim")
    index.add("mai", "=sắp")
    index.add("thu", "xe NEAR/2 sông OR cầu NEAR/3 sập")
    assert sorted(index.match(TEXT)) == ["hoa", "lan", "minh", "thu"]
    assert len(index) == 5


def test_hits_carry_the_places_to_highlight() -> None:
    index: WatchIndex[int] = WatchIndex()
    index.add(1, "cây được AND xe")
    (hit,) = index.find(TEXT)
    assert (hit.key, [TEXT[one.start : one.end] for one in hit.places]) == (1, ["Cây Được", "xe"])
    assert index.find("Trời mưa.") == []


def test_a_topic_can_be_replaced_and_removed_and_others_with_its_query_stay() -> None:
    index: WatchIndex[int] = WatchIndex()
    index.add(1, "sập")
    index.add(2, "sập")
    index.add(1, "gãy")
    assert index.match(TEXT) == [2]
    index.remove(2)
    assert index.match(TEXT) == []
    index.remove(1)
    assert (len(index), index._filed, index._words, index._pairs) == (0, {}, {}, {})
    with pytest.raises(UnknownTopic):
        index.remove(1)


def test_an_invalid_query_changes_nothing() -> None:
    index: WatchIndex[int] = WatchIndex()
    index.add(1, "sập")
    with pytest.raises(InvalidQuery):
        index.add(1, "sập AND")
    assert index.match(TEXT) == [1]


def test_a_query_with_very_many_alternatives_still_matches_once() -> None:
    index: WatchIndex[int] = WatchIndex()
    index.add(1, " OR ".join(["sập", "xe", *(f"w{number}" for number in range(40))]))
    index.add(2, "(a OR b OR sập) (c OR d OR xe) (e OR f OR cầu) NOT (x AND y)")
    assert sorted(index.match(TEXT)) == [1, 2]


_WORDS = st.sampled_from(["cầu", "câu", "sập", "xe", "Hoà", "hòa", "hóa", "12/5"])
_TEXTS = st.lists(st.one_of(_WORDS, st.sampled_from([",", ".", "-", "(", "\n"])), max_size=12).map(" ".join)
_PHRASES = st.lists(_WORDS, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
_EXACT = st.tuples(st.sampled_from(["", "="]), _PHRASES).map("".join)
_PLAIN_NEAR = st.tuples(_PHRASES, st.integers(0, 3), _PHRASES).map(
    lambda one: f"({one[0]} NEAR/{one[1]} {one[2]})"
)
_QUERIES = st.recursive(
    st.one_of(_EXACT, _PLAIN_NEAR),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" AND ", " OR ", " AND NOT "]), inner).map(
            lambda one: f"({''.join(one)})"
        ),
    ),
    max_leaves=5,
)


def _readable(query: str) -> bool:
    try:
        parse_watch(query)
    except InvalidQuery:
        return False
    return True


@settings(max_examples=100)
@given(
    st.lists(_QUERIES.filter(_readable), min_size=1, max_size=6),
    st.lists(_TEXTS, min_size=1, max_size=4),
    st.sets(st.integers(0, 5)),
    st.booleans(),
)
def test_the_index_the_plain_evaluator_and_the_naive_scan_agree(
    queries: list[str], texts: list[str], removed: set[int], learns: bool
) -> None:
    index: WatchIndex[int] = WatchIndex(Rarity(texts if learns else ()))
    for number, query in enumerate(queries):
        index.add(number, query)
    gone = {number for number in removed if number < len(queries)}
    for number in gone:
        index.remove(number)
    parsed = [parse_watch(query) for query in queries]
    for text in texts:
        plain = {number for number, query in enumerate(parsed) if watch_places(query, text) is not None}
        found = index.match(text)
        assert len(found) == len(set(found))
        assert set(found) == plain - gone
        assert plain == naive_matches(parsed, text)


@given(_QUERIES.filter(_readable), _TEXTS)
def test_every_mark_stands_in_the_text(query: str, text: str) -> None:
    places = watch_places(parse_watch(query), text) or ()
    assert all(0 <= one.start < one.end <= len(text) and text[one.start : one.end].strip() for one in places)
    assert list(places) == sorted(places, key=lambda one: one.start)
