"""Near-copies join a story."""

from datetime import UTC, datetime, timedelta

from haidang.engine.grouping import Placement, StoryIndex

AT = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)
TEXT = (
    "Đơn vị quản lý đường bộ cấm xe tải qua cầu từ ngày 11/5 để thay khe co giãn ở hai đầu nhịp giữa. Công việc dự "
    "kiến xong ngày 20/5; trong thời gian này xe tải đi theo tuyến tránh phía bờ nam rạch và không dừng trên cầu."
)
OTHER = (
    "Giá tôm sú tại các vuông nuôi ở Đầm Dơi tăng nhẹ trong tuần này do nguồn cung giảm, theo các chủ vựa."
)


def test_a_copy_joins_the_story_of_the_first() -> None:
    index = StoryIndex()
    assert index.place(key=1, text=TEXT, at=AT) == Placement(None, None, 0.0, "opened")
    assert index.place(key=2, text=OTHER, at=AT).why == "opened"
    copied = index.place(key=3, text="Tin nóng: " + TEXT, at=AT)
    assert (copied.story, copied.nearest, copied.why) == (1, 1, "copy")
    again = index.place(key=4, text="Tin nóng: " + TEXT, at=AT)
    assert (again.story, again.nearest, again.similarity) == (1, 3, 1.0)


def test_a_copy_without_tone_marks_joins_too() -> None:
    from haidang.engine.text import fold

    index = StoryIndex()
    index.place(key=1, text=TEXT, at=AT)
    assert index.place(key=2, text=fold(TEXT), at=AT).story == 1


def test_the_same_item_again_replaces_itself_and_does_not_copy_itself() -> None:
    index = StoryIndex()
    index.place(key=1, text=TEXT, at=AT)
    assert index.place(key=1, text=TEXT, at=AT).why == "opened"
    assert len(index) == 1


def test_a_rebuilt_index_remembers_stories() -> None:
    index = StoryIndex()
    index.add(7, 5, TEXT, AT)
    index.add(7, 5, TEXT, AT)
    assert index.place(key=8, text=TEXT, at=AT).story == 5


def test_what_is_older_than_the_window_is_forgotten() -> None:
    index = StoryIndex()
    index.place(key=1, text=TEXT, at=AT)
    index.place(key=2, text=TEXT, at=AT + timedelta(days=3))
    assert index.forget_before(AT + timedelta(days=1)) == 1
    assert index.place(key=3, text=TEXT, at=AT + timedelta(days=3)).nearest == 2
    assert index.forget_before(AT + timedelta(days=9)) == 2
    assert index.place(key=4, text=TEXT, at=AT).why == "opened"


def test_items_without_words_stay_alone() -> None:
    index = StoryIndex()
    index.place(key=1, text="", at=AT)
    assert index.place(key=2, text="…", at=AT) == Placement(None, None, 0.0, "opened")
    assert index.forget_before(AT + timedelta(days=1)) == 2


def test_a_long_official_phrase_alone_makes_no_copy() -> None:
    index = StoryIndex()
    phrase = "chào mừng kỷ niệm 51 năm ngày giải phóng miền Nam"
    games = f"Xã đoàn tổ chức giải bóng chuyền thanh niên lần thứ mười hai ở sân trường {phrase}"
    health = f"Trạm y tế khám bệnh miễn phí cho hai trăm người già sống một mình {phrase}"
    index.place(key=1, text=games, at=AT)
    assert index.place(key=2, text=health, at=AT).why == "opened"


# Events.

BRIDGE = "Sập cầu Cây Được, hai xe tải rơi xuống sông"
BRIDGE_LATER = "Vì sao cầu Cây Được sập khi hai xe tải đi qua?"
BRIDGE_END = "Dựng cầu tạm thay cầu Cây Được bị sập"
BACKGROUND = [
    "Giá tôm sú ở Đầm Dơi tăng nhẹ",
    "Học sinh U Minh thi vào lớp 10",
    "Thêm ba tàu cá về bến Sông Đốc",
    "Mưa lớn kéo dài ở Năm Căn",
    "Khai mạc hội chợ du lịch Đất Mũi",
]


def _stream() -> StoryIndex:
    index = StoryIndex(events=True)
    for key, headline in enumerate(BACKGROUND, start=100):
        index.place(key=key, text=headline, at=AT)
    index.place(key=1, text=BRIDGE, at=AT)
    return index


def test_another_headline_about_the_event_joins_and_says_why() -> None:
    placed = _stream().place(key=2, text=BRIDGE_LATER, at=AT)
    assert (placed.story, placed.nearest, placed.why) == (1, 1, "event")
    assert 0 < placed.similarity < 1
    assert ("name", "Cây Được") in [(shared.kind, shared.text) for shared in placed.because]
    assert all(shared.weight > 0 for shared in placed.because)


def test_without_events_only_copies_join() -> None:
    index = StoryIndex()
    index.place(key=1, text=BRIDGE, at=AT)
    assert index.place(key=2, text=BRIDGE_LATER, at=AT).why == "opened"


def test_a_copy_says_how_much_is_copied() -> None:
    index = StoryIndex(events=True)
    index.place(key=1, text=TEXT, at=AT)
    (shared,) = index.place(key=2, text=TEXT, at=AT).because
    assert (shared.kind, shared.weight) == ("copied", 1.0)


def test_what_people_took_apart_stays_apart() -> None:
    index = _stream()
    index.place(key=2, text=BRIDGE_LATER, at=AT)
    assert index.keep_apart(1, 2) == (2,)
    assert index.story_of(2) == 2
    again = index.place(key=2, text=BRIDGE_LATER, at=AT)
    assert again.why == "opened"
    assert index.story_of(1) == 1


def test_a_copy_of_what_was_taken_out_follows_it() -> None:
    index = _stream()
    index.place(key=2, text=BRIDGE_LATER, at=AT)
    index.keep_apart(1, 2)
    assert index.place(key=3, text=BRIDGE_LATER, at=AT).story == 2


def test_taking_the_first_item_out_leaves_the_name_to_it() -> None:
    index = _stream()
    index.place(key=2, text=BRIDGE_LATER, at=AT)
    assert index.keep_apart(2, 1) == (2,)
    assert (index.story_of(1), index.story_of(2)) == (1, 2)


def test_what_people_put_together_stays_together() -> None:
    index = _stream()
    assert index.keep_together(1, 100) == (100,)
    placed = index.place(key=100, text=BACKGROUND[0], at=AT)
    assert (placed.story, placed.nearest, placed.why) == (1, 1, "people")


def test_a_merge_takes_the_whole_other_story_but_not_whom_people_keep_out() -> None:
    index = _stream()
    index.place(key=101, text=BACKGROUND[1], at=AT)
    index.place(key=201, text=BACKGROUND[1], at=AT)
    index.place(key=202, text=BACKGROUND[1], at=AT)
    index.keep_apart(1, 202)
    assert index.keep_together(1, 101) == (101, 201)
    assert index.story_of(202) == 101
    assert index.keep_together(1, 201) == ()


def test_wishes_may_come_before_the_items() -> None:
    index = StoryIndex()
    assert index.keep_apart(1, 2) == ()
    assert index.keep_together(3, 4) == ()
    index.place(key=1, text=TEXT, at=AT)
    assert index.place(key=2, text=TEXT, at=AT).why == "opened"
    index.place(key=3, text=OTHER, at=AT)
    assert index.place(key=4, text=TEXT, at=AT).why == "people"


def test_the_reasons_for_two_texts_can_be_asked_for() -> None:
    index = _stream()
    kinds = [shared.kind for shared in index.explain(TEXT, TEXT)]
    assert kinds[0] == "copied"
    reasons = index.explain(BRIDGE, BRIDGE_LATER)
    assert "Cây Được" in [shared.text for shared in reasons]
    assert index.explain(BRIDGE, OTHER) == ()


def test_a_story_in_english_meets_one_in_vietnamese_over_a_bridge() -> None:
    table = {
        "bridge": [("cau", 0.9)],
        "collapses": [("sap", 0.9), ("bi sap", 0.5)],
        "trucks": [("xe tai", 0.9)],
        "river": [("song", 0.9), ("xuong song", 0.6)],
        "fall": [("roi xuong", 0.6)],
    }
    index = StoryIndex(events=True, bridge=lambda word: table.get(word, []))
    for key, headline in enumerate(BACKGROUND, start=100):
        index.place(key=key, text=headline, at=AT)
    index.place(key=1, text=BRIDGE, at=AT)
    placed = index.place(key=2, text="Bridge collapses, two trucks fall into the river", at=AT)
    assert placed.story == 1


def test_forgotten_items_take_their_stories_and_wishes_along() -> None:
    index = _stream()
    index.place(key=2, text=BRIDGE_END, at=AT + timedelta(days=2))
    index.keep_apart(1, 2)
    index.forget_before(AT + timedelta(days=1))
    assert index.place(key=3, text=BRIDGE_END, at=AT + timedelta(days=2)).story == 2
    assert index.forget_before(AT + timedelta(days=9)) == 2
    assert len(index) == 0
    assert index.place(key=4, text=BRIDGE, at=AT + timedelta(days=9)).why == "opened"
