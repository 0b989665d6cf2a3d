"""Read an article page: title, main text, byline as printed, time, language, canonical address."""

from dataclasses import dataclass
from datetime import UTC, datetime

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from haidang.engine.reading.addresses import canonical_address
from haidang.engine.reading.charset import decode
from haidang.engine.reading.fallback import slow_text
from haidang.engine.reading.limits import Unreadable, check_markup, check_size
from haidang.engine.reading.mainbody import MainBody, main_body
from haidang.engine.reading.pagehead import PageHead, read_head
from haidang.engine.reading.times import VIETNAM, read_time
from haidang.engine.text import language_of, nfc

_READ_TYPES = ("text/", "application/xhtml", "application/xml", "application/octet-stream")
_PLAIN_TEXT_MAX = 200_000


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says. `byline_as_printed` is text for showing; nothing joins or searches it."""

    title: str
    text: str
    byline_as_printed: str
    published_at: datetime | None
    language: str
    canonical: str


def read_page(body: bytes, *, content_type: str, address: str) -> Article:
    """The article on a page. Raises Unreadable when it is refused or is no page.

    lexbor and our own rules first; trafilatura (15 times slower) where those are unsure of the main text.
    """
    check_size(body)
    kind = content_type.partition(";")[0].strip().lower()
    if kind and not kind.startswith(_READ_TYPES):
        raise Unreadable("not_a_page", f"The address serves {kind[:60]}, not a page.")
    text = decode(body, content_type)
    if kind == "text/plain":
        return _plain(text, address)
    check_markup(text)
    tree = LexborHTMLParser(
        text.replace("\x00", ""), options=LexborDocumentOptions.WO_EVENTS.value, scripting=True
    )
    head = read_head(tree, address)
    found = main_body(tree)
    main = found.text if found.sure else _second_opinion(text, found)
    language = language_of(main or head.title, hint=head.language)
    return _article(head, main, language, address)


def _second_opinion(text: str, found: MainBody) -> str:
    """Trafilatura's text where we are unsure; ours where it finds nothing."""
    return slow_text(text) or found.text


def _article(head: PageHead, main: str, language: str, address: str) -> Article:
    zone = VIETNAM if language == "vi" else UTC
    times = (read_time(stated, zone=zone) for stated in head.times)
    published_at = next((time for time in times if time is not None), None)
    return Article(
        head.title, main, head.byline, published_at, language, head.canonical or canonical_address(address)
    )


def _plain(text: str, address: str) -> Article:
    lines = [line.strip() for line in nfc(text[:_PLAIN_TEXT_MAX]).splitlines() if line.strip()]
    title = lines[0][:300] if lines else ""
    whole = "\n".join(lines)
    return Article(title, whole, "", None, language_of(whole), canonical_address(address))
