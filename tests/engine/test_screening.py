"""The whole path over a list of items."""

from datetime import UTC, datetime

import pytest

from haidang.engine.grouping import StoryIndex
from haidang.engine.reading import Article, Unreadable
from haidang.engine.retrieval import ClaimIndex, KnownItem
from haidang.engine.screening import STAGES, Tools, Unscreened, screen, screen_with
from haidang.engine.spotting import PlaceWords

AT = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)
OURS = PlaceWords(("ca mau", "cay duoc"))
RUMOUR = "Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông"
RETOLD = "ba con oi cau cay duoc sap 1 nhip roi, may chiec xe roi xuong song sang nay"
OPINION = "Theo tôi, việc sửa cầu quá chậm và thật đáng thất vọng."
REVIEW = KnownItem("2026-0001", "vi", RUMOUR, "Cầu Cây Được không sập", AT.date())
PAGE = (
    f"<html lang=vi><head><title>{RUMOUR}</title></head><body><article><h1>{RUMOUR}</h1>"
    f"<p>{RUMOUR}, theo lời một số người đi chợ sớm kể lại với báo chí.</p>"
    "<p>Lực lượng chức năng đã có mặt để kiểm tra và phân luồng cho xe qua lại an toàn.</p></article></body></html>"
).encode()


class Words:
    """Watch topics that are single words."""

    def match(self, text: str) -> list[str]:
        return [word for word in ("sập", "lũ") if word in text]


def item(
    key: int, text: str, *, title: str = "", language: str = "vi", at: datetime | None = AT
) -> Unscreened:
    return Unscreened(key, title, text, language, at)


def page(key: int, html: bytes) -> Unscreened:
    return Unscreened(key, "", "", "", AT, html, "text/html; charset=utf-8", "https://bao.example/cau")


def test_a_rumour_retold_meets_its_review_and_an_opinion_leaves() -> None:
    articles = [
        item(1, "Bà con tránh đi đường này.", title=RUMOUR),
        item(2, RETOLD, language=""),
        item(4, OPINION, title="Góc nhìn"),
    ]
    found = list(screen(articles, place=OURS, stories=StoryIndex(), claims=ClaimIndex([REVIEW])))
    assert [one.language for one in found] == ["vi"] * 3
    assert [[known.hits[0].level for known in one.known] for one in found] == [["match"], ["match"], []]
    assert [spotted.reason for spotted in found[2].spotted] == ["opinion"]
    assert "cay duoc" in found[0].folded
    assert all(one.whole[s.start : s.end] == s.quote for one in found for s in one.spotted)


def test_what_repeats_an_item_joins_its_story_and_is_not_looked_at_again() -> None:
    tools = Tools(place=OURS, stories=StoryIndex(), watch=Words(), claims=ClaimIndex([REVIEW]))
    first, again = screen_with(tools, [item(1, RUMOUR), item(3, RUMOUR)])
    assert (first.copy_of, len(first.known)) == (None, 1)
    assert again.placement is not None
    assert again.placement.story == 1
    assert (again.copy_of, again.spotted, again.known) == (1, (), ())
    assert again.watched == ("sập",)


def test_a_copy_that_says_more_is_looked_at() -> None:
    more = f"{RUMOUR}. Bão số 3 làm 12 người ở Cà Mau bị thương, 40 căn nhà tốc mái trong đêm qua."
    _first, longer = screen_with(Tools(place=OURS, stories=StoryIndex()), [item(1, RUMOUR), item(2, more)])
    assert longer.placement is not None
    assert longer.copy_of is None
    assert any("40 căn nhà" in spotted.quote for spotted in longer.spotted)


def test_steps_without_an_index_are_left_out() -> None:
    (found,) = screen([item(1, RUMOUR)], place=OURS)
    assert (found.placement, found.known, found.watched) == (None, (), ())
    assert len(found.spotted) == 1


def test_a_page_is_read_and_its_offsets_are_into_what_was_read() -> None:
    (found,) = screen_with(Tools(place=OURS, watch=Words()), [page(1, PAGE)])
    assert found.failure is None
    assert found.article is not None
    assert found.whole == f"{found.article.title}\n{found.article.text}"
    assert found.spotted
    assert all(found.whole[one.start : one.end] == one.quote for one in found.spotted)


def test_a_page_that_is_refused_says_so_and_the_others_are_screened() -> None:
    found = list(screen_with(Tools(place=OURS), [page(1, b"   "), page(2, PAGE)]))
    assert found[0].failure is not None
    assert (found[0].failure.stage, found[0].failure.code) == ("reading", "empty")
    assert (found[1].failure, bool(found[1].spotted)) == (None, True)


@pytest.mark.parametrize(
    "error", [RuntimeError("worn out"), MemoryError(), RecursionError(), Unreadable("x", "X.")]
)
def test_whatever_a_reader_raises_stops_one_item_only(error: Exception) -> None:
    def read(body: bytes, *, content_type: str, address: str) -> Article:
        raise error

    found = list(screen_with(Tools(place=OURS, read=read), [page(1, PAGE), item(2, RUMOUR)]))
    assert [one.failure.stage if one.failure else "" for one in found] == ["reading", ""]
    assert found[1].spotted


def test_a_stage_that_fails_keeps_what_was_found_before() -> None:
    class Broken:
        def match(self, text: str) -> list[str]:
            raise ValueError("\ud800 broken")

    (found,) = screen_with(Tools(place=OURS, watch=Broken()), [item(1, RUMOUR)])
    assert found.failure is not None
    assert (found.failure.stage, found.failure.code) == ("watching", "unexpected")
    assert found.failure.sentence == "ValueError: ? broken"
    assert (found.language, found.spotted) == ("vi", ())


def test_an_item_without_a_time_is_told_apart_only_where_stories_are_asked_for() -> None:
    untimed = item(1, RUMOUR, at=None)
    (placed,) = screen_with(Tools(place=OURS, stories=StoryIndex()), [untimed])
    assert placed.failure is not None
    assert placed.failure.code == "no_time"
    (found,) = screen_with(Tools(place=OURS), [untimed])
    assert found.failure is None


def test_half_a_character_becomes_a_question_mark_and_moves_nothing() -> None:
    (found,) = screen_with(Tools(place=OURS), [item(1, f"\ud83d {RUMOUR}")])
    assert found.whole.startswith("? Cầu")
    assert found.whole.encode()


def test_whoever_observes_hears_every_stage_of_every_chunk_in_order() -> None:
    heard: list[str] = []
    count = len(
        list(screen_with(Tools(place=OURS), (item(n, OPINION) for n in range(300)), observe=heard.append))
    )
    assert count == 300
    assert heard == [*["taking", *STAGES, ""] * 3, "taking", ""]
