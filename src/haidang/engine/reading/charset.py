"""Turn bytes into text with our own list of encodings: a name from the wire never reaches the codec registry."""

import codecs
import re

from haidang.engine.reading.legacy import legacy_text, may_be_misread, mended
from haidang.engine.text import nfc

# Labels that pages print -> the codec we use. As browsers do, Latin-1 means windows-1252 (Encoding Standard).
_CODECS = {
    "utf-8": "utf-8", "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8",
    "us-ascii": "cp1252", "ascii": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252", "x-cp1252": "cp1252",
    "windows-1258": "cp1258", "cp1258": "cp1258", "x-cp1258": "cp1258",
    "windows-1250": "cp1250", "windows-1251": "cp1251", "iso-8859-2": "iso8859-2", "iso-8859-15": "iso8859-15",
    "koi8-r": "koi8-r", "windows-874": "cp874", "tis-620": "cp874",
    "utf-16": "utf-16-le", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
}  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_IN_HEADER = re.compile(r"""charset\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_LOOKED_AT = 2048


def decode(body: bytes, content_type: str = "") -> str:
    """The text of a body, composed (NFC). Never raises: what no encoding explains becomes U+FFFD.

    Order: byte order mark; valid UTF-8 whatever is declared; old Vietnamese encodings by evidence; the declaration.
    """
    return nfc(as_written(body, content_type))


def as_written(body: bytes, content_type: str = "") -> str:
    """The text of a body, not yet composed: for readers that keep a small part of it and compose that."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    if _two_bytes_a_letter(body):
        return body.decode("utf-16-le" if body[1] == 0 else "utf-16-be", "replace")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return legacy_text(body) or body.decode(_declared(body, content_type), "replace")
    return mended(text) if may_be_misread(body) else text


def as_utf8(body: bytes, content_type: str = "") -> bytes:
    """The body in UTF-8, without byte order mark. What is already so comes back as it is, uncopied: most pages."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return as_written(body, content_type).encode("utf-8", "replace")
    if body.startswith(codecs.BOM_UTF8) or _two_bytes_a_letter(body) or may_be_misread(body):
        return as_written(body, content_type).encode("utf-8", "replace")
    return body


def _two_bytes_a_letter(body: bytes) -> bool:
    """UTF-16 without its mark: every second byte of the beginning is zero."""
    head = body[:64]
    return len(head) >= 4 and (not any(head[1::2]) or not any(head[0::2])) and any(head)  # noqa: PLR2004


def _declared(body: bytes, content_type: str) -> str:
    """The codec for the declared name, if it is one of ours and can be meant; UTF-8 (with losses) otherwise."""
    header = _IN_HEADER.search(content_type)
    inside = _DECLARED.search(body, 0, _LOOKED_AT)
    names = [header[1] if header else "", inside[1].decode("ascii") if inside else ""]
    for name in names:
        codec = _CODECS.get(name.lower(), "")
        if codec and not codec.startswith("utf-16"):  # it was looked for by its zeros already
            return codec
    return "utf-8"
