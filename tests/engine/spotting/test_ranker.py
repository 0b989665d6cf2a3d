"""A ranking learnt from sentences orders new ones like those it saw."""

import numpy as np
import pytest

from haidang.engine.spotting.features import WIDTH, WORD_COLUMNS
from haidang.engine.spotting.ranker import WORDS_WEIGHT, Ranker, TooFewSentences, fit_ranker

HARM = ["Cầu ở xã {n} bị sập, {n} người bị thương", "Cháy chợ xã {n}, thiệt hại {n} triệu đồng"]
FAIR = ["Hội thi nấu ăn xã {n} diễn ra vui vẻ", "Đội bóng xã {n} thắng {n} trận giao hữu"]


@pytest.fixture(scope="module")
def ranker() -> Ranker:
    texts = [form.format(n=number) for number in range(2, 12) for form in (*HARM, *FAIR)]
    return fit_ranker(texts, [True, True, False, False] * 10)


def test_sentences_like_those_taken_up_come_first(ranker: Ranker) -> None:
    bridge, fire, fair = ranker.scores(
        ["Cầu ở xã An bị sập, 3 người bị thương", "Chợ xã An cháy", "Hội thi nấu ăn xã An diễn ra vui vẻ"]
    )
    assert 1 > bridge > ranker.threshold > fair > 0
    assert fire > fair


def test_the_reasons_are_signs_that_people_can_see_and_the_strongest_come_first(ranker: Ranker) -> None:
    reasons = ranker.reasons("Cầu ở xã An bị sập, 3 người bị thương")
    assert dict(reasons)["harm"] > 0
    assert [abs(moved) for _, moved in reasons] == sorted((abs(moved) for _, moved in reasons), reverse=True)


def test_no_more_reasons_are_given_than_asked_for(ranker: Ranker) -> None:
    assert len(ranker.reasons("Cầu ở xã An bị sập, 3 người bị thương", limit=2)) == 2


def test_words_never_seen_in_training_do_not_shorten_the_others(ranker: Ranker) -> None:
    seen = min(ranker.rarity)
    unseen = next(column for column in range(WORD_COLUMNS) if column not in ranker.rarity)
    known, strange = ranker.rows([{seen: 1.0}, {seen: 1.0, unseen: 1.0}]).times(np.ones(WIDTH))
    assert known == strange == WORDS_WEIGHT


@pytest.mark.parametrize(
    ("taken", "left"),
    [(4, 20), (20, 4), (0, 0)],
)
def test_too_few_sentences_of_one_kind_are_refused(taken: int, left: int) -> None:
    worth = [True] * taken + [False] * left
    with pytest.raises(TooFewSentences, match="at least 5 sentences that were taken up and 5 that were not"):
        fit_ranker(["một câu"] * len(worth), worth)


def test_every_sentence_needs_its_decision() -> None:
    with pytest.raises(TooFewSentences):
        fit_ranker(["một câu"] * 21, [True, False] * 10)
