"""Hashes of word triples."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.grouping.shingles import HASH_BITS, shingle_hashes
from haidang.engine.text import fold, syllables

TEXT = "Đơn vị quản lý đường bộ cấm xe tải qua cầu từ ngày 11/5 để thay khe co giãn."


def _one(text: str) -> list[int]:
    return [int(value) for value in shingle_hashes([text])[0]]


@pytest.mark.parametrize(
    "same",
    [
        TEXT.upper(),
        fold(TEXT),
        unicodedata.normalize("NFD", TEXT),
        f"  «{TEXT}» ",
        TEXT.replace(" ", " — ", 3),
        TEXT + " 🙂",
    ],
)
def test_case_marks_and_punctuation_make_no_difference(same: str) -> None:
    assert _one(same) == _one(TEXT)


def test_there_is_a_hash_for_every_three_words_in_a_row() -> None:
    found = _one("mot hai ba bon nam")
    assert len(found) == 3
    assert found[0] == _one("mot hai ba")[0]
    assert found[2] == _one("ba bon nam")[0]
    assert _one("mot ba hai") != _one("mot hai ba")


def test_one_or_two_words_have_one_hash_and_no_word_has_none() -> None:
    assert len(_one("mot")) == len(_one("mot hai")) == 1
    assert _one("mot hai") != _one("hai mot")
    assert _one("…") == _one("") == []
    assert shingle_hashes([]) == []


def test_scripts_without_spaces_give_a_word_a_character() -> None:
    assert len(_one("这座桥对卡车关闭")) == 6
    assert len(_one("橋はトラック")) == 4
    assert len(_one("다리는 트럭에 폐쇄되었습니다")) == 1


@given(st.lists(st.text(max_size=60), max_size=6))
def test_texts_together_give_the_hashes_of_each_alone(texts: list[str]) -> None:
    together = shingle_hashes(texts)
    assert len(together) == len(texts)
    for text, found in zip(texts, together, strict=True):
        assert np.array_equal(found, shingle_hashes([text])[0])
        assert all(int(value) < 2**HASH_BITS for value in found)


@given(st.text(alphabet="aàảãáạăâbcdđeêghiouươ ,.\n-0123", max_size=80))
def test_folded_text_hashes_alike(text: str) -> None:
    assert _one(fold(text)) == _one(text)


@given(st.lists(st.sampled_from(["mot", "hai", "ba", "bon", "nam", "sau"]), max_size=12))
def test_equal_triples_have_equal_hashes(words: list[str]) -> None:
    found = _one(" ".join(words))
    triples = list(zip(words, words[1:], words[2:], strict=False)) or [tuple(syllables(" ".join(words)))]
    if words:
        assert len(set(found)) == len(set(triples))
