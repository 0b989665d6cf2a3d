"""What a learnt ranking sees of a sentence: its words and pairs, pieces of words, and the signs that people see too.

Columns are stable hashes, so nothing but numbers is kept of the sentences a ranking was fitted on.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from zlib import crc32

from haidang.engine.spotting.marks import read_marks
from haidang.engine.spotting.place import PlaceWords
from haidang.engine.text import dates, numbers, syllables

WORD_COLUMNS = PIECE_COLUMNS = 1 << 18
_SIGNS = (
    "harm", "event", "named_body", "attribution", "comparison", "many_people", "hearsay", "stance", "judging",
    "feeling", "public_work", "satire", "prediction", "wish", "asking", "advertisement", "experience", "private",
    "us", "elsewhere", "number", "many_numbers", "percent", "year", "date", "question_mark", "exclamation", "link",
    "mention", "hashtag", "first_person", "second_person", "long", "short", "quotation", "capitals", "superlative",
    "past",
)  # fmt: skip
SIGN_COLUMNS = len(_SIGNS) + 1  # the last is the length
WIDTH = WORD_COLUMNS + PIECE_COLUMNS + SIGN_COLUMNS
_SIGN_AT = {name: WORD_COLUMNS + PIECE_COLUMNS + number for number, name in enumerate(_SIGNS)}
_LINK, _MENTION, _HASHTAG = re.compile(r"https?://\S+"), re.compile(r"@\w+"), re.compile(r"#\w+")
_PATTERNS = {
    "percent": re.compile(r"\d\s?%|\b(?:percent|phần trăm|phan tram)\b", re.IGNORECASE),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "question_mark": re.compile(r"\?"),
    "exclamation": re.compile(r"!"),
    "link": _LINK,
    "mention": _MENTION,
    "hashtag": _HASHTAG,
    "first_person": re.compile(r"\b(?:i|i'm|my|me|we|our|us|tôi|tui|mình|em|toi|minh)\b", re.IGNORECASE),
    "second_person": re.compile(r"\b(?:you|your|bạn|ban|các bạn|mọi người)\b", re.IGNORECASE),
    "quotation": re.compile(r"[“”\"]"),
    "capitals": re.compile(r"\b[A-Z]{3,}\b"),
    "superlative": re.compile(
        r"\b(?:most|first|only|never|every|all|\w{3,}est|nhất|duy nhất)\b", re.IGNORECASE
    ),
    "past": re.compile(r"\b(?:was|were|had|has|have|did|\w{3,}ed|đã|vừa|mới)\b", re.IGNORECASE),
}
_LONG, _SHORT = 30, 8
_PIECE_SIZES = range(2, 6)
_NO_PLACE = PlaceWords()


def raw_features(text: str) -> dict[int, float]:
    """Column -> count of words, pairs and pieces; column -> 1 of signs."""
    plain = _HASHTAG.sub(lambda found: f" {found.group()[1:]} ", _MENTION.sub(" ", _LINK.sub(" ", text)))
    found = [word.lower() for word in syllables(plain)]
    counts: Counter[int] = Counter(crc32(word.encode()) % WORD_COLUMNS for word in _words_and_pairs(found))
    counts.update(WORD_COLUMNS + crc32(piece.encode()) % PIECE_COLUMNS for piece in _pieces(found))
    features: dict[int, float] = dict(counts)
    features.update((_SIGN_AT[sign], 1.0) for sign in _signs(text, plain, len(found)))
    features[WIDTH - 1] = math.log1p(len(found)) / 4
    return features


def _words_and_pairs(found: list[str]) -> Iterator[str]:
    yield from found
    yield from map(" ".join, pairwise(found))


def _pieces(found: list[str]) -> Iterator[str]:
    for word in found:
        padded = f" {word} "
        for size in _PIECE_SIZES:
            for first in range(len(padded) - size + 1):
                yield padded[first : first + size]


def _signs(text: str, plain: str, length: int) -> Iterator[str]:
    yield from (name for name, pattern in _PATTERNS.items() if pattern.search(text))
    yield from (code for code in read_marks(plain, _NO_PLACE, cased=True).codes if code in _SIGN_AT)
    figures = len(numbers(plain))
    if figures:
        yield "number"
    if figures > 1:
        yield "many_numbers"
    if dates(plain):
        yield "date"
    if length >= _LONG:
        yield "long"
    if length <= _SHORT:
        yield "short"


def sign_names() -> dict[int, str]:
    """Column -> name of the signs that can be shown to people."""
    return {column: name for name, column in _SIGN_AT.items()}
