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
