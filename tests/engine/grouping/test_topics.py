"""Stories by subject, one headline after the other."""

from datetime import UTC, datetime, timedelta

import pytest

from haidang.engine.grouping import topics
from haidang.engine.grouping.headline import topic_terms
from haidang.engine.grouping.topics import Joined, TopicIndex, Vector, cosine

AT = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)
BACKGROUND = [
    "Giá tôm sú ở Đầm Dơi tăng nhẹ",
    "Học sinh U Minh thi vào lớp 10",
    "Thêm ba tàu cá về bến Sông Đốc",
    "Mưa lớn kéo dài ở Năm Căn",
    "Khai mạc hội chợ du lịch Đất Mũi",
    "Trồng mới mười héc ta rừng đước",
]


def _add(index: TopicIndex, story: int, headline: str, at: datetime = AT) -> Vector:
    vector = index.vector(topic_terms(headline))
    index.add(story, vector, at)
    return vector


def _best(index: TopicIndex, headline: str, at: datetime = AT) -> Joined | None:
    terms = topic_terms(headline)
    return next(index.best(terms, index.vector(terms), at), None)


def _stream() -> TopicIndex:
    index = TopicIndex()
    for number, headline in enumerate(BACKGROUND):
        _add(index, number, headline)
    _add(index, 50, "Sập cầu Cây Được, hai xe tải rơi xuống sông")
    return index


def test_a_headline_of_the_same_event_joins_and_says_why() -> None:
    found = _best(_stream(), "Vì sao cầu Cây Được sập khi hai xe tải đi qua?")
    assert found is not None
    assert found.story == 50
    assert "cay duoc" in [key for key, _ in found.because]


def test_a_headline_that_shares_a_stock_phrase_does_not() -> None:
    index = _stream()
    for number in range(60):
        _add(index, 200 + number, f"Chuyện thứ {number} ở ấp {number}a")
    _add(index, 300, "Giá xăng tăng nhẹ từ chiều nay")
    assert _best(index, "Giá vàng tăng nhẹ phiên đầu tuần") is None


def test_a_story_that_is_quiet_or_old_takes_no_more() -> None:
    headline = "Cầu Cây Được sập: hai xe tải rơi"
    assert _best(_stream(), headline, AT + timedelta(hours=5)) is not None
    assert _best(_stream(), headline, AT + timedelta(days=30)) is None


def test_what_was_removed_is_forgotten() -> None:
    index = TopicIndex()
    first = _add(index, 1, "Sập cầu Cây Được")
    second = _add(index, 1, "Cầu Cây Được sập lúc rạng sáng")
    index.remove(1, first)
    index.remove(1, second)
    index.remove(1, second)
    assert len(index) == 0
    assert _best(index, "Sập cầu Cây Được") is None


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topics, "_MOST_TERMS", 20)
    monkeypatch.setattr(topics, "_VOCABULARY", 60)
    index = TopicIndex()
    for number in range(80):
        _add(index, 1, f"Chuyện lạ số {number} ở xóm {number}a và ấp {number}b")
    story = index._stories[1]
    assert len(story.sums) <= 20
    assert len(index._headlines_with) <= 80
    assert len(index._stories_with) == len(story.sums)


def test_cosine_of_vectors() -> None:
    assert cosine({"a": 0.6, "b": 0.8}, {"b": 1.0}) == 0.8
    assert cosine({"a": 1.0}, {}) == 0.0
