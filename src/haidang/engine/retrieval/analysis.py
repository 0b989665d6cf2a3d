"""Cut a text into the terms under which it is indexed: toned and folded syllables and pairs, or English stems."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import tantivy

from haidang.engine.text import fold_word, nfc, tone_key
from haidang.engine.text.wordlist import word_set

NUMBER, CAPITAL, PAIR, TONED = 1, 2, 4, 8
_WORD = re.compile(r"\d++(?:[.,]\d++)*+[^\W\d_]*+|[^\W_]++(?:[’'][^\W\d_]++)?+")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_ENGLISH_STOP = word_set(
    "a about above after again all am an and any are as at be because been before being below between both but "
    "by can could did do does doing down during each few for from further had has have having he her here hers "
    "him his how i if in into is it its itself just me more most my nor now of off on once only or other our "
    "out over own s same she should so some such t than that the their them then there these they this those "
    "through to too under until up very was we were what when where which while who whom why will with would "
    "you your yours re ve ll d m don doesn didn isn wasn weren hasn haven hadn won wouldn shouldn couldn im"
)
# What people type for a word: teencode and common short forms (folded).
_SHORT_FORMS = {
    "ko": "khong", "k": "khong", "hok": "khong", "hong": "khong", "kg": "khong", "khg": "khong", "hem": "khong",
    "dc": "duoc", "dk": "duoc", "cty": "cong ty", "bv": "benh vien", "sg": "sai gon", "tphcm": "ho chi minh",
    "vn": "viet nam", "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "csgt": "canh sat giao thong",
    "hs": "hoc sinh", "ng": "nguoi", "ngta": "nguoi ta", "j": "gi", "z": "vay", "wa": "qua", "lun": "luon",
    "bik": "biet", "bit": "biet", "thui": "thoi", "tp": "thanh pho", "qh": "quoc hoi", "tt": "thong tin",
    "ck": "chong", "vk": "vo", "mn": "moi nguoi", "trc": "truoc", "ntn": "nhu the nao", "bhyt": "bao hiem y te",
    "bhxh": "bao hiem xa hoi", "gplx": "giay phep lai xe", "cccd": "can cuoc cong dan", "sx": "san xuat",
}  # fmt: skip
_FIGURES = {"mot": "1", "hai": "2", "bon": "4", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
            "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}  # fmt: skip
_STEMMER = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    .filter(tantivy.Filter.stemmer("english"))
    .build()
)
_ORDINALS = frozenset(["st", "nd", "rd", "th"])
_LONGEST = 40  # letters; longer runs are junk and cut


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms in order of place with a bit mask each (NUMBER, CAPITAL, PAIR, TONED)."""

    terms: list[str]
    marks: list[int]


def analyse(text: str, *, language: str) -> Terms:
    """The terms of a text read as `vi` or as anything else (English stems; other languages come out unstemmed)."""
    found = _WORD.findall(nfc(text))
    return _vietnamese(found) if language == "vi" else _english(found)


def _english(found: list[str]) -> Terms:
    terms: list[str] = []
    marks: list[int] = []
    for word in found:
        term = english_term(word)
        if term:
            terms.append(term)
            marks.append(_mark(word))
    pairs = [f"{one} {other}" for one, other in pairwise(terms)]
    return Terms(terms + pairs, marks + [PAIR] * len(pairs))


def _vietnamese(found: list[str]) -> Terms:
    folded: list[str] = []
    toned: list[str] = []
    marks: list[int] = []
    for word in found:
        spelled, tone = vietnamese_terms(word)
        folded += spelled
        marks += [_mark(word)] * len(spelled)
        if tone:
            toned.append(tone)
    pairs = [f"{one} {other}" for one, other in pairwise(folded)]
    return Terms(folded + toned + pairs, marks + [TONED] * len(toned) + [PAIR] * len(pairs))


def _mark(word: str) -> int:
    if word[0].isdigit():
        return NUMBER
    return CAPITAL if word[0].isupper() else 0


@lru_cache(maxsize=131072)
def english_term(word: str) -> str:
    """One word as a stem; empty for a stop word."""
    if word[0].isdigit():
        return _number(word)
    folded = fold_word(word[:_LONGEST]).replace("’", "'")
    base = folded.partition("'")[0] or folded
    if base in _ENGLISH_STOP or (len(base) == 1 and base.isalpha()):
        return ""
    if base in _FIGURES:
        return _FIGURES[base]
    stemmed: list[str] = _STEMMER.analyze(base)
    return stemmed[0] if stemmed else base


@lru_cache(maxsize=131072)
def vietnamese_terms(word: str) -> tuple[tuple[str, ...], str]:
    """One syllable: its folded forms (a short form is spelled out) and its toned key (none when it has no mark)."""
    if word[0].isdigit():
        return (_number(word),), ""
    word = word[:_LONGEST]
    folded = fold_word(word).partition("'")[0]
    tone = tone_key(word)
    if tone == folded:
        tone = ""
    spelled = _SHORT_FORMS.get(folded)
    if spelled and not tone:
        return tuple(spelled.split()), ""
    return (_FIGURES.get(folded, folded),), f"={tone}" if tone else ""


def _number(word: str) -> str:
    """500.000 and 500,000 as 500000; 3,4 as 3.4; 5th and 2020s without their letters."""
    figure = word[:-2] if word[-2:].lower() in _ORDINALS else word
    if _GROUPED.match(figure):
        return figure.replace(".", "").replace(",", "")
    return fold_word(figure[:_LONGEST]).replace(",", ".")
