"""Give a text one spelling: NFC for keeping, a folded form (lower case, no marks, đ as d) for finding.

Folding is for finding only. It must never make an identifier: điểm d and điểm đ of a law fold to the same text.
"""

import unicodedata
from functools import lru_cache

# The five tone marks. Circumflex, breve and horn are part of the letter and are not among them.
TONE_MARKS = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}


def _folding_table() -> dict[int, str | None]:
    """Every Latin letter with marks to its bare letter; loose marks to nothing; other scripts untouched."""
    table: dict[int, str | None] = dict.fromkeys(range(0x0300, 0x0370), None)
    for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()
        if bare.isascii() and bare.isalpha():
            table[code] = bare
    table[ord("đ")] = table[ord("Đ")] = "d"
    return table


_TABLE = _folding_table()


def nfc(text: str) -> str:
    """Composed form (NFC). Text that is already composed comes back as it is."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without tone marks, accents and strokes; digits, punctuation and other scripts are kept.

    `hòa` and `hoà`, composed or decomposed, fold alike. Folding a folded text changes nothing.
    """
    return nfc(nfc(text).lower().translate(_TABLE))


_CACHED = 24  # letters; longer "words" come from junk and would fill the memory


@lru_cache(maxsize=65536)
def _fold_known(word: str) -> str:
    return fold(word)


def fold_word(word: str) -> str:
    """`fold` for one word, remembered: news use the same few thousand words over and over."""
    return _fold_known(word) if len(word) <= _CACHED else fold(word)


@lru_cache(maxsize=65536)  # Vietnamese has some 7,000 written syllables; each is decomposed once
def _tone_key_known(syllable: str) -> str:
    letters, tone = [], ""
    for char in unicodedata.normalize("NFD", syllable.lower()):
        if char in TONE_MARKS:
            tone = TONE_MARKS[char]
        else:
            letters.append(char)
    return "".join(letters) + tone


def tone_key(syllable: str) -> str:
    """A syllable with its tone written last, so that `hòa` and `hoà` agree but `hoá` does not."""
    return _tone_key_known(syllable) if len(syllable) <= _CACHED else syllable.lower()


def has_tone_marks(text: str) -> bool:
    """Whether the text is written with marks: then marks may be used to tell words apart."""
    return not text.isascii() and fold(text) != nfc(text).lower()
