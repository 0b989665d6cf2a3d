"""Reduce a scrap of HTML (a feed summary) to plain text."""

import re
from html import unescape

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from haidang.engine.reading.limits import Unreadable, check_markup
from haidang.engine.text import nfc

_MARKUP = re.compile(r"<[A-Za-z!/]|&[#\w]")
_BREAKS = re.compile(r"</(?:p|div|li|h\d|blockquote|tr)\s*>|<br\s*/?>", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,2000}>")
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_MAX = 100_000  # characters of one summary: longer ones are whole sites pushed into a feed


def plain_text(scrap: str) -> str:
    """Text without markup, one line a paragraph. Never raises."""
    scrap = scrap[:_MAX]
    if _MARKUP.search(scrap):
        scrap = _without_markup(scrap)
    return nfc(_LINES.sub("\n", _SPACE.sub(" ", scrap)).strip())


def _without_markup(scrap: str) -> str:
    scrap = _BREAKS.sub(lambda found: found.group() + "\n", scrap)
    try:
        check_markup(scrap)
    except Unreadable:
        return unescape(_TAGS.sub(" ", scrap))
    tree = LexborHTMLParser(scrap, options=LexborDocumentOptions.WO_EVENTS.value, scripting=True)
    tree.strip_tags(["script", "style", "noscript", "template", "svg"])
    return tree.body.text() if tree.body else ""
