"""What a headline is about."""

import pytest

from haidang.engine.grouping.headline import topic_terms


def test_vietnamese_headlines_speak_in_pairs_and_names() -> None:
    terms = topic_terms("Sập cầu Cây Được, hai xe tải rơi xuống sông")
    assert terms["cay duoc"].kind == "name"
    assert terms["cay duoc"].printed == "Cây Được"
    assert terms["xe tai"].weight > terms["xe"].weight
    assert "xuong" in terms


def test_english_headlines_speak_in_stems() -> None:
    terms = topic_terms("Stocks fall as Fed official hints at faster tapering")
    assert {"stock", "fall", "fed", "official", "hint"} <= terms.keys()
    assert terms["fed"].kind == "name"
    assert "as" not in terms
    assert terms["stock"].weight == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("companies", "company"), ("prices", "price"), ("killed", "kill"), ("China's", "China")],
)
def test_endings_make_no_difference(one: str, other: str) -> None:
    assert topic_terms(f"The {one}").keys() == topic_terms(f"The {other}").keys()


def test_capitals_of_a_title_in_capitals_tell_no_names() -> None:
    assert {term.kind for term in topic_terms("Fed Official Hints At Tapering").values()} == {"words"}


def test_a_short_headline_is_helped_out_by_the_text() -> None:
    alone, helped = topic_terms("Sập cầu"), topic_terms("Sập cầu\nCầu Cây Được bị sập một nhịp sáng nay.")
    assert "cay duoc" in helped
    assert "cay duoc" not in alone
    long = topic_terms("Sập cầu Cây Được, hai xe tải rơi xuống sông\nĐầm Dơi có mưa.")
    assert "dam doi" not in long


def test_numbers_are_terms() -> None:
    assert topic_terms("Ba người bị thương, 12/5 mở lại cầu")["12/5"].kind == "number"


def test_a_bridge_adds_vietnamese_terms_to_other_languages() -> None:
    table = {"bridge": [("cau", 0.9)], "collapses": [("sap", 0.8)]}
    terms = topic_terms("Bridge collapses in the delta", bridge=lambda word: table.get(word, []))
    assert terms["cau"].weight < terms["bridg"].weight
    assert "sap" in terms
    assert "khac" not in topic_terms("Cây đước bridge đã già", bridge=lambda word: [("khac", 1.0)])


@pytest.mark.parametrize("text", ["", "…", "\n\n", "a"])
def test_nothing_to_say_gives_no_terms(text: str) -> None:
    assert topic_terms(text) == {}
