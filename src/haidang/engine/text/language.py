"""Say which language a text is in: script, then letters and small words, and a small model where those are unsure.

Vietnamese, English, Khmer, Chinese, French, Korean, Japanese, or "other". Vietnamese typed without marks is recognised
by the shape of its syllables; models trained on newspapers take it for anything (performance notes, section 5).
"""

import re
import threading
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Protocol

from haidang.engine.text.folding import fold, nfc
from haidang.engine.text.language_scripts import by_script
from haidang.engine.text.language_syllables import telling_syllables, untoned_syllables
from haidang.engine.text.language_words import (
    ENGLISH,
    ENGLISH_ONLY,
    FRENCH,
    FRENCH_ONLY,
    OTHERS,
    OTHERS_ONLY,
    SHAPED_ENGLISH,
    SHORTENED,
    UNTONED,
    VIETNAMESE,
    letters_of_words,
)
from haidang.engine.text.sentences import sentences
from haidang.engine.text.wordlist import word_set

LANGUAGES = ("vi", "en", "km", "zh", "fr", "ko", "ja")
OTHER = "other"

_SAMPLE = 400  # characters looked at: more changes nothing but the time
_FOR_MODEL = 200  # it costs by the letter
_WORD = re.compile(r"[^\W\d_]+")
# Letters that only Vietnamese has among the languages of newspapers, in words between letters.
_MARKED_WORD = re.compile(r"[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]|[đă](?=[^\W\d_])|\b[đ]")
_NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|\S+@\S+")
# Letters that neither English, French nor Vietnamese uses; those of French that English lacks.
_FOREIGN = re.compile(r"[ñ¿¡ßåøłşğıãõäöüčřžšěůńśźżćęąőűțșāēīūļķņģ]")
_FRENCH_LETTERS = re.compile(r"[çœèêëîïûùàâ]")
_FRENCH_APOSTROPHE = re.compile(r"\b(?:[ldjmnstc]|qu)['’]\w")

_WORDS = letters_of_words()
_SYLLABLES = untoned_syllables() | SHORTENED
_TELLING = telling_syllables()
_RIVALS = ENGLISH + FRENCH + OTHERS
# Latin-script languages that the model may answer besides ours: those with many readers or near ones.
_NEIGHBOURS = word_set(
    "es pt it de nl sv da no fi pl cs sk hu ro tr id ms tl ca gl hr sl et lv lt sq sw az eu is cy ga af mt"
)
_LOADING = threading.Lock()


class _Model(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """A stretch of sentences in one language: `text[start:end]`."""

    start: int
    end: int
    language: str


def language_of(text: str, *, hint: str = "") -> str:
    """One of LANGUAGES or OTHER; `hint` (what the page or source declares) where the text has no letters to go by."""
    sample = nfc(text[:_SAMPLE])
    scripted = by_script(sample)
    if scripted:
        return scripted
    lower = sample.lower()
    if "@" in lower or "#" in lower or "://" in lower or "www." in lower:
        lower = _NOT_WORDS.sub(" ", lower)
    plain = lower.isascii()
    marked = 0 if plain else len(_MARKED_WORD.findall(lower))
    if marked > _PLAINLY_MARKED * (lower.count(" ") + 1):
        return "vi"
    words = _WORD.findall(lower)
    if not words:
        return hint if hint in LANGUAGES else ""
    return _by_words(words, lower, marked, hint) or _by_model(lower[:_FOR_MODEL])


def is_vietnamese(text: str) -> bool:
    """Whether a text is Vietnamese, with or without marks; by its letters and syllables alone, never by the model."""
    lower = nfc(text[:_SAMPLE]).lower()
    words = _WORD.findall(lower)
    marked = 0 if lower.isascii() else len(_MARKED_WORD.findall(lower))
    return bool(words) and (marked >= _MARKED * len(words) or _is_untoned(words, lower, ""))


def languages_of(text: str, *, hint: str = "") -> tuple[LanguageSpan, ...]:
    """The language of every sentence; neighbours of one language are one span, short ones follow the one before."""
    spans: list[LanguageSpan] = []
    for sentence in sentences(text):
        short = len(_WORD.findall(sentence.text)) < _FEW and not by_script(sentence.text)
        code = spans[-1].language if short and spans else language_of(sentence.text, hint=hint)
        if spans and spans[-1].language == code:
            spans[-1] = LanguageSpan(spans[-1].start, sentence.end, code)
        else:
            spans.append(LanguageSpan(sentence.start, sentence.end, code))
    return tuple(spans)


_FEW = 3  # words of a sentence that tell too little alone
# Marked letters a word: Vietnamese prose has 0.5 to 0.9, English with Vietnamese names up to 0.3.
_PLAINLY_MARKED, _MARKED = 0.4, 0.2
# Share of words that are Vietnamese syllables (English lies at 0.2 to 0.45), and what share must then be telling.
_ALL_SHAPED, _MOST_SHAPED, _MANY_SHAPED = 0.9, 0.75, 0.6
_SOME_TELLING, _MORE_TELLING = 0.15, 0.3
_SURE, _CLEARER = 2, 2  # small words found, and how many times more than of any other language
_PLAINLY_ENGLISH, _ENOUGH_ENGLISH = 0.2, 0.12  # of the words


def _by_words(words: list[str], lower: str, marked: int, hint: str) -> str:
    """The language where small words and letters leave no doubt; else empty."""
    count = len(words)
    hits = "".join(map(_WORDS.get, words, repeat("")))
    english = hits.count(ENGLISH)
    if hits.count(ENGLISH_ONLY) >= max(_SURE, _PLAINLY_ENGLISH * count) and not marked:
        return "en"
    if marked and marked >= _MARKED * count and marked + hits.count(VIETNAMESE) > english:
        return "vi"
    if _is_untoned(words, lower, hint):
        return "vi"
    return _among_latin(hits, lower, count)


def _among_latin(hits: str, lower: str, count: int) -> str:
    """By words and letters that one language alone has; empty where they are few or mixed."""
    english = hits.count(ENGLISH_ONLY) + hits.count(SHAPED_ENGLISH)
    french, others = hits.count(FRENCH_ONLY), hits.count(OTHERS_ONLY)
    if not lower.isascii():
        french += min(_SURE, len(_FRENCH_LETTERS.findall(lower)))
        others += min(_SURE, len(_FOREIGN.findall(lower)))
    french += min(_SURE, len(_FRENCH_APOSTROPHE.findall(lower)))
    if english >= max(_SURE, _ENOUGH_ENGLISH * count) and english >= _CLEARER * max(french, others):
        return "en"
    if french >= _SURE and french >= _CLEARER * max(english, others):
        return "fr"
    if others >= _SURE and others >= _CLEARER * max(english, french):
        return OTHER
    english = hits.count(ENGLISH)
    rivals = max(hits.count(FRENCH), *map(hits.count, OTHERS))
    return "en" if english >= max(_SURE, _ENOUGH_ENGLISH * count) and english >= _CLEARER * rivals else ""


def _is_untoned(words: list[str], lower: str, hint: str) -> bool:
    """Whether most words are shaped like Vietnamese syllables, some tellingly, and the rest does not speak against it.

    Words of that shape that are also small words elsewhere (la, de, to, no) count for Vietnamese here: what counts
    against it are small words that Vietnamese cannot spell.
    """
    count = len(words)
    folded = words if lower.isascii() else [fold(word) for word in words]
    strange = [word for word in folded if word not in _SYLLABLES]
    shaped = count - len(strange)
    if shaped < _MANY_SHAPED * count:
        return False
    telling = sum(map(_TELLING.__contains__, folded))
    known = "".join(map(_WORDS.get, folded, repeat(""))).count(UNTONED)
    if hint == "vi" and known:
        return True
    against = "".join(map(_WORDS.get, strange, repeat("")))
    rivals = max(map(against.count, _RIVALS), default=0) if against else 0
    enough = telling + known
    if shaped >= _ALL_SHAPED * count:
        return enough > rivals if count > _FEW else enough >= _SURE and not rivals
    share = _SOME_TELLING if shaped >= _MOST_SHAPED * count else _MORE_TELLING
    return enough >= share * count and enough > rivals


@lru_cache(maxsize=1)
def _model() -> _Model:
    """The model, loaded once at first use (some 50 MB, 0.3 s)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Model = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["vi", "en", "fr", *sorted(_NEIGHBOURS)])  # type: ignore[attr-defined]  # the package is untyped
    return identifier


def warm_up() -> None:
    """Load the model now: it unpacks itself through a temporary file, which a limited process may not write later."""
    with _LOADING:
        _model()


def _by_model(lower: str) -> str:
    with _LOADING:
        model = _model()
    code = str(model.classify(lower)[0])
    return code if code in LANGUAGES else OTHER
