"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import language_of
from haidang.engine.text.language import LanguageSpan, is_vietnamese, languages_of
from haidang.engine.text.language_syllables import telling_syllables, untoned_syllables


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
    assert language_of(text) in {"", "other", "vi", "en", "km", "zh", "fr", "ko", "ja"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El puente sobre el canal está cerrado desde el lunes", "other"),
        ("De brug over het kanaal is sinds maandag dicht voor vrachtwagens", "other"),
        ("Jembatan itu ditutup untuk truk sejak hari Senin karena rusak", "other"),
        ("Köprü pazartesi gününden beri kamyonlara kapalı", "other"),
        ("Мост закрыт для грузовиков с понедельника", "other"),
        ("สะพานปิดสำหรับรถบรรทุกตั้งแต่วันจันทร์", "other"),
        ("الجسر مغلق أمام الشاحنات منذ يوم الاثنين", "other"),
        ("東京都知事選挙、投票率は前回上回る見込", "ja"),
        ("県庁で緊急対策会議", "ja"),
        ("政府宣布大橋維修工程將延長兩個星期", "zh"),
        ("삼성전자 Galaxy S25 출시", "ko"),
        ("Chủ tịch Nguyễn Văn A said the bridge will be closed for two weeks in May", "en"),
        ("Ra mắt iPhone 17 Pro Max tại TP HCM, giá từ 37 triệu đồng", "vi"),
        ("mn oi cho hoi duong vao cau cay duoc di dc chua", "vi"),
        ("Xem them tai https://example.org/the-bridge-is-closed-for-the-week nhe ba con", "vi"),
        ("L'hôpital n'a pas répondu", "fr"),
        ("I don't think that's what they said", "en"),
    ],
)
def test_other_is_an_answer_and_posts_are_read(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_text_in_two_languages_is_told_apart_by_sentences() -> None:
    text = "Cầu Cây Được bị sập sáng 12/5. The bridge will be closed for two weeks. Yes! Người dân đi đường tránh."
    spans = languages_of(text)
    assert [span.language for span in spans] == ["vi", "en", "vi"]
    assert text[spans[1].start : spans[1].end] == "The bridge will be closed for two weeks. Yes!"
    assert languages_of("") == ()
    assert languages_of("Cầu sập. ស្ពានត្រូវបានបិទ។")[-1].language == "km"
    assert languages_of("12/5", hint="vi") == (LanguageSpan(0, 4, "vi"),)


@given(st.text(max_size=200))
def test_spans_are_in_order_and_inside(text: str) -> None:
    end = 0
    for span in languages_of(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


def test_vietnamese_is_known_without_the_model() -> None:
    assert is_vietnamese("Sập cầu Cây Được")
    assert is_vietnamese("sap cau cay duoc sang nay")
    assert not is_vietnamese("Bridge collapses in the delta")
    assert not is_vietnamese("")


def test_spelling_rules_give_the_syllables() -> None:
    assert {"nghieng", "quyet", "khuya", "gi", "duong", "ke", "qua", "uong", "yeu"} <= untoned_syllables()
    assert not {"cing", "ka", "gha", "the1", "str", "qa", "bridge", "ien"} & untoned_syllables()
    assert 1_500 < len(untoned_syllables()) < 3_500
    assert telling_syllables() < untoned_syllables()
