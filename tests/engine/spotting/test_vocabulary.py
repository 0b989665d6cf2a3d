"""The word tables keep their own rules."""

import pytest

from haidang.engine.spotting import vocabulary
from haidang.engine.text import nfc, syllables

TABLES = {name: value for name, value in vars(vocabulary).items() if name.isupper()}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_no_doubles_and_only_composed_words(name: str) -> None:
    table = TABLES[name]
    assert len(table) == len(set(table))
    assert all(nfc(phrase) == phrase and syllables(phrase) for phrase in table)
