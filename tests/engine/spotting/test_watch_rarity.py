"""A query is filed under the rarest thing that it cannot do without."""

import pytest

from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_rarity import Anchor, Rarity

STREAM = ["tỉnh họp"] * 50 + ["tỉnh Cà Mau họp"]


@pytest.mark.parametrize(
    ("query", "anchors"),
    [
        ("tỉnh AND mau", ("mau",)),
        ("tỉnh Cà Mau họp", (("mau", "hop"),)),
        ("mau OR tỉnh", ("mau", "tinh")),
        ("(mau OR tỉnh) AND họp", ("hop",)),
        ("mau NEAR/3 họp", ("mau",)),
        ("họp NOT mau", ("hop",)),
    ],
)
def test_rare_words_are_learnt_from_the_stream(query: str, anchors: tuple[Anchor, ...]) -> None:
    assert Rarity(STREAM).anchors(parse_watch(query)) == anchors


@pytest.mark.parametrize(
    ("query", "anchors"),
    [
        ("(a OR b) AND cầu sập", (("cau", "sap"),)),
        ("a OR b", ("a", "b")),
        ("a OR A", ("a",)),
        ("xe AND thuyền", ("thuyen",)),
        ('"cầu, sập"', ("cau",)),
    ],
)
def test_before_anything_is_learnt_pairs_and_long_words_count_as_rare(
    query: str, anchors: tuple[Anchor, ...]
) -> None:
    assert Rarity().anchors(parse_watch(query)) == anchors


def test_no_pair_reaches_across_a_break() -> None:
    assert Rarity().anchors(parse_watch('"rạch, cầu sập"')) == (("cau", "sap"),)


def test_a_word_counts_once_a_text_and_texts_may_come_later() -> None:
    rarity = Rarity(["sập sập sập"])
    unseen = Rarity().cost("sap")
    assert rarity.cost("sap") == 1 + unseen
    rarity.learn(["sập", "cầu"])
    assert rarity.cost("sap") == 2 + unseen
