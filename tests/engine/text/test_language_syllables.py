"""The syllables that Vietnamese spelling allows."""

import pytest

from haidang.engine.text.language_syllables import telling_syllables, untoned_syllables


@pytest.mark.parametrize(
    "syllable",
    [
        "cau", "sap", "nghieng", "nguoi", "khuya", "quyen", "qua", "giet", "gia",
        "yeu", "uyen", "xuong", "roi", "y",
    ],
)  # fmt: skip
def test_what_vietnamese_writes_is_a_syllable(syllable: str) -> None:
    assert syllable in untoned_syllables()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("kien", "cien"),
        ("ca", "ka"),
        ("ghe", "ge"),
        ("ga", "gha"),
        ("nghe", "nge"),
        ("nga", "ngha"),
        ("yeu", "ieu"),
    ],
)
def test_the_letters_before_a_front_vowel_are_those_of_the_spelling_rules(right: str, wrong: str) -> None:
    assert (right in untoned_syllables(), wrong in untoned_syllables()) == (True, False)


@pytest.mark.parametrize("word", ["bridge", "closed", "fermé", "gii", "qe", "thyen", "zoo", ""])
def test_words_of_another_shape_are_none(word: str) -> None:
    assert word not in untoned_syllables()


@pytest.mark.parametrize(
    ("syllable", "telling"),
    [
        ("nguoi", True),
        ("xanh", True),
        ("khuya", True),
        ("trau", True),
        ("the", False),
        ("la", False),
        ("to", False),
    ],
)
def test_only_a_spelling_that_other_languages_hardly_use_is_telling(syllable: str, telling: bool) -> None:
    assert syllable in untoned_syllables()
    assert (syllable in telling_syllables()) is telling


def test_every_telling_syllable_is_one_of_the_syllables() -> None:
    assert telling_syllables() < untoned_syllables()
