"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.reading import decode

TEXT = "Cầu Cây Được không sập"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (TEXT.encode(), "text/html; charset=utf-8"),
        (TEXT.encode(), "text/html; charset=iso-8859-1"),
        (TEXT.encode(), ""),
        (codecs.BOM_UTF8 + TEXT.encode(), "text/html; charset=windows-1258"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ""),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), ""),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), ""),
    ],
)
def test_vietnamese_comes_out_whole(body: bytes, content_type: str) -> None:
    assert decode(body, content_type) == TEXT


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("Được".encode("cp1258", "replace"), "text/html; charset=windows-1258", "Đư?c"),
        (b"caf\xe9", "text/html; charset=latin1", "café"),
        (b"<meta charset='windows-1252'>caf\xe9", "", "<meta charset='windows-1252'>café"),
        (
            b"<?xml version='1.0' encoding=\"iso-8859-1\"?>caf\xe9",
            "",
            "<?xml version='1.0' encoding=\"iso-8859-1\"?>café",
        ),
        ("<p>Tin</p>".encode("utf-16-le"), "", "<p>Tin</p>"),
        ("<p>Tin</p>".encode("utf-16-be"), "", "<p>Tin</p>"),
        ("桥".encode("gb18030"), "text/html; charset=gbk", "桥"),
        (b"\xff\xfe", "", ""),
        (b"", "", ""),
    ],
)
def test_a_declared_encoding_of_our_list_is_followed(body: bytes, content_type: str, text: str) -> None:
    assert decode(body, content_type) == text


@pytest.mark.parametrize(
    "name", ["zlib_codec", "rot13", "base64", "idna", "unicode_escape", "utf-7", "punycode", "utf-16"]
)
def test_a_codec_name_from_the_wire_is_never_used(name: str) -> None:
    body = b"caf\xe9 +AGE- \\u0041"
    assert decode(body, f"text/html; charset={name}") == "caf\ufffd +AGE- \\u0041"


def test_windows_1258_marks_are_composed() -> None:
    assert decode("Câ\u0300u".encode("cp1258"), "text/html; charset=windows-1258") == "Cầu"


@given(st.binary(), st.text(max_size=40))
def test_any_bytes_become_text(body: bytes, content_type: str) -> None:
    assert isinstance(decode(body, content_type), str)
