"""Known claims of one language."""

from datetime import date

import pytest

from haidang.engine.retrieval.features import NAMES
from haidang.engine.retrieval.shelf import Compared, KnownItem, Shelf

DAY = date(2026, 5, 12)
BRIDGE = KnownItem("bridge", "vi", "Cầu Cây Được bị sập", "Cầu Cây Được không sập", DAY)
SHRIMP = KnownItem("shrimp", "vi", "Tôm bị trả về 120 tấn", "Không có lô tôm nào bị trả về", None)
TICKET = KnownItem("ticket", "vi", "Khách đến Mũi Cà Mau phải mua vé", "Không thu vé ở Mũi Cà Mau", DAY)


def shelf(*items: KnownItem) -> Shelf:
    made = Shelf("vi")
    for item in items:
        made.put(item)
    return made


def feature(found: Compared, name: str) -> float:
    """Of the first candidate."""
    return float(found.features[0, NAMES.index(name)])


@pytest.mark.parametrize(
    ("text", "key"),
    [("cau cay duoc sap roi", "bridge"), ("120 tấn tôm", "shrimp"), ("mua ve mui ca mau", "ticket")],
)
def test_the_nearest_claim_comes_first(text: str, key: str) -> None:
    assert shelf(BRIDGE, SHRIMP, TICKET).compare(text).items[0].key == key


def test_a_claim_asked_word_for_word_shares_more_than_one_retold() -> None:
    known = shelf(BRIDGE, SHRIMP, TICKET)
    same, retold = known.compare(BRIDGE.claim), known.compare("nghe đâu cầu Cây Được sập")
    assert feature(same, "asked_claim") == pytest.approx(1.0)
    assert feature(same, "chars_claim") > feature(retold, "chars_claim")


def test_the_days_between_post_and_answer_are_told() -> None:
    known = shelf(BRIDGE, SHRIMP, TICKET)
    assert feature(known.compare("cầu sập", on=DAY), "days_apart") == 0
    assert feature(known.compare("cầu sập"), "dated") == 0


def test_a_text_that_shares_nothing_has_no_candidates() -> None:
    found = shelf(BRIDGE).compare("trời mưa")
    assert (found.items, found.features.shape) == ((), (0, len(NAMES)))


def test_an_item_put_again_replaces_the_old_one_and_a_removed_one_is_gone() -> None:
    known = shelf(BRIDGE, SHRIMP)
    known.put(KnownItem("shrimp", "vi", "Cua được mùa", "Cua được mùa", DAY))
    known.remove("bridge")
    known.remove("never there")
    assert len(known) == 1
    assert known.compare("tôm bị trả về").items == ()
    assert known.compare("cầu Cây Được sập cua").items[0].claim == "Cua được mùa"
