"""Say which language a text is in: by script and letters first, by a small model only where those are silent.

Restricted to the languages this desk reads. Vietnamese typed without marks is recognised by the shape of its
syllables; models trained on newspapers take it for English or worse (performance notes, section 5).
"""

import re
import threading
from functools import lru_cache
from typing import Protocol

from haidang.engine.text.folding import fold, nfc
from haidang.engine.text.syllables import syllables
from haidang.engine.text.wordlist import word_set

LANGUAGES = ("vi", "en", "km", "zh", "fr", "ko", "ja")

_SAMPLE = 1000  # characters looked at: more changes nothing but the time
_SCRIPTS = (
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
# Letters that no other of the seven languages has.
_VIETNAMESE = re.compile(r"[đơưăạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
_SYLLABLE = re.compile(
    r"(?:ngh?|[cgknpt]h|tr|gi|qu|[bcdghklmnrstvx])?"
    r"(?:uye?|uya|oai|oay|oeo|uay|uoi|uou|ieu|yeu|ai|ao|au|ay|eo|eu|ia|iu|oa|oe|oi|ua|ue|ui|uo|uu|ie|ye|oo|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_ENGLISH = word_set(
    "the of and to in is for on that by with at from was were are be has have had it he she they this "
    "which who will would been not but as an or his her their its said after before over about people new "
    "police government"
)
_FRENCH = word_set(
    "le la les des du une un et est dans pour que qui sur avec par au aux ce cette sont pas plus mais ou "
    "nous vous il elle ont ete leur ses"
)
# Untoned words so common that a post of a few words has one, and which are not English.
_UNTONED = word_set(
    "khong ko duoc nguoi nhung trong cua cho nay roi bi la va voi mot nhieu xe cau duong nha nuoc tinh xa "
    "ngay nghe noi tin sap vua moi den thi ong ba anh chi em con cung da se dang tai theo sau khi minh"
)
_MOSTLY = 0.8  # share of words shaped like Vietnamese syllables; English news lie at 0.25 to 0.45
_LOADING = threading.Lock()


class _Model(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str, *, hint: str = "") -> str:
    """One of LANGUAGES; `hint` (what the page or source declares) where the text has no letters to go by."""
    sample = nfc(text[:_SAMPLE]).lower()
    by_script = _by_script(sample)
    if by_script:
        return by_script
    found = [word for word in syllables(fold(sample)) if word[0].isalpha()]
    if not found:
        return hint if hint in LANGUAGES else ""
    return _by_words(found, plain=sample.isascii(), hint=hint) or _by_model(sample)


def _by_script(sample: str) -> str:
    letters = sum(char.isalpha() for char in sample) or 1
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) > letters * 0.2:
            return code
    special = len(_VIETNAMESE.findall(sample))
    return "vi" if special > letters * 0.03 else ""


def _by_words(found: list[str], *, plain: bool, hint: str) -> str:
    """Untoned Vietnamese, or plain English; empty when neither is plain enough."""
    count = len(found)
    english = sum(word in _ENGLISH for word in found)
    french = sum(word in _FRENCH for word in found)
    untoned = sum(word in _UNTONED for word in found)
    believed = untoned or hint == "vi" or (count >= 4 and not french)  # noqa: PLR2004
    if plain and believed and untoned >= english:
        shaped = sum(_SYLLABLE.fullmatch(word) is not None for word in found)
        if shaped >= (_MOSTLY if untoned else 1.0) * count:
            return "vi"
    return "en" if english >= 2 and english > count * 0.12 and english > 2 * french else ""  # noqa: PLR2004


@lru_cache(maxsize=1)
def _model() -> _Model:
    """The model, loaded once at first use (some 50 MB, 0.3 s)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Model = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)  # type: ignore[attr-defined]  # the package is untyped
    return identifier


def warm_up() -> None:
    """Load the model now: it unpacks itself through a temporary file, which a limited process may not write later."""
    with _LOADING:
        _model()


def _by_model(sample: str) -> str:
    with _LOADING:
        model = _model()
    return str(model.classify(sample)[0])
