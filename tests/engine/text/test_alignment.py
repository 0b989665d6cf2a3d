"""What is found in the folded text is shown as printed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.text import aligned, fold


def test_a_decomposed_text_keeps_its_own_places() -> None:
    text = unicodedata.normalize("NFD", "Cầu Cây Được bị sập")
    both = aligned(text)
    at = both.folded.index("duoc")
    start, end = both.place(at, at + 4)
    assert unicodedata.normalize("NFC", text[start:end]) == "Được"
    assert both.place(0, len(both.folded)) == (0, len(text))
    assert both.place(3, 3) == (3, 3)


@given(st.text(alphabet=st.characters(codec="utf-8", max_codepoint=0x1EFF)))
def test_places_are_always_inside_the_text(text: str) -> None:
    both = aligned(text)
    for at in range(len(both.folded)):
        start, end = both.place(at, at + 1)
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet="aàảạâầđĐưU ̣̀"))
def test_the_folded_side_is_the_folded_text(text: str) -> None:
    assert aligned(text).folded == fold(text)
