"""Many phrases at once."""

from haidang.engine.text import Phrases, fold, syllables, tone_key

TABLE = Phrases({"fall": ("=rơi", "rơi xuống"), "body": ("sở y tế",), "": ("cơ sở",), "empty": ("…",)})


def _codes(text: str, *, toned: bool) -> list[tuple[str, int, int]]:
    keys = [tone_key(one) if toned else fold(one) for one in syllables(text)]
    return [(one.code, one.first, one.last) for one in TABLE.find(keys, toned=toned)]


def test_the_longest_phrase_of_a_group_is_taken() -> None:
    assert _codes("xe rơi xuống", toned=True) == [("fall", 1, 3)]


def test_a_phrase_that_needs_its_marks_is_not_found_without_them() -> None:
    assert _codes("cau sap roi", toned=False) == []
    assert _codes("xe roi xuong", toned=False) == [("fall", 1, 3)]
    assert _codes("xe rơi", toned=True) == [("fall", 1, 2)]
    assert _codes("sập rồi", toned=True) == []


def test_what_begins_inside_a_voiding_phrase_does_not_count() -> None:
    assert _codes("Sở Y tế nói", toned=True) == [("body", 0, 3)]
    assert _codes("cơ sở y tế", toned=True) == []
