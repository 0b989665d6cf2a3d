"""Which sentences become claims, which are set aside, and where they stand."""

from haidang.engine.spotting import PlaceWords, spot
from haidang.information.screen.rules import not_checkable, placed_sentences, worth_checking
from haidang.information.screen.values import Sentence
from tests.information.screen.fakes import ELSEWHERE, OPINION, OTHER_CLAIM, RUMOUR

PLACE = PlaceWords(("Cà Mau", "Gành Hào"))


def read(title: str, text: str) -> list[Sentence]:
    return placed_sentences(spot(f"{title}\n{text}", language="vi", place=PLACE), title=title, text=text)


def test_every_sentence_is_found_again_where_it_is_said_to_stand() -> None:
    title, text = RUMOUR, f"{OTHER_CLAIM} {OPINION}"
    sentences = read(title, text)
    standing = f"{text}\n{title}"
    assert len(sentences) == 3
    for one in sentences:
        assert standing[one.offset : one.offset + len(one.quote)] == one.quote


def test_the_title_is_a_claim_only_when_the_text_holds_none() -> None:
    both = worth_checking(read(RUMOUR, OTHER_CLAIM), text=OTHER_CLAIM, official=False)
    assert [one.quote for one in both] == [OTHER_CLAIM]
    alone = worth_checking(read(RUMOUR, ""), text="", official=False)
    assert [one.quote for one in alone] == [RUMOUR]


def test_a_place_that_only_the_title_names_makes_the_text_ours() -> None:
    text = "Một nhà kho bị cháy sáng 12/5, 3 người chết."
    assert worth_checking(read("Tin Cà Mau", text), text=text, official=False)
    assert not worth_checking(read("Tin trong ngày", text), text=text, official=False)


def test_what_is_not_about_our_place_is_neither_claim_nor_set_aside() -> None:
    sentences = read("", ELSEWHERE)
    assert not worth_checking(sentences, text=ELSEWHERE, official=False)
    assert not not_checkable(sentences)


def test_an_opinion_about_our_place_is_set_aside() -> None:
    sentences = read("", OPINION)
    assert not worth_checking(sentences, text=OPINION, official=False)
    assert [one.spotted.reason for one in not_checkable(sentences)] == ["opinion"]


def test_a_long_text_gives_its_heaviest_claims() -> None:
    text = " ".join(f"Ngày {day}/5, Cà Mau có {day} nhà bị sập." for day in range(1, 12))
    assert len(worth_checking(read("", text), text=text, official=False)) == 3


def test_more_is_asked_of_what_a_state_body_says() -> None:
    text = "UBND tỉnh Cà Mau tổ chức họp 2 ngày."
    sentences = read("", text)
    assert sentences[0].spotted.points == 6 or sentences[0].spotted.points == 7
    text = "Cà Mau khởi công đường mới."
    sentences = read("", text)
    assert worth_checking(sentences, text=text, official=False)
    assert not worth_checking(sentences, text=text, official=True)
