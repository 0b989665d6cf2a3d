"""Claims that say the same in nearly the same words."""

import pytest

from haidang.engine.retrieval.shelf import KnownItem
from haidang.engine.retrieval.twins import are_twins, twins_of, words_of


def known(claim: str, *, title: str = "") -> KnownItem:
    return KnownItem("one", "vi", claim, title, None)


@pytest.mark.parametrize(
    ("one", "other", "twins"),
    [
        ("Cầu Cây Được bị sập", "cau cay duoc bi sap", True),
        ("Cầu Cây Được bị sập", "Sập cầu Cây Được bị", True),
        ("cầu bị sập sáng nay rồi đó", "cầu bị sập sáng nay rồi", True),
        ("Cầu Cây Được bị sập", "Cầu Tân Ân bị sập", False),
        ("Cầu Cây Được bị sập", "Tôm bị trả về", False),
    ],
)
def test_claims_are_twins_by_the_share_of_words_both_have(one: str, other: str, twins: bool) -> None:
    assert are_twins(words_of(known(one)), words_of(known(other))) is twins


def test_a_known_answer_without_claim_is_compared_by_its_title() -> None:
    assert words_of(known("", title="Cầu sập")) == {"cau", "sap"}


def test_texts_without_words_are_nobody_s_twins() -> None:
    assert not are_twins(frozenset(), frozenset())


def test_the_twins_among_many_are_pointed_out() -> None:
    items = [known("cầu sập"), known("tôm chết"), known("Cau sap!")]
    assert twins_of(words_of(items[0]), items).tolist() == [True, False, True]
