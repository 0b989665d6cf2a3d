"""The whole path over a list of articles."""

from datetime import UTC, datetime

from haidang.engine.grouping import StoryIndex
from haidang.engine.retrieval import ClaimIndex, KnownItem
from haidang.engine.screening import Unscreened, screen
from haidang.engine.spotting import PlaceWords

AT = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)
OURS = PlaceWords(("ca mau", "cay duoc"))
RUMOUR = "Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông"
RETOLD = "ba con oi cau cay duoc sap 1 nhip roi, may chiec xe roi xuong song sang nay"
OPINION = "Theo tôi, việc sửa cầu quá chậm và thật đáng thất vọng."
REVIEW = KnownItem("2026-0001", "vi", RUMOUR, "Cầu Cây Được không sập", AT.date())


def test_a_rumour_retold_meets_its_review_and_an_opinion_leaves() -> None:
    articles = [
        Unscreened(1, RUMOUR, "Bà con tránh đi đường này.", "vi", AT),
        Unscreened(2, "", RETOLD, "", AT),
        Unscreened(3, RUMOUR, "Bà con tránh đi đường này.", "vi", AT),
        Unscreened(4, "Góc nhìn", OPINION, "vi", AT),
    ]
    found = list(screen(articles, place=OURS, stories=StoryIndex(), claims=ClaimIndex([REVIEW])))
    assert [one.language for one in found] == ["vi"] * 4
    assert [one.placement.story if one.placement else None for one in found] == [None, None, 1, None]
    assert [[known.hits[0].level for known in one.known] for one in found] == [
        ["match"],
        ["match"],
        ["match"],
        [],
    ]
    assert [spotted.reason for spotted in found[3].spotted] == ["opinion"]
    assert "cay duoc" in found[0].folded
    assert all(one.whole[s.start : s.end] == s.quote for one in found for s in one.spotted)


def test_steps_without_an_index_are_left_out() -> None:
    (found,) = screen([Unscreened(1, "", RUMOUR, "vi", AT)], place=OURS)
    assert (found.placement, found.known) == (None, ())
    assert len(found.spotted) == 1
