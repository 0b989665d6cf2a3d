"""Cut a text into syllables (Vietnamese) or words (English), with or without their places."""

import re
from dataclasses import dataclass

from haidang.engine.text.folding import nfc

# Numbers stay whole (12/5, 3,4, 500.000); possessive, so that no input makes it slow.
_WORD = re.compile(r"\d++(?:[.,/]\d++)*+[^\W\d_]*+|[^\W_]++")
# The same on text as it came: loose marks (NFD) belong to the word before them.
_PLACED = re.compile(r"\d++(?:[.,/]\d++)*+[^\W\d_]*+|[^\W_](?:[^\W_]|[\u0300-\u036f])*+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, and where."""

    text: str
    start: int
    end: int


def syllables(text: str) -> list[str]:
    """Syllables as written (composed). Fold first for folded syllables: `syllables(fold(text))`."""
    return _WORD.findall(nfc(text))


def words(text: str) -> list[Word]:
    """Words with their places in `text` as it is: `text[word.start:word.end] == word.text`."""
    return [Word(found.group(), found.start(), found.end()) for found in _PLACED.finditer(text)]
