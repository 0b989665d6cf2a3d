"""English texts asked in Vietnamese."""

import pytest

from haidang.engine.retrieval.bilingual import EnglishTexts
from haidang.engine.retrieval.translation import Partner, TranslationTable
from haidang.engine.text import tone_key


def toned(syllable: str) -> str:
    """The term under which a syllable with its tone is indexed."""
    return f"={tone_key(syllable)}"


TABLE = TranslationTable(
    {
        toned("cầu"): (Partner("bridg", 0.8, 0.8),),
        toned("sập"): (Partner("collaps", 0.8, 0.8),),
        toned("tôm"): (Partner("shrimp", 0.9, 0.9),),
    }
)
TEXTS = (
    "A bridge collapsed this morning",
    "The bridge was opened",
    "120 tons of shrimp came back",
    "It rains",
)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [("cầu sập", [0, 1]), ("tôm bị trả về", [2]), ("120 tấn", [2]), ("trời nắng", []), ("", [])],
)
def test_texts_that_say_the_same_come_best_first(asked: str, numbers: list[int]) -> None:
    assert [number for number, _ in EnglishTexts(TEXTS, TABLE).search(asked)] == numbers


def test_scores_fall_and_the_limit_holds() -> None:
    found = EnglishTexts(TEXTS, TABLE).search("cầu sập và tôm")
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert EnglishTexts(TEXTS, TABLE).search("cầu sập và tôm", limit=1) == found[:1]


def test_without_texts_nothing_is_found() -> None:
    assert EnglishTexts((), TABLE).search("cầu sập") == []
