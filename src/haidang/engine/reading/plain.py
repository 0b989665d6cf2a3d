"""Reduce a scrap of HTML (a feed summary) to plain text."""

import re
from html import unescape

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from haidang.engine.reading.limits import Unreadable, check_markup
from haidang.engine.text import nfc

_MARKUP = re.compile(r"<[A-Za-z!/]|&[#\w]")
_BREAKS = re.compile(r"</(?:p|div|li|h\d|blockquote|tr)\s*>|</?br\s*/?>", re.IGNORECASE)
_TAGS = re.compile(r"</?[A-Za-z](?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+')*+>")
_LEFT = re.compile(r"<[A-Za-z/!?]")
_NEEDS_PARSER = re.compile(
    r"<(?:!|\?|/?(?:script|style|noscript|template|svg|math|title|textarea|xmp|iframe|noembed|noframes|plaintext|select|head)\b)",
    re.IGNORECASE,
)
_MAX = 100_000  # characters of one summary: longer ones are whole sites pushed into a feed


def plain_text(scrap: str) -> str:
    """Text without markup, one line a paragraph. Never raises."""
    scrap = scrap[:_MAX]
    if ("<" in scrap or "&" in scrap) and _MARKUP.search(scrap):
        scrap = _without_markup(scrap)
    if "\n" not in scrap:
        return nfc(" ".join(scrap.split()))
    lines = (" ".join(line.split()) for line in scrap.split("\n"))
    return nfc("\n".join(line for line in lines if line))


def _without_markup(scrap: str) -> str:
    scrap = _BREAKS.sub(r"\g<0>\n", scrap)
    if not _NEEDS_PARSER.search(scrap):
        plain = _TAGS.sub("", scrap)
        if not _LEFT.search(plain):
            return unescape(plain)
    try:
        check_markup(scrap)
    except Unreadable:
        return unescape(_TAGS.sub(" ", scrap))
    tree = LexborHTMLParser(scrap, options=LexborDocumentOptions.WO_EVENTS.value, scripting=True)
    tree.strip_tags(["script", "style", "noscript", "template", "svg"])
    return tree.body.text() if tree.body else ""
