"""Take the tone marks off a text as people leave them off: letters, case and signs stay."""

import unicodedata


def without_marks(text: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", bare).replace("đ", "d").replace("Đ", "D")
