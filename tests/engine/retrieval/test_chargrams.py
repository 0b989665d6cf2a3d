"""Likeness of spellings."""

import numpy as np
import pytest

from haidang.engine.retrieval.chargrams import CharGrams, spelled

KNOWN = [spelled(text) for text in ("Cầu Cây Được bị sập", "Tôm bị trả về", "Thu phí vào Mũi Cà Mau")]


def learnt() -> CharGrams:
    grams = CharGrams()
    grams.learn(KNOWN)
    return grams


def test_a_text_is_spelled_folded_with_single_spaces() -> None:
    assert "".join(map(chr, spelled("  Cầu\n  SẬP ").tolist())) == " cau sap "


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_same_spelling_is_more_alike_than_a_slip_of_the_pen(place: int) -> None:
    slipped = KNOWN[place].copy()
    slipped[5] = ord("z")
    same, near = (learnt().likeness(asked, KNOWN)[0][place] for asked in (KNOWN[place], slipped))
    assert same > near > 0


def test_a_misspelled_text_is_most_like_the_one_it_means() -> None:
    cosine, _ = learnt().likeness(spelled("cau cay duocc bi saap"), KNOWN)
    assert int(np.argmax(cosine)) == 0
    assert 0 < cosine[0] < 1


def test_texts_without_a_common_piece_are_not_alike() -> None:
    cosine, covered = learnt().likeness(spelled("xyzw"), KNOWN)
    assert cosine.tolist() == covered.tolist() == [0, 0, 0]


def test_a_rare_piece_counts_more_than_a_common_one() -> None:
    grams = CharGrams()
    grams.learn([spelled("alpha")] * 50 + [spelled("omega")])
    common, rare = grams.likeness(spelled("alpha omega"), [spelled("alpha"), spelled("omega")])[0]
    assert rare > common


def test_nothing_known_is_compared_with_nothing() -> None:
    cosine, covered = learnt().likeness(spelled("cầu"), [])
    assert len(cosine) == len(covered) == 0
