"""Read an article page: title, main text, byline as printed, time, language, canonical address."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from haidang.engine.reading.addresses import canonical_address
from haidang.engine.reading.charset import as_utf8, as_written
from haidang.engine.reading.fallback import slow_text
from haidang.engine.reading.limits import Unreadable, check_page, check_size
from haidang.engine.reading.mainbody import MainBody, main_body, parsed
from haidang.engine.reading.pagedate import (
    changed_times,
    first_time,
    printed_time,
    second_opinion,
    stated_times,
)
from haidang.engine.reading.pagehead import PageHead, read_head
from haidang.engine.reading.pictures import Picture, pictures_of
from haidang.engine.reading.times import VIETNAM, read_stated
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
    published_on: date | None = None  # the day as the page writes it, in its own time zone
    outlet: str = ""
    images: tuple[Picture, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()  # (language, address) of this page in other languages
    read_by: str = ""  # "blocks", or "trafilatura" where our own rules were unsure


def read_page(body: bytes, *, content_type: str, address: str) -> Article:
    """The article on a page. Raises Unreadable when it is refused or is no page.

    lexbor and our own rules first; trafilatura (15 times slower) where those are unsure of the main text.
    """
    check_size(body)
    kind = content_type.partition(";")[0].strip().lower()
    if kind and not kind.startswith(_READ_TYPES):
        raise Unreadable("not_a_page", f"The address serves {kind[:60]}, not a page.")
    if kind == "text/plain":
        return _plain(as_written(body, content_type), address)
    markup = as_utf8(body, content_type)
    if b"\0" in markup:
        markup = markup.replace(b"\0", b"")
    check_page(markup)
    tree = parsed(markup)
    head = read_head(tree, address)
    dated = first_time(stated_times(tree, head.metas, head.stated, address))  # before the tree is cut
    found = main_body(tree)
    dated = (
        dated or first_time(changed_times(head.metas, head.stated)) or printed_time(found.texts, found.extent)
    )
    left = (
        "" if found.sure and dated else tree.html or ""
    )  # without scripts both second readers are faster, and as good
    slow = "" if found.sure else slow_text(left)
    return _article(head, found, slow, dated or second_opinion(left, address), address)


def _article(head: PageHead, found: MainBody, slow: str, stated: str, address: str) -> Article:
    """Trafilatura's text where we are unsure; ours where it finds nothing."""
    main = nfc(slow or found.text)
    language = language_of(main or head.title, hint=head.language)
    dated = read_stated(stated, zone=VIETNAM if language == "vi" else UTC)
    pictures = pictures_of(found.sheet, found.texts, found.extent, address)
    return Article(
        title=nfc(head.title),
        text=main,
        byline_as_printed=nfc(head.byline),
        published_at=dated.at if dated else None,
        language=language,
        canonical=head.canonical or canonical_address(address),
        published_on=dated.on if dated else None,
        outlet=nfc(head.outlet),
        images=pictures or ((Picture(head.picture, ""),) if head.picture else ()),
        versions=head.versions,
        read_by="trafilatura" if slow else "blocks",
    )


def _plain(text: str, address: str) -> Article:
    lines = [line.strip() for line in nfc(text[:_PLAIN_TEXT_MAX]).splitlines() if line.strip()]
    title = lines[0][:300] if lines else ""
    whole = "\n".join(lines)
    return Article(title, whole, "", None, language_of(whole), canonical_address(address))
