"""A script that settles the language does so; Latin letters do not."""

import pytest

from haidang.engine.text.language_scripts import by_script


@pytest.mark.parametrize(
    ("sample", "code"),
    [
        ("ស្ពានត្រូវបានបិទ", "km"),
        ("다리는 트럭에 폐쇄되었습니다", "ko"),
        ("橋はトラックに対して閉鎖されています", "ja"),
        ("这座桥对卡车关闭", "zh"),
        ("這座橋對卡車關閉", "zh"),
        ("Мост закрыт", "other"),
        ("جسر مغلق", "other"),
    ],
)
def test_the_script_decides(sample: str, code: str) -> None:
    assert by_script(sample) == code


@pytest.mark.parametrize(
    "sample", ["", "123 !!!", "Bridge closed", "Cầu Cây Được bị sập", "😀", "Le café fermé…"]
)
def test_latin_letters_figures_and_signs_decide_nothing(sample: str) -> None:
    assert by_script(sample) == ""


def test_a_headline_without_kana_is_japanese_by_characters_that_only_japan_writes() -> None:
    assert by_script("県庁駅広場") == "ja"
    assert by_script("中国") == "zh"


def test_one_kana_does_not_make_a_chinese_text_japanese() -> None:
    assert by_script("记者在の店采访了很多人关于这个问题的看法说法") == "zh"


def test_chinese_characters_in_a_korean_headline_count_for_korean() -> None:
    assert by_script("金泳三 대통령이 訪美") == "ko"


def test_one_name_in_its_own_script_does_not_decide_for_a_latin_text() -> None:
    assert by_script("Cầu 桥 qua rạch Cây Được bị sập") == ""
