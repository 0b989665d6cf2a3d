"""A sentence leaves by the first exit that applies; what states a fact stays."""

import pytest

from haidang.engine.spotting import PlaceWords
from haidang.engine.spotting.exits import exit_reason
from haidang.engine.spotting.marks import read_marks

OURS = PlaceWords(("Cà Mau",))


def _exit(text: str, *, has_fact: bool = False, dated_figure: bool = False) -> str:
    marks = read_marks(text, OURS, cased=True)
    return exit_reason(text, marks, has_fact=has_fact or dated_figure, dated_figure=dated_figure)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Chuyện cười: cá sấu được bổ nhiệm làm trưởng bến phà", "satire"),
        ("[Hài] Tỉnh ban hành quyết định cấm mưa", "satire"),
        ("Cô ca sĩ ly hôn sau ba năm", "private_person"),
        ("Theo tôi, cây cầu mới chưa cần thiết", "opinion"),
        ("Bao giờ cầu thông xe?", "question"),
        ("Nhiều khả năng giá tôm sẽ tăng", "prediction"),
        ("Chính quyền làm việc quá tệ", "criticism"),
        ("Chuyến đi quá tệ", "opinion"),
        ("Cầu Cây Được bị sập một nhịp", ""),
    ],
)
def test_each_exit_has_its_code(text: str, reason: str) -> None:
    assert _exit(text) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Khuyến mãi cho khách đến lễ hội", ""),
        ("Khuyến mãi lớn, mua ngay kẻo hết", "advertisement"),
        ("Khuyến mãi cho khách, gọi 0912 345 678", "advertisement"),
        ("Lễ hội mở cửa, gọi 0912 345 678", ""),
    ],
)
def test_an_advertisement_has_two_selling_phrases_or_one_and_a_telephone_number(
    text: str, reason: str
) -> None:
    assert _exit(text) == reason


def test_a_rumour_asked_about_stays_and_a_plain_question_leaves() -> None:
    assert _exit("Nghe nói cầu sập rồi phải không?") == ""
    assert _exit("Cầu sập rồi phải không?") == "question"
    assert _exit("“Cầu sập rồi phải không?”") == "question"


def test_a_wish_leaves_only_where_the_sentence_begins_with_it() -> None:
    assert _exit("Mong tỉnh khởi công cây cầu mới") == "question"
    assert _exit("Cầu khởi công đúng như bà con mong đợi") == ""


def test_a_forecast_stays_when_it_names_its_source_a_date_and_a_figure() -> None:
    named = "Đài khí tượng dự báo triều cường đạt 2,25 m ngày 18/10"
    assert _exit(named, dated_figure=True) == ""
    assert _exit(named, has_fact=True) == "prediction"
    assert _exit("Dự báo triều cường đạt 2,25 m ngày 18/10", dated_figure=True) == "prediction"


def test_judging_words_do_not_hide_an_event_that_has_a_figure() -> None:
    text = "Thật đáng thất vọng, cầu sập"
    assert _exit(text, has_fact=True) == ""
    assert _exit(text) == "opinion"


def test_a_feeling_leaves_unless_an_event_or_a_figure_stands_beside_it() -> None:
    assert _exit("Bà con rất tự hào về quê mình") == "opinion"
    assert _exit("Bà con rất tự hào về quê mình", has_fact=True) == ""
    assert _exit("Bà con tự hào vì cầu đã khánh thành") == ""


def test_what_happened_at_home_stays_only_as_harm_at_a_named_place_or_body() -> None:
    assert _exit("Nhà tôi mất điện từ sáng nay") == "experience"
    assert _exit("Nhà tôi ở Cà Mau mất điện từ sáng nay") == ""


def test_a_private_matter_stays_when_a_public_body_acts_in_it() -> None:
    assert _exit("Tòa án xử vụ cô ca sĩ ly hôn") == ""
