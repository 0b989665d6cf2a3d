"""Match, related or none."""

import json
from datetime import date

import numpy as np
import pytest

from haidang.engine.retrieval.decision import Case, Decider, fit_decider
from haidang.engine.retrieval.library import Library
from haidang.engine.retrieval.ranker import Judged
from haidang.engine.retrieval.shelf import KnownItem
from haidang.engine.retrieval.twins import are_twins, words_of

PLACES = [
    "Tân Ân",
    "Đất Bãi",
    "Cây Gừa",
    "Long Điền",
    "Phong Mỹ",
    "Rạch Sen",
    "Vàm Tre",
    "Hòn Mây",
    "Khánh Tây",
]
THINGS = ["cầu sập", "chợ cháy", "trường đóng cửa", "trạm y tế hết thuốc", "phà ngừng chạy", "kè biển vỡ"]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    items = [
        KnownItem(f"{thing}@{place}", "vi", f"{thing} ở xã {place}", "", date(2026, 5, 1))
        for place in PLACES
        for thing in THINGS
    ]
    library = Library(items)
    found = []
    for item in items:
        compared = library.compare(f"nghe nói {item.claim} rồi bà con ơi")
        right = np.array([one.key == item.key for one in compared.items])
        found.append(Case(compared.items, Judged(compared.features, right)))
    return found


@pytest.fixture(scope="module")
def decider(cases: list[Case]) -> Decider:
    return fit_decider(cases, prior=0.5, precision=0.9, none_lost=0.02)


def test_known_claims_match_and_siblings_do_not(cases: list[Case], decider: Decider) -> None:
    known = [decider.decide(case.items, case.judged.features) for case in cases]
    unknown = [
        decider.decide(one.items, one.judged.features) for one in (case.without_answer() for case in cases)
    ]
    assert sum(one.level == "match" for one in known) > 0.5 * len(cases)
    assert sum(one.level == "match" for one in unknown) <= 0.1 * len(cases)
    assert all(0 <= one.chance <= 1 for one in known)


def test_a_decider_is_kept_and_read_again(cases: list[Case], decider: Decider) -> None:
    again = Decider.from_json(json.loads(json.dumps(decider.to_json())))
    case = cases[0]
    assert (
        again.decide(case.items, case.judged.features).level
        == decider.decide(case.items, case.judged.features).level
    )
    assert decider.decide((), case.judged.features[:0]).level == "none"


def test_twins_say_the_same_in_nearly_the_same_words() -> None:
    def words(claim: str) -> frozenset[str]:
        return words_of(KnownItem("k", "vi", claim, "", None))

    assert are_twins(words("Cầu Cây Gừa bị sập rồi"), words("cầu cây gừa bị sập rồi!"))
    assert not are_twins(words("Cầu Cây Gừa bị sập"), words("Chợ Cây Gừa bị cháy"))
    assert not are_twins(frozenset(), frozenset())
