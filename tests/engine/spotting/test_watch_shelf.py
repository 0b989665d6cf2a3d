"""What is filed under one anchor is tested as its rule asks, and can be taken out again."""

import pytest

from haidang.engine.spotting.watch_compile import Rule, View
from haidang.engine.spotting.watch_shelf import Shelf, add_flat_matches, add_other_matches


def _rule(*all_of: str, none_of: tuple[str, ...] = (), long_text: bool = False) -> Rule:
    test = (lambda view: len(view.words) > 3) if long_text else None
    return Rule(("sap",), all_of, none_of, test)


def _filed(shelf: Shelf[str]) -> tuple[int, int, int]:
    return len(shelf.sure), len(shelf.flat), len(shelf.others)


@pytest.mark.parametrize(
    ("rule", "alone", "filed"),
    [
        (_rule(), True, (1, 0, 0)),
        (_rule(" cau "), True, (0, 1, 0)),
        (_rule(none_of=(" phim ",)), True, (0, 1, 0)),
        (_rule(), False, (0, 0, 1)),
        (_rule(" cau "), False, (0, 0, 1)),
        (_rule(long_text=True), True, (0, 0, 1)),
    ],
)
def test_a_rule_is_filed_by_what_it_takes_to_test_it(
    rule: Rule, alone: bool, filed: tuple[int, int, int]
) -> None:
    shelf: Shelf[str] = Shelf()
    shelf.put(["lan"], rule, alone=alone)
    assert _filed(shelf) == filed


def test_taking_out_a_query_leaves_another_with_equal_topics() -> None:
    shelf: Shelf[str] = Shelf()
    gone, kept = ["lan"], ["lan"]
    for keys in (gone, kept):
        shelf.put(keys, _rule(), alone=True)
        shelf.put(keys, _rule(" cau "), alone=True)
        shelf.put(keys, _rule(" xe "), alone=False)
    shelf.take_out(gone)
    assert shelf.sure[0] is shelf.flat[0][0] is shelf.others[0][0] is kept
    assert _filed(shelf) == (1, 1, 1)


def test_a_shelf_is_empty_once_everything_is_taken_out() -> None:
    shelf: Shelf[str] = Shelf()
    assert not shelf
    keys = ["lan"]
    shelf.put(keys, _rule(" cau "), alone=True)
    assert shelf
    shelf.take_out(keys)
    assert not shelf


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("cầu sập", ["lan", "minh"]),
        ("cầu sập trong phim", ["lan"]),
        ("nhà sập", []),
    ],
)
def test_flat_rules_match_by_what_is_and_is_not_in_the_text(text: str, matches: list[str]) -> None:
    shelf: Shelf[str] = Shelf()
    shelf.put(["lan"], _rule(" cau "), alone=True)
    shelf.put(["minh"], _rule(" cau ", none_of=(" phim ",)), alone=True)
    found: list[str] = []
    add_flat_matches(shelf.flat, View(text).folded, found)
    assert found == matches


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("cầu sập và xe rơi", [["lan", "minh"], ["hoa"]]),
        ("cầu sập", [["lan", "minh"]]),
        ("cầu sập trong phim", [["hoa"]]),
        ("nhà sập", []),
    ],
)
def test_a_query_with_several_rules_that_hold_is_found_once(text: str, matches: list[list[str]]) -> None:
    shelf: Shelf[str] = Shelf()
    shared = ["lan", "minh"]
    shelf.put(shared, _rule(" cau ", none_of=(" phim ",)), alone=False)
    shelf.put(shared, _rule(" xe "), alone=False)
    shelf.put(["hoa"], _rule(" sap ", long_text=True), alone=True)
    found: dict[int, list[str]] = {}
    add_other_matches(shelf.others, View(text), found)
    assert list(found.values()) == matches
