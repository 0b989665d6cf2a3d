"""What can be checked, and what leaves the queue with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.spotting import PlaceWords, Spotted, spot
from haidang.engine.text import fold, nfc

OURS = PlaceWords(("Cà Mau", "dat mui", "nam can", "cay duoc"))


def _one(text: str, language: str = "vi", place: PlaceWords = OURS) -> Spotted:
    found = spot(text, language=language, place=place, everything=True)
    assert len(found) == 1, found
    return found[0]


CHECKABLE = [
    "Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông",
    "ba con oi cau cay duoc sap 1 nhip roi, may chiec xe roi xuong song sang nay",
    "Từ tháng 6 khách đến Mũi Cà Mau phải mua vé 500.000 đồng",
    "Tôm xuất khẩu của tỉnh bị trả về 120 tấn vì nhiễm kháng sinh",
    "Xã mới sáp nhập sẽ thu phí làm lại giấy tờ nhà đất",
    "Nhà máy điện gió xã Đất Mũi ngừng bán điện từ đầu tháng 5/2026",
    "Lễ hội Nghinh Ông năm nay dời sang tháng 4 âm lịch, UBND xã thông báo",
    "UBND tỉnh Cà Mau ban hành quyết định tăng giá nước 20% từ tháng 7",
    "Tỉnh Cà Mau đứng đầu cả nước về sản lượng tôm, cao hơn năm ngoái",
    "Cháy lớn tại chợ Năm Căn đêm qua, hai người bị thương",
    "Theo báo cáo, dịch tả lợn châu Phi đã lây lan ở ba xã",
    "Nghe nói cầu sập rồi phải không?",
    "Thật đáng thất vọng, cầu Cây Được sập sáng 12/5",
    "A bridge in Ca Mau collapsed on 12 May, several vehicles fell into the river",
    "Police in Ca Mau said 120 tonnes of shrimp were returned",
    "Is it true that the Ca Mau bridge collapsed?",
]


@pytest.mark.parametrize("text", CHECKABLE)
def test_a_statement_that_can_be_checked_stays(text: str) -> None:
    found = _one(text, language="en" if text.isascii() and " the " in f" {text.lower()} " else "vi")
    assert (found.checkable, found.reason) == (True, "")
    assert found.points >= 3


@pytest.mark.parametrize("text", [text for text in CHECKABLE if not text.isascii()])
def test_it_stays_without_tone_marks(text: str) -> None:
    assert _one(fold(text)).checkable


EXITS = [
    ("Theo tôi, việc sửa cầu quá chậm và thật đáng thất vọng.", "opinion"),
    ("Tôi nghĩ tỉnh nên làm thêm một cây cầu nữa ở đây", "opinion"),
    ("Mũi Cà Mau đẹp quá, thật tuyệt vời cho chuyến đi", "opinion"),
    ("I think the repair in Ca Mau is far too slow", "opinion"),
    ("Việc sửa đường ở đây quá tệ, cán bộ vô trách nhiệm", "criticism"),
    ("Lãnh đạo tỉnh quan liêu, làm ăn kém cỏi", "criticism"),
    ("Châm biếm: cá sấu được bổ nhiệm làm trưởng bến phà", "satire"),
    ("[Vui] Tỉnh Cà Mau ban hành quyết định cấm mưa từ 12/5", "satire"),
    ("Dự báo triều cường ngày mai vượt báo động 3", "prediction"),
    ("Nhiều khả năng giá tôm sẽ tăng trong tháng 6", "prediction"),
    ("The price of shrimp in Ca Mau is expected to rise", "prediction"),
    ("Bao giờ tỉnh khởi công cây cầu mới?", "question"),
    ("Cầu Cây Được bao giờ thông xe vậy bà con", "question"),
    ("Mong tỉnh sớm khởi công cây cầu mới", "question"),
    ("Hy vọng cầu hoàn thành trước tháng 6", "question"),
    ("Tôm giá rẻ 120 nghìn một ký, inbox ngay 0912 345 678", "advertisement"),
    ("Khuyến mãi lớn, mua ngay hôm nay giảm 50%", "advertisement"),
    ("Hôm qua tôi đi chợ mua 2 kg tôm hết 300 nghìn", "experience"),
    ("Nhà tôi mất điện từ sáng nay", "experience"),
    ("Cô ca sĩ ly hôn sau 3 năm, chia đôi 5 tỷ đồng", "private_person"),
    ("Ông Trump phạt đại học ở Mỹ một tỷ USD", "not_ours"),
    ("Cháy lớn ở Hà Nội, hai người chết", "not_ours"),
    ("Cong an Ha Noi bat hai nguoi trong ngay 12/5", "not_ours"),
    ("Một cổng chùa cao 7 mét được dựng lên", "too_vague"),
]


@pytest.mark.parametrize(("text", "reason"), EXITS)
def test_what_cannot_be_checked_leaves_with_its_reason(text: str, reason: str) -> None:
    found = _one(text, language="en" if text.isascii() and " is " in text else "vi")
    assert (found.checkable, found.reason) == (False, reason)


@pytest.mark.parametrize(
    ("text", "reason"), [row for row in EXITS if not row[0].isascii() and row[1] != "not_ours"]
)
def test_opinion_without_tone_marks_leaves_too(text: str, reason: str) -> None:
    assert not _one(fold(text)).checkable


@pytest.mark.parametrize(
    "text",
    [
        "Xem thêm tin khác",
        "Ảnh: tòa soạn cung cấp hôm nay",
        "Cây Được",
        "Khi nào sửa xong cây cầu này?",
        "một " * 130,
        "",
        "…",
    ],
)
def test_what_states_nothing_is_left_out(text: str) -> None:
    assert spot(text, language="vi", place=OURS, everything=True) == ()


def test_news_from_elsewhere_and_vague_lines_are_left_out_unless_asked_for() -> None:
    text = "Cháy lớn ở Hà Nội, hai người chết. Một cổng chùa cao 7 mét."
    assert spot(text, language="vi", place=OURS) == ()
    assert [one.reason for one in spot(text, language="vi", place=OURS, everything=True)] == [
        "not_ours",
        "not_ours",
    ]
    assert spot("Một cổng chùa cao 7 mét được dựng lên", language="vi", place=OURS) == ()


def test_a_place_of_ours_is_not_elsewhere_and_helps_its_neighbours() -> None:
    text = "Bạc Liêu có tin mới. Cầu bị sập một nhịp sáng 12/5."
    assert spot(text, language="vi", place=OURS) == ()
    (found,) = spot(text, language="vi", place=PlaceWords(("Bạc Liêu", "Cà Mau")))
    assert "about_us_nearby" in {one.code for one in found.factors}


def test_one_satire_label_covers_the_whole_text() -> None:
    text = "Góc châm biếm\nTỉnh Cà Mau ban hành quyết định cấm mưa từ 12/5."
    assert [one.reason for one in spot(text, language="vi", place=OURS)] == ["satire"]


def test_other_languages_have_no_rules_yet() -> None:
    assert spot("橋が崩落した。", language="ja", place=OURS) == ()


@given(
    st.text() | st.lists(st.sampled_from([*CHECKABLE, "“", "?", "\n", ". ", "12/5"])).map(" ".join),
    st.sampled_from(["vi", "en"]),
)
def test_every_quote_stands_where_it_says(text: str, language: str) -> None:
    for found in spot(text, language=language, place=OURS, everything=True):
        assert text[found.start : found.end] == found.quote
        assert found.checkable == (found.reason == "")
        assert all(nfc(one.detail) == one.detail or one.detail in text for one in found.factors)
