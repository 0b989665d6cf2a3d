"""The terms under which a claim is indexed and looked for: folded, lightly stemmed words and pairs of them."""

import re
from itertools import pairwise

from haidang.engine.text import fold, syllables
from haidang.engine.text.wordlist import word_set

# Words that carry little of a claim, folded. They keep a fifth of their weight: some are also names (Cây Được).
_LIGHT = word_set(
    "va la cua co cho bi duoc o tai nhieu may mot cac nhung da dang se roi nay kia do day oi a thi ma nhu "
    "de den tu trong ngoai tren duoi voi ve khi sau truoc con cung rat that ra vao len xuong di ba chi "
    "anh em toi minh ban moi nguoi nghe noi tin theo vua moi hom sang chieu nghi biet gi ai vi nen hay "
    "hoac neu thay the a an of and to in is for on that by with at from was were are be has have had it "
    "he she they this which who will would been as or an his her their its said says after before about "
    "over not no do does did you we i"
)
_LIGHT_WEIGHT = 0.2
_SUFFIXES = re.compile(r"(?:ational|ations?|ements?|ingly|edly|ings?|ies|ied|ely|ed|es|ly|s)\Z")
_MIN_STEM = 3
# Numbers in words as figures: the same claim is told both ways.
_FIGURES = {
    "mot": "1",
    "hai": "2",
    "bon": "4",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
}
# What people type for a word: teencode and common short forms.
_SHORT_FORMS = {
    "ko": "khong", "k": "khong", "hok": "khong", "kg": "khong", "dc": "duoc", "đc": "duoc", "cty": "cong ty",
    "bv": "benh vien", "sg": "sai gon", "tphcm": "ho chi minh", "vn": "viet nam", "ubnd": "uy ban nhan dan",
    "csgt": "canh sat giao thong", "hs": "hoc sinh", "ng": "nguoi", "nguoi ta": "nguoi",
}  # fmt: skip


def term_of(word: str) -> str:
    """One folded word as a term. No Vietnamese syllable ends like an English suffix, so one rule serves both."""
    if word in _FIGURES:
        return _FIGURES[word]
    if not word.isascii() or not word.isalpha():
        return word
    tail = _SUFFIXES.search(word) if len(word) > _MIN_STEM else None
    if tail is not None and tail.start() >= _MIN_STEM:
        word = word[: tail.start()] + ("y" if tail.group() in {"ies", "ied"} else "")
    return word[:-1] if word.endswith("e") and len(word) > _MIN_STEM + 1 else word


def terms(text: str) -> list[str]:
    """The terms of a text in order."""
    found: list[str] = []
    for word in syllables(fold(text)):
        spelled = _SHORT_FORMS.get(word)
        found += [term_of(one) for one in spelled.split()] if spelled else [term_of(word)]
    return found


def pairs(found: list[str]) -> list[str]:
    """Neighbouring terms: in Vietnamese a word is often two syllables."""
    return [f"{one} {other}" for one, other in pairwise(found)]


def weight_of(term: str) -> float:
    """How much a term may say at all, before the index knows how rare it is."""
    return _LIGHT_WEIGHT if term in _LIGHT else 1.0
