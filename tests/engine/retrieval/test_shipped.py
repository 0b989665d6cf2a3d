"""The translation table that ships with the programme."""

from haidang.engine.retrieval.analysis import analyse
from haidang.engine.retrieval.shipped import own_words, shipped_table
from haidang.engine.text import tone_key


def toned(syllable: str) -> str:
    """The term under which a syllable with its tone is indexed."""
    return f"={tone_key(syllable)}"


def test_the_shipped_table_is_read_once() -> None:
    assert shipped_table() is shipped_table()


def test_the_shipped_table_knows_everyday_words() -> None:
    assert "water" in [one.english for one in shipped_table().partners(toned("nước"))]


def test_its_chances_are_chances() -> None:
    partners = [
        one
        for term in analyse("Người dân uống nước", language="vi").terms
        for one in shipped_table().partners(term)
    ]
    assert partners
    assert all(0 < one.forth <= 1 and 0 < one.back <= 1 for one in partners)


def test_every_own_word_counts_as_three_sentences() -> None:
    words = own_words()
    assert words.count(("bridge", "cầu")) == 3


def test_several_english_words_of_one_entry_are_pairs_of_their_own() -> None:
    words = own_words()
    assert {("false news", "tin sai sự thật"), ("misinformation", "tin sai sự thật")} <= set(words)
    assert all(english and vietnamese for english, vietnamese in words)
