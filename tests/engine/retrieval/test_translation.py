"""Vietnamese asked, English found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.engine.retrieval.bilingual import EnglishTexts
from haidang.engine.retrieval.shipped import own_words, shipped_table
from haidang.engine.retrieval.translation import BadTable, TranslationTable, train

PAIRS = [
    ("The bridge collapsed", "Cây cầu bị sập"),
    ("The bridge is new", "Cây cầu mới"),
    ("The house is new", "Ngôi nhà mới"),
    ("The house collapsed", "Ngôi nhà bị sập"),
    ("Rice is cheap", "Gạo rẻ"),
    ("Rice is expensive", "Gạo đắt"),
]
TEXTS = [
    "A bridge in the commune collapsed this morning",
    "Shrimp exports of the province rose in July",
    "The hospital has no vaccine left for children",
    "Hanoi hosts the ASEAN summit in 2026",
]


def test_words_that_go_together_are_learnt() -> None:
    table = train(PAIRS)
    assert table.partners("cau")[0].english == "bridg"
    assert table.partners("gao")[0].english == "rice"
    assert table.partners("khong co") == ()


def test_a_table_is_kept_as_text_and_read_again() -> None:
    table = train(PAIRS)
    assert TranslationTable.from_text(table.to_text()).to_text() == table.to_text()
    with pytest.raises(BadTable, match="Line 2"):
        TranslationTable.from_text("cau\tbridg\t0.9\t0.8\nbroken line\n")
    assert len(train([])) == 0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sáng nay một cây cầu trong xã bị sập", 0),
        ("sang nay mot cay cau trong xa bi sap", 0),
        ("Xuất khẩu tôm của tỉnh tăng trong tháng 7", 1),
        ("Bệnh viện hết vắc-xin cho trẻ em", 2),
        ("Hà Nội đăng cai hội nghị thượng đỉnh ASEAN 2026", 3),
    ],
)
def test_a_vietnamese_sentence_finds_the_english_one(text: str, place: int) -> None:
    assert EnglishTexts(TEXTS, shipped_table()).search(text)[0][0] == place


def test_the_word_list_can_be_read() -> None:
    words = own_words()
    assert len(words) > 3000
    assert all(english and vietnamese for english, vietnamese in words)


@given(st.text())
@settings(max_examples=40)
def test_any_text_can_be_asked(text: str) -> None:
    assert len(EnglishTexts(TEXTS, shipped_table()).search(text)) <= len(TEXTS)


def test_nothing_known_finds_nothing() -> None:
    assert EnglishTexts([], shipped_table()).search("cầu sập") == []
