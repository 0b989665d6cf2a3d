"""What a headline is about, as weighted terms: words (English), pairs of syllables (Vietnamese), names, numbers.

Vietnamese words are mostly two syllables, and a single folded syllable means little, so pairs carry the weight there.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from haidang.engine.grouping.stopwords import STOP_FOLDED, STOP_SYLLABLES, STOP_WORDS
from haidang.engine.text.folding import fold_word, nfc
from haidang.engine.text.language import is_vietnamese

Kind = Literal["name", "number", "words"]
# A folded word that is not Vietnamese -> folded Vietnamese terms (a syllable, or two with a space) and their chances.
Bridge = Callable[[str], Sequence[tuple[str, float]]]

_WORD = re.compile(r"\d++(?:[.,/]\d++)*+[^\W\d_]*+|[^\W_]++(?:['’]s\b)?")
_MOST_WORDS = 60
_HEADLINE = 200  # characters of the first line that count as the headline
_LEAD = 240  # characters after it that are looked at, at half weight
_LEAD_WEIGHT = 0.5
_TOO_LITTLE = 6  # terms: a headline of three or four words
_TITLE_CASE = 0.6  # share of capitals above which they tell nothing about names


@dataclass(frozen=True, slots=True)
class Term:
    """`weight` in the likeness of two texts; `share` of a full word when evidence is added up."""

    weight: float
    share: float
    kind: Kind
    printed: str

    def weakened(self, by: float) -> "Term":
        return Term(self.weight * by, self.share * by, self.kind, self.printed)


_NAME, _NUMBER, _SYLLABLE, _SYLLABLES, _WORDS = 1.5, 0.7, 0.3, 0.7, 0.5
# As evidence Vietnamese pairs count less: neighbours overlap, so that one phrase of three syllables is two pairs.
_SYLLABLE_SAYS, _SYLLABLES_SAY, _WORDS_SAY = 0.15, 0.5, 0.5


def topic_terms(text: str, *, bridge: Bridge | None = None) -> dict[str, Term]:
    """Terms of the headline (the first line). Where it says too little, the beginning of the text helps it out.

    With a bridge, headlines in other languages get the Vietnamese terms of their words besides, so that both meet.
    """
    head, _, rest = nfc(text.strip()).partition("\n")
    found = _terms(head[:_HEADLINE], bridge)
    lead = rest.strip() or head[_HEADLINE:]
    if lead and len(found) < _TOO_LITTLE:
        for key, term in _terms(lead[:_LEAD], bridge).items():
            found.setdefault(key, term.weakened(_LEAD_WEIGHT))
    return found


def _terms(line: str, bridge: Bridge | None) -> dict[str, Term]:
    words = _WORD.findall(line)[:_MOST_WORDS]
    capital = [word[0].isupper() for word in words]
    telling = sum(capital) <= _TITLE_CASE * len(words)
    vietnamese = is_vietnamese(line)
    plain = line.isascii()
    found: dict[str, Term] = {}
    before: tuple[str, str, bool] | None = None  # key, as printed, whether a name
    for place, word in enumerate(words):
        named = telling and capital[place] and place > 0
        key = _key(word, vietnamese=vietnamese, named=named, line_is_plain=plain)
        if not key:
            before = None
            continue
        one = _single(key, word, vietnamese=vietnamese, named=named)
        if key not in found or found[key].weight < one.weight:
            found[key] = one
        if before:
            both_named = named and before[2]
            share = _SYLLABLES_SAY if vietnamese else _WORDS_SAY
            weight = (_SYLLABLES if vietnamese else _WORDS) * (_NAME if both_named else 1.0)
            printed = f"{before[1]} {word}"
            found[f"{before[0]} {key}"] = Term(weight, share, "name" if both_named else "words", printed)
        before = (key, word, named)
    if bridge and not vietnamese:
        _cross(found, bridge)
    return found


def _cross(found: dict[str, Term], bridge: Bridge) -> None:
    """Add the Vietnamese terms of every single word."""
    for key, term in list(found.items()):
        if " " not in key:
            for other, chance in bridge(fold_word(term.printed)):
                found.setdefault(other, term.weakened(chance))


def _key(word: str, *, vietnamese: bool, named: bool, line_is_plain: bool) -> str:
    """The folded word or, in English, its stem; empty for words that say nothing about the subject."""
    folded = fold_word(word)
    if vietnamese and not named:
        stopped = folded in STOP_FOLDED if line_is_plain else word.lower() in STOP_SYLLABLES
        return "" if stopped else folded
    if folded in STOP_WORDS or (len(folded) == 1 and not folded.isdigit()):
        return ""
    return folded if vietnamese else _stem(folded)


_LONG_NAME = 5  # letters: longer than any Vietnamese syllable in folded form but a few


def _single(key: str, word: str, *, vietnamese: bool, named: bool) -> Term:
    if key[0].isdigit():
        return Term(_NUMBER, _NUMBER, "number", word)
    kind: Kind = "name" if named else "words"
    whole = not vietnamese or (named and len(key) > _LONG_NAME)
    weight = (_NAME if named else 1.0) * (1.0 if whole else _SYLLABLE)
    return Term(weight, 1.0 if whole else _SYLLABLE_SAYS, kind, word)


def _stem(word: str) -> str:
    """English endings off. Vietnamese syllables, which never end in s or ed, pass unharmed."""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    for ending, least, instead in (("ies", 4, "y"), ("s", 3, ""), ("ing", 5, ""), ("ed", 4, "")):
        if len(word) > least and word.endswith(ending) and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            if instead:
                return word
            if ending != "s":
                break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word  # noqa: PLR2004
