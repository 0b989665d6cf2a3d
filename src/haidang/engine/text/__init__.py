"""Normalising, folding, syllables, sentences, numbers, dates, names and language (Vietnamese, English)."""

from haidang.engine.text.alignment import Aligned, aligned
from haidang.engine.text.dates import FoundDate, dates
from haidang.engine.text.folding import fold, fold_word, has_tone_marks, nfc, tone_key
from haidang.engine.text.language import language_of
from haidang.engine.text.names import Name, names
from haidang.engine.text.numbers import Number, numbers
from haidang.engine.text.phrases import Found, Phrases
from haidang.engine.text.sentences import Span, sentences
from haidang.engine.text.syllables import Word, syllables, words

__all__ = [
    "Aligned",
    "Found",
    "FoundDate",
    "Name",
    "Number",
    "Phrases",
    "Span",
    "Word",
    "aligned",
    "dates",
    "fold",
    "fold_word",
    "has_tone_marks",
    "language_of",
    "names",
    "nfc",
    "numbers",
    "sentences",
    "syllables",
    "tone_key",
    "words",
]
