"""Fingerprints of texts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.grouping import fingerprint, similarity

TEXT = (
    "Đơn vị quản lý đường bộ cấm xe tải qua cầu từ ngày 11/5 để thay khe co giãn ở hai đầu nhịp giữa. Công việc dự "
    "kiến xong ngày 20/5; trong thời gian này xe tải đi theo tuyến tránh phía bờ nam rạch và không dừng trên cầu."
)


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        (TEXT, 1.0, 1.0),
        (TEXT.upper(), 1.0, 1.0),
        (unicodedata.normalize("NFD", TEXT), 1.0, 1.0),
        (TEXT.replace("20/5", "25/5"), 0.75, 0.99),
        ("Giá tôm sú tại các vuông nuôi ở Đầm Dơi tăng nhẹ trong tuần này do nguồn cung giảm.", 0.0, 0.05),
        ("", 0.0, 0.0),
    ],
)
def test_the_likeness_of_two_texts_is_estimated(other: str, least: float, most: float) -> None:
    assert least <= similarity(fingerprint(TEXT), fingerprint(other)) <= most


def test_very_short_texts_have_a_fingerprint_of_their_own() -> None:
    assert similarity(fingerprint("Cấm xe"), fingerprint("cam xe")) == 1.0
    assert fingerprint("…") == ()


@given(st.text())
def test_any_text_is_like_itself(text: str) -> None:
    found = fingerprint(text)
    assert similarity(found, found) == (1.0 if found else 0.0)
