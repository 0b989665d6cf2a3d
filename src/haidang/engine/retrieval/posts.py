"""Make plain text of a post: links off, hashtags and handles split into words, tricks of spelling undone."""

import re
import unicodedata

_LINK = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|pic\.twitter\.com/\w{1,40}|\bt\.co/\w{1,40}", re.IGNORECASE
)
_TAG = re.compile(r"[#@](\w{1,100})")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|_")
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, *range(0xFE00, 0xFE10)], None)
# Cyrillic and Greek letters that look Latin; used only inside a word that has Latin letters too.
_LOOKALIKE = str.maketrans(
    "аеорсухіјѕԁһАВЕКМНОРСТХІЈЅοανιρτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdhABEKMHOPCTXIJSoavipruABEZHIKMNOPTYX"
)
_MIXED = re.compile(r"\w*[A-Za-zÀ-ỹ]\w*[\u0370-\u04ff]\w*|\w*[\u0370-\u04ff]\w*[A-Za-zÀ-ỹ]\w*")
# s.ậ.p, c h ế t, c-h-ế-t: single letters with the same sign between them, three or more.
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_](?P<sign>[ .*_-])(?:[^\W\d_](?P=sign)){1,30}[^\W\d_])(?!\w)")
_DIGIT_LETTER = str.maketrans("0134@$", "oieaas")
_LEET = re.compile(r"(?<![\w@$])[^\W\d_]{1,12}[0134@$][^\W\d_]{1,12}(?![\w@$])")
MAX_CHARS = 20_000  # what a claim is looked up by; a longer text is cut into sentences by its caller


def plain(text: str) -> str:
    """The words of a post as one would say them. Linear in the length; only the first 20,000 characters count."""
    text = unicodedata.normalize("NFC", text[:MAX_CHARS]).translate(_INVISIBLE)
    text = _LINK.sub(" ", text)
    if "#" in text or "@" in text:
        text = _LEET.sub(lambda found: found.group().translate(_DIGIT_LETTER), text)
        text = _TAG.sub(lambda found: _CAMEL.sub(" ", found[1]), text)
    return _undisguised(text)


def _undisguised(text: str) -> str:
    if not text.isascii():
        text = _MIXED.sub(lambda found: found.group().translate(_LOOKALIKE), text)
    return _SPACED.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    """Letters with signs between them, joined. Capitals with dots are an abbreviation and joined too (U.S.)."""
    return found.group().replace(found["sign"], "")
