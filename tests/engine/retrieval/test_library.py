"""Shelves of claims."""

from datetime import date

import numpy as np
import pytest

from haidang.engine.retrieval.features import NAMES, only
from haidang.engine.retrieval.library import Library
from haidang.engine.retrieval.ranker import fused
from haidang.engine.retrieval.shelf import KnownItem

BRIDGE = KnownItem("b", "vi", "Cầu Cây Gừa bị sập ba nhịp", "Cầu Cây Gừa không sập", date(2026, 5, 13))
SHRIMP = KnownItem("s", "vi", "Tôm bị trả về 120 tấn", "Không có lô tôm nào bị trả về", date(2026, 3, 5))
FERRY = KnownItem(
    "f", "en", "The ferry at Rach Ong stopped running", "The ferry still runs", None, "It runs daily."
)


def best(library: Library, text: str) -> str:
    compared = library.compare(text)
    return compared.items[int(np.argmax(fused(compared.features)))].key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("cau cay gua sap roi bà con", "b"),
        ("Cầu Cây Gừa s.ậ.p", "b"),
        ("tom bi tra ve", "s"),
        ("Is it true that the ferries at Rach Ong have stopped?", "f"),
    ],
)
def test_a_post_finds_its_claim_in_its_language(text: str, key: str) -> None:
    assert best(Library([BRIDGE, SHRIMP, FERRY]), text) == key


def test_items_are_replaced_and_removed() -> None:
    library = Library([BRIDGE, SHRIMP])
    library.put(KnownItem("b", "en", "The bridge stands", "", None))
    assert [item.language for item in library.compare("The bridge stands").items] == ["en"]
    library.remove("b")
    library.remove("b")
    assert len(library) == 1


@pytest.mark.parametrize("text", ["", "…", "x", "\x00\x01", "cầu " * 25_000, "世界 мир cầu"])
def test_any_text_gets_an_answer(text: str) -> None:
    compared = Library([BRIDGE, SHRIMP, FERRY]).compare(text, on=date(2026, 5, 12))
    assert compared.features.shape == (len(compared.items), len(NAMES))
    assert np.isfinite(compared.features).all()
    assert Library().compare(text).items == ()


def test_features_without_a_candidate_are_those_of_a_smaller_list() -> None:
    compared = Library([BRIDGE, SHRIMP]).compare("cầu sập, tôm bị trả về")
    kept = np.array([item.key == "s" for item in compared.items])
    assert only(compared.features, kept)[0, NAMES.index("bm25_rank")] == 1.0


def test_the_days_between_post_and_answer_are_known() -> None:
    compared = Library([BRIDGE]).compare("cầu sập", on=date(2026, 5, 12))
    assert compared.features[0, NAMES.index("days_after")] == pytest.approx(np.log1p(1))
