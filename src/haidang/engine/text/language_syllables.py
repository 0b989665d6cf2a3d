"""All syllables that Vietnamese spelling allows, without marks: by their share untoned Vietnamese is recognised."""

import re
from functools import lru_cache

from haidang.engine.text.wordlist import word_set

_ONSETS = ("", *sorted(word_set("b ch c d g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x")))
_RIMES = word_set(
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu "
    "im in inh ip it iu o oa oac oach oai oan oang oanh oat oay oc oe oen oeo oet oi om on ong op ot u ua uan uang uat "
    "uay uc ue uech ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt y yem yen "
    "yet yeu"
)
_AFTER_Q = word_set(
    "ua uac uach uai uan uang uanh uat uau uay ue uen ueo uet uoc uy uyen uyet uynh uyt ui uit uo uynh uam uao uap uen"
)
_TELLING = re.compile(
    r"^n[gh]|^kh|^tr|^gi.|^th.+[gh]$|uo|ieu|ie[mnp]|uye|yeu|oa[ciyt]|ua[tn]|uy|[aeiou]nh$|[aeiou]ch$|u[au]$|a[uo]$"
)
_FRONT = ("e", "i", "y")  # k, gh and ngh stand before these, c, g and ng before the others


@lru_cache(maxsize=1)
def untoned_syllables() -> frozenset[str]:
    """Some 2,300 of them."""
    found = {f"q{rime}" for rime in _AFTER_Q} | {"gi", "gin"}  # gì, gìn: written without the second i
    for onset in _ONSETS:
        for rime in _RIMES:
            if _fits(onset, rime):
                found.add(onset + rime)
    return frozenset(found)


@lru_cache(maxsize=1)
def telling_syllables() -> frozenset[str]:
    """Those whose spelling hardly occurs in other languages that are written with Latin letters."""
    return frozenset(syllable for syllable in untoned_syllables() if _TELLING.search(syllable))


def _fits(onset: str, rime: str) -> bool:
    front = rime.startswith(_FRONT)
    if onset in {"k", "gh", "ngh"}:
        return front
    if onset in {"c", "g", "ng"}:
        return not front
    if onset == "q":
        return False
    if onset == "":
        return not rime.startswith("ie")
    return not (onset == "gi" and rime.startswith("i")) and not rime.startswith("ye")
