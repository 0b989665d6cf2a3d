"""The phrases of the vocabulary are found where they stand."""

import pytest

from haidang.engine.spotting import PlaceWords
from haidang.engine.spotting.marks import Marks, read_marks, uses_capitals

OURS = PlaceWords(("Cà Mau",))


def _read(sentence: str, *, cased: bool = True) -> Marks:
    return read_marks(sentence, OURS, cased=cased)


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Cầu bị sập", {"harm", "event"}),
        ("UBND xã cho biết", {"named_body", "attribution"}),
        ("Bộ Y tế", {"named_body"}),
        ("Tại cơ sở y tế", set()),
        ("Nghe đồn ở Cà Mau", {"hearsay", "attribution", "us"}),
        ("Ở Hà Nội", {"elsewhere"}),
        ("quá chậm chạp", {"judging"}),
        ("", set()),
    ],
)
def test_the_codes_are_those_of_the_phrases(sentence: str, codes: set[str]) -> None:
    assert _read(sentence).codes == codes


def test_a_sentence_without_marks_is_read_folded() -> None:
    assert _read("cau bi sap o ca mau", cased=False).codes >= {"harm", "event", "us"}


def test_a_phrase_that_needs_its_marks_is_not_found_without_them() -> None:
    assert "harm" in _read("Tường nứt rồi").codes
    assert _read("tuong nut roi").codes == set()


def test_in_a_sentence_with_marks_other_marks_are_another_word() -> None:
    assert _read("Bán cháy hàng").codes == set()
    assert "harm" in _read("Chợ cháy rồi").codes
    assert "harm" not in _read("Dòng sông chảy mãi").codes


def test_where_the_text_has_capitals_a_place_needs_its_own() -> None:
    assert _read("ở cà mau", cased=True).codes == set()
    assert _read("ở cà mau", cased=False).codes == {"us"}


def test_the_first_phrase_is_printed_as_the_sentence_has_it() -> None:
    marks = _read("Chợ CHÁY, sau đó sập")
    assert marks.printed("harm") == "CHÁY"
    assert marks.printed("named_body") == ""


def test_a_phrase_may_stand_at_the_start_or_at_the_end() -> None:
    marks = _read("Mong cầu đừng sập")
    assert (marks.at_start("wish"), marks.at_end("wish")) == (True, False)
    assert (marks.at_start("harm"), marks.at_end("harm")) == (False, True)


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("Chợ Năm Căn cháy", True),
        ("chợ Đất mới", True),
        ("Chợ năm căn cháy", False),
        ("CHỢ NĂM CĂN CHÁY", False),
        ("theo UBND xã", False),
        ("", False),
    ],
)
def test_capitals_mean_something_where_a_word_inside_begins_with_one(text: str, cased: bool) -> None:
    assert uses_capitals(text) is cased
