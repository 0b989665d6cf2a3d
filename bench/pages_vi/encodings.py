"""Write and read text in the encodings of old Vietnamese pages: windows-1258, VISCII, TCVN3 and VNI fonts, NFD."""

import html
import re
import unicodedata
from typing import Literal, get_args

Encoding = Literal[
    "utf-8",
    "utf-8-nfd",
    "ascii-entities",
    "windows-1258",
    "viscii",
    "tcvn3",
    "tcvn3-as-utf8",
    "vni",
    "vni-as-utf8",
]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)

_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII = {chr(0x80 + place): letter for place, letter in enumerate(_VISCII_HIGH)} | dict(
    zip("\x02\x05\x06\x14\x19\x1e", "ẲẴẪỶỸỴ", strict=True)
)
_TCVN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ", 0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip
_TCVN3 = {
    chr(start + place): letter for start, run in _TCVN3_RUNS.items() for place, letter in enumerate(run)
}
_VNI_PAIRS = (
    "á=aù à=aø ả=aû ã=aõ ạ=aï â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë "
    "é=eù è=eø ẻ=eû ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò "
    "ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï "
    "ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î đ=ñ"
)
_VNI_LOWER = {pair[0]: pair[2:] for pair in _VNI_PAIRS.split()}
_VNI = _VNI_LOWER | {letter.upper(): code.upper() for letter, code in _VNI_LOWER.items()}
_VNI_BACK = {code: letter for letter, code in _VNI.items()}
_VNI_CODES = re.compile("|".join(sorted(map(re.escape, _VNI_BACK), key=len, reverse=True)))
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "•": "-",
        "»": ">",
        "·": "-",
        "©": "(c)",
    }
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def writable(text: str, encoding: Encoding) -> str:
    """The text as this encoding can hold it: TCVN3 has no capitals with tone marks, old fonts no curly quotes."""
    if encoding in ("utf-8", "utf-8-nfd", "ascii-entities", "windows-1258"):
        return text
    plain = text.translate(_PLAIN)
    if not encoding.startswith("tcvn3"):
        return plain
    known = set(_TCVN3.values())
    return "".join(c if c.isascii() or c in known else c.lower() for c in plain)


def encode(page: str, encoding: Encoding) -> bytes:
    """Encode a whole page; a letter that the encoding lacks raises UnicodeEncodeError."""
    if encoding == "utf-8-nfd":
        return unicodedata.normalize("NFD", page).encode()
    if encoding == "ascii-entities":
        return page.encode("ascii", "xmlcharrefreplace")
    if encoding == "windows-1258":
        return "".join(_loose_tones(letter) for letter in page).encode("cp1258")
    if encoding == "viscii":
        return _swapped(page, {letter: code for code, letter in _VISCII.items()}).encode("latin-1")
    if encoding.startswith("tcvn3"):
        found = _swapped(page, {letter: code for code, letter in _TCVN3.items()})
        return found.encode("utf-8" if encoding.endswith("utf8") else "latin-1")
    if encoding.startswith("vni"):
        return _swapped(page, _VNI).encode("utf-8" if encoding.endswith("utf8") else "latin-1")
    return page.encode()


def decode(body: bytes, encoding: Encoding) -> str:
    """The page as a reader sees it, composed (NFC)."""
    if encoding == "ascii-entities":
        return html.unescape(body.decode("ascii"))
    if encoding == "windows-1258":
        return unicodedata.normalize("NFC", body.decode("cp1258"))
    if encoding == "viscii":
        return "".join(_VISCII.get(c, c) for c in body.decode("latin-1"))
    as_utf8 = encoding.endswith(("utf8", "utf-8", "nfd"))
    text = unicodedata.normalize("NFC", body.decode("utf-8" if as_utf8 else "latin-1"))
    if encoding.startswith("tcvn3"):
        return "".join(_TCVN3.get(c, c) for c in text)
    if encoding.startswith("vni"):
        return _VNI_CODES.sub(lambda found: _VNI_BACK[found[0]], text)
    return text


def _loose_tones(letter: str) -> str:
    """windows-1258 keeps the hat on its vowel and prints most tone marks as letters of their own."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        pass
    else:
        return letter
    parts = unicodedata.normalize("NFD", letter)
    hat = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    return hat + "".join(c for c in parts if c in _TONES)


def _swapped(page: str, codes: dict[str, str]) -> str:
    """Swap letters for codes; a letter outside ASCII without a code is left to fail, not to be misread."""
    missing = sorted({c for c in page if not c.isascii() and c not in codes})
    if missing:
        place = page.index(missing[0])
        raise UnicodeEncodeError("vietnamese font", page, place, place + 1, f"no code for {missing}")
    return "".join(codes.get(c, c) for c in page)
