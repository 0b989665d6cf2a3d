"""Sentences of Vietnamese and English news."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cầu sập. Xe rơi.", ["Cầu sập.", "Xe rơi."]),
        ("cau sap roi. may chiec xe roi", ["cau sap roi.", "may chiec xe roi"]),
        ("Ở TP. Cà Mau có mưa. Nước lên.", ["Ở TP. Cà Mau có mưa.", "Nước lên."]),
        ("ThS. Hoa và BS. Lan đến. Họ ở lại.", ["ThS. Hoa và BS. Lan đến.", "Họ ở lại."]),
        ("Giá 3.4 tỷ đồng. Tăng 500.000.", ["Giá 3.4 tỷ đồng.", "Tăng 500.000."]),
        ("1. Phạm vi điều chỉnh. 2. Đối tượng", ["1. Phạm vi điều chỉnh.", "2. Đối tượng"]),
        ("Có tôm, cua v.v. và cá. Rẻ.", ["Có tôm, cua v.v. và cá.", "Rẻ."]),
        ("Có tôm, cua v.v. Giá rẻ.", ["Có tôm, cua v.v.", "Giá rẻ."]),
        ("“Chạy đi!” anh hô. Rồi thôi.", ["“Chạy đi!” anh hô.", "Rồi thôi."]),
        ('"Go!" he said. "Now." She left.', ['"Go!" he said.', '"Now."', "She left."]),
        ("Sau đó… không ai biết. Thế thôi", ["Sau đó… không ai biết.", "Thế thôi"]),
        ("Chờ mãi... rồi về. Hết", ["Chờ mãi... rồi về.", "Hết"]),
        ("J. Smith met Dr. Lee. They spoke.", ["J. Smith met Dr. Lee.", "They spoke."]),
        ("U.S. officials left. Good.", ["U.S. officials left.", "Good."]),
        ("Tiêu đề\nĐoạn một. Đoạn hai?", ["Tiêu đề", "Đoạn một.", "Đoạn hai?"]),
        ("Thật không?! Thật.", ["Thật không?!", "Thật."]),
        ("Xem 12. Ngày mai mưa.", ["Xem 12.", "Ngày mai mưa."]),
        ("...\n!!!", []),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [span.text for span in sentences(text)] == expected


@given(st.text(alphabet=st.sampled_from("aB1 .!?…\n\"”')v,ầĐ"), max_size=80) | st.text())
def test_every_sentence_stands_where_it_says_and_none_overlap(text: str) -> None:
    last = 0
    for span in sentences(text):
        assert text[span.start : span.end] == span.text
        assert span.start >= last
        assert span.text == span.text.strip() != ""
        last = span.end


def test_every_word_of_a_text_is_in_some_sentence() -> None:
    text = "Ở TP. Cà Mau, ông A. B. nói: “Không!”. Giá 3,4 tỷ. Hết…"
    kept = "".join(span.text for span in sentences(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
