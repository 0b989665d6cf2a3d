"""Names by their capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cầu qua rạch Cây Được bị sập", [("rach", "cay duoc")]),
        ("Cầu Cây Được không sập", [("cau", "cay duoc")]),
        ("Theo Sở Y tế, Bệnh viện Năm Căn đã mở", [("", "so y"), ("benh vien", "nam can")]),
        ("người dân xã Đất Mũi đến Cà Mau", [("xa", "dat mui"), ("", "ca mau")]),
        ("tại bệnh viện Năm Căn", [("benh vien", "nam can")]),
        ("The Cay Duoc bridge is open", [("bridge", "cay duoc")]),
        ("Vehicles left the Rach Goc canal near Ca Mau today", [("canal", "rach goc"), ("", "ca mau")]),
        ("cầu đến Huế rồi về", [("", "hue")]),
        ("CẦU CÂY ĐƯỢC BỊ SẬP RỒI", []),
        ("Bridge Collapsed Over River Near Market", []),
        ("cau cay duoc sap", []),
        ("Sáng nay trời mưa", []),
        ("", []),
    ],
)
def test_names_are_found_with_their_head_noun(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name.head, name.folded) for name in names(text)] == expected


@given(st.text())
def test_any_text_is_read_and_every_name_is_inside_it(text: str) -> None:
    for name in names(text):
        assert 0 <= name.start < name.end <= len(text)
        assert name.folded
