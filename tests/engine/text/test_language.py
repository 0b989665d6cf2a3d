"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5", "vi"),
        ("ba con oi cau cay duoc sap 1 nhip roi, may chiec xe roi xuong song sang nay", "vi"),
        ("nghe noi cau sap roi", "vi"),
        ("hoa don tien dien", "vi"),
        ("The bridge over the canal was closed to trucks on Monday", "en"),
        ("Bridge in Ca Mau closed to trucks", "en"),
        ("Le pont est fermé aux camions pour une semaine", "fr"),
        ("ស្ពានត្រូវបានបិទ", "km"),
        ("这座桥对卡车关闭", "zh"),
        ("橋はトラックに対して閉鎖されています", "ja"),
        ("다리는 트럭에 폐쇄되었습니다", "ko"),
    ],
)
def test_the_language_is_recognised(text: str, code: str) -> None:
    assert language_of(text) == code


def test_without_letters_the_hint_decides() -> None:
    assert language_of("123 !!!") == ""
    assert language_of("123", hint="vi") == "vi"
    assert language_of("123", hint="xx") == ""
    assert language_of("di cho", hint="vi") == "vi"


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    assert language_of(text) in {"", "vi", "en", "km", "zh", "fr", "ko", "ja"}
