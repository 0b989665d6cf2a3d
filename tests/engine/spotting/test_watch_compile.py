"""A query becomes rules that hold exactly where the query does."""

import pytest

from haidang.engine.spotting.watch_compile import Rule, View, rules_of
from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_rarity import Anchor, Rarity
from haidang.engine.spotting.watch_words import joined, toned_words


def _rules(query: str) -> tuple[Rule, ...]:
    return rules_of(parse_watch(query), Rarity())


def _holds(query: str, text: str) -> bool:
    """As the index does, but with every anchor taken for seen."""
    view = View(text)
    return any(
        all(piece in view.folded for piece in rule.all_of)
        and not any(piece in view.folded for piece in rule.none_of)
        and (rule.test is None or rule.test(view))
        for rule in _rules(query)
    )


@pytest.mark.parametrize(
    ("query", "rules"),
    [
        ("sập", [("sap", (), ())]),
        ("cầu sập", [(("cau", "sap"), (), ())]),
        ("cầu Cây Được", [(("cay", "duoc"), (" cau cay duoc ",), ())]),
        ("thuyền AND sập AND cầu", [("thuyen", (" sap ", " cau "), ())]),
        ("sập NOT phim", [("sap", (), (" phim ",))]),
        ("(sập OR gãy) AND thuyền", [("thuyen", (" sap ",), ()), ("thuyen", (" gay ",), ())]),
    ],
)
def test_plain_queries_need_nothing_but_strings(
    query: str, rules: list[tuple[Anchor, tuple[str, ...], tuple[str, ...]]]
) -> None:
    found = _rules(query)
    assert [(*rule.anchors, rule.all_of, rule.none_of) for rule in found] == rules
    assert all(rule.test is None for rule in found)


@pytest.mark.parametrize("query", ["=sập", "cầu NEAR/2 sập", "cầu NOT (phim AND ảnh)", "cầu NOT =sáp"])
def test_tones_distances_and_what_is_denied_together_need_a_test(query: str) -> None:
    (rule,) = _rules(query)
    assert rule.test is not None


@pytest.mark.parametrize(
    ("query", "text", "holds"),
    [
        ("=sập", "cầu sập", True),
        ("=sập", "cầu sắp xong", False),
        ("cầu NEAR/2 sập", "cầu mới lại sập", True),
        ("cầu NEAR/1 sập", "cầu mới lại sập", False),
        ("cầu NEAR/2 sập", "sập, cầu", True),
        ("(cầu OR phà) NEAR/0 (sập OR chìm)", "cầu gãy, phà chìm", True),
        ("(cầu OR phà) NEAR/0 (sập OR chìm)", "phà gãy, chìm cầu cũ, sập", True),
        ("(cầu OR phà) NEAR/0 (sập OR chìm)", "cầu gãy rồi mới sập", False),
        ("cầu NOT (phim AND ảnh)", "cầu trong phim", True),
        ("cầu NOT (phim AND ảnh)", "ảnh cầu trong phim", False),
        ("cầu NOT (phim OR ảnh)", "cầu trong ảnh", False),
        ("cầu NOT =sáp", "cầu sập", True),
        ("cầu NOT =sáp", "cầu sáp", False),
    ],
)
def test_the_rules_hold_where_the_query_does(query: str, text: str, holds: bool) -> None:
    assert _holds(query, text) is holds


def test_a_query_with_very_many_alternatives_stays_one_rule_that_is_tested_as_it_is() -> None:
    few = " OR ".join(f"w{number}" for number in range(24))
    many = f"{few} OR w24"
    assert [len(_rules(few)), len(_rules(many))] == [24, 1]
    assert set(_rules(many)[0].anchors) == {f"w{number}" for number in range(25)}
    assert _holds(many, "w24")
    assert not _holds(many, "w25")


def test_many_alternatives_joined_by_and_stay_one_rule_too() -> None:
    query = "(a OR b OR c) (d OR e OR f) (g OR h OR i)"
    assert len(_rules(query)) == 1
    assert _holds(query, "c đi e rồi g")
    assert not _holds(query, "a b c d e f")


def test_a_text_is_seen_folded_and_with_tones_and_breaks_are_not_counted() -> None:
    view = View("Cầu Cây Được, sập")
    assert view.folded == " cau cay duoc | sap "
    assert view.toned == joined(toned_words(view.text)) != view.folded
    assert view.order == [0, 1, 2, 3, 3, 4]
