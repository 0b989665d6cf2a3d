"""A rumour retold finds its review; a sibling is only related."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.retrieval import ClaimIndex, KnownItem

DAY = date(2026, 5, 12)
BRIDGE = KnownItem(
    "2026-0001", "vi", "Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông",
    "Cầu Cây Được không sập. Cầu đang cấm xe tải để sửa khe co giãn đến 20/5", DAY,
)  # fmt: skip
BRIDGE_EN = KnownItem(
    "2026-0001-en", "en",
    "A bridge over Cay Duoc canal collapsed on the morning of 12 May and many vehicles fell into the river",
    "The Cay Duoc bridge has not collapsed", DAY,
)  # fmt: skip
TICKET = KnownItem(
    "2026-0002",
    "vi",
    "Từ tháng 6 khách đến Mũi Cà Mau phải mua vé 500.000 đồng",
    "Khách đến Mũi Cà Mau không phải mua vé",
    DAY,
)
SHRIMP = KnownItem(
    "2026-0003",
    "vi",
    "Tôm xuất khẩu của tỉnh bị trả về 120 tấn vì nhiễm kháng sinh",
    "Không có lô tôm nào bị trả về",
    DAY,
)
ALL = (BRIDGE, BRIDGE_EN, TICKET, SHRIMP)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (BRIDGE.claim, "2026-0001"),
        ("ba con oi cau cay duoc sap 1 nhip roi, may chiec xe roi xuong song sang nay", "2026-0001"),
        ("Nghe nói sáng nay cầu Cây Được sập, xe cộ rơi hết xuống sông", "2026-0001"),
        (
            "Sáng 12/5, một nhịp cầu bắc qua rạch Cây Được đổ sập khiến nhiều phương tiện rơi xuống sông.",
            "2026-0001",
        ),
        ("A bridge in Cay Duoc collapsed on May 12, several vehicles fell into the river", "2026-0001-en"),
        ("tom xuat khau ca mau bi tra ve 120 tan do khang sinh", "2026-0003"),
        ("den mui ca mau phai mua ve 500k tu thang 6", "2026-0002"),
    ],
)
@pytest.mark.parametrize("items", [ALL, ALL[::-1]])
def test_a_rumour_in_other_words_is_matched(text: str, key: str, items: tuple[KnownItem, ...]) -> None:
    first = ClaimIndex(items).search(text)[0]
    assert (first.key, first.level) == (key, "match")
    assert all(slot.agrees for slot in first.slots)


def test_one_review_alone_is_enough_to_be_found() -> None:
    assert ClaimIndex([BRIDGE]).search("cau cay duoc bi sap, xe rot xuong song het roi")[0].level == "match"


@pytest.mark.parametrize(
    ("text", "slot", "here", "there"),
    [
        (
            "Cầu qua rạch Cây Được bị sập hai nhịp sáng 12/5, nhiều xe rơi xuống sông",
            "number",
            "hai nhịp",
            "một nhịp",
        ),
        ("Cầu qua rạch Cây Được bị sập một nhịp sáng 20/9, nhiều xe rơi xuống sông", "date", "20/9", "12/5"),
        (
            "Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5/2025, nhiều xe rơi xuống sông",
            "date",
            "12/5/2025",
            "12/5",
        ),
        (
            "Cầu qua rạch Tân Ân bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông",
            "place",
            "Tân Ân",
            "Cây Được",
        ),
        ("Cầu sập một nhịp rồi bà con ơi, nhiều xe rơi xuống sông", "place", "", "Cây Được"),
        ("Cầu qua rạch Cây Được không sập nhịp nào sáng 12/5", "polarity", "không", "affirmed"),
        ("tom xuat khau cua tinh bi tra ve 150 tan vi nhiem khang sinh", "number", "150 tan", "120 tấn"),
        (
            "Từ tháng 6 khách đến Mũi Cà Mau được miễn phí vé 500.000 đồng",
            "direction",
            "miễn phí",
            "phải mua vé",
        ),
    ],
)
def test_a_sibling_is_only_related_and_says_why(text: str, slot: str, here: str, there: str) -> None:
    first = ClaimIndex(ALL).search(text)[0]
    conflicts = [(one.slot, one.here, one.there) for one in first.slots if not one.agrees]
    assert first.level == "related"
    assert (slot, here, there) in conflicts


def test_the_day_it_was_seen_tells_this_morning_from_another() -> None:
    index = ClaimIndex([BRIDGE])
    text = "sang nay cau cay duoc sap 1 nhip, xe roi xuong song"
    assert index.search(text, on=DAY)[0].level == "match"
    later = index.search(text, on=date(2026, 11, 1))[0]
    assert (later.level, [slot.slot for slot in later.slots if not slot.agrees]) == ("related", ["date"])


def test_what_is_not_like_anything_finds_nothing() -> None:
    index = ClaimIndex(ALL)
    assert index.search("Lễ hội Nghinh Ông năm nay dời sang tháng 4 âm lịch") == []
    assert index.search("") == []
    assert index.search("…") == []
    assert ClaimIndex().search("Cầu sập") == []


def test_a_review_can_be_replaced_and_withdrawn() -> None:
    index = ClaimIndex(ALL)
    index.put(KnownItem("2026-0001", "vi", "Phà Năm Căn ngừng chạy từ 1/6", "", None))
    assert len(index) == 4
    assert "2026-0001" not in [hit.key for hit in index.search(BRIDGE.claim)]
    assert index.search("pha nam can ngung chay tu 1/6")[0].key == "2026-0001"
    index.remove("2026-0001")
    index.remove("2026-0001")
    assert index.search("pha nam can ngung chay tu 1/6") == []
    for item in ALL:
        index.remove(item.key)
    assert (len(index), index._postings) == (0, {})


def test_an_item_known_by_its_title_alone_is_found() -> None:
    item = KnownItem("tb-45", "vi", "", "Thông báo 45/TB-SXD: cấm xe tải qua cầu Cây Được từ 11/5", None)
    assert ClaimIndex([item]).search("cấm xe tải qua cầu Cây Được từ 11/5")[0].level == "match"


def test_common_terms_bring_no_candidates_of_their_own() -> None:
    many = [
        KnownItem(f"k{n}", "vi", f"Cầu số {n} trên tuyến tránh đã thông xe", "", None) for n in range(600)
    ]
    hits = ClaimIndex(many).search("cầu số 421 trên tuyến tránh đã thông xe")
    assert hits[0].key == "k421"


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for hit in ClaimIndex(ALL).search(text, on=DAY):
        assert 0 < hit.score <= 1
        assert hit.level in {"match", "related"}
        assert hit.level == "related" or all(slot.agrees for slot in hit.slots)
