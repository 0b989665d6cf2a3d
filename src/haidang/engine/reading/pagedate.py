"""When a page says it was published: what it states for machines first, then its address, then what it prints."""

import logging
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from haidang.engine.reading.times import read_stated

_METAS = (
    "article:published_time", "datepublished", "article:published", "pubdate", "publishdate", "publish_date",
    "publish-date", "publication_date", "published_time", "date_published", "parsely-pub-date", "sailthru.date",
    "og:published_time", "rnews:datepublished", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created",
    "dc.created", "dcterms.date", "dc.date", "dc:date", "citation_publication_date", "citation_date", "its_publication",
    "article_date_original", "article.published", "bt:pubdate", "cxenseparse:recs:publishtime", "date", "created",
    "datecreated", "uploaddate", "video:release_date", "release_date", "originalpublicationdate", "timestamp",
)  # fmt: skip
_LATER_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
    "modified", "lastmod", "revised", "article:updated_time",
)  # fmt: skip
_MARKED = "[itemprop=datePublished], time[pubdate], time.published, time.entry-date, abbr.published, [property='dc:date']"
_TIMES = "time[datetime], time"
_PRINTED = (
    "[class*=date i], [class*=time i], [class*=publish i], [class*=posted i], [class*=byline i], [class*=ngay i], "
    "[class*=meta i], [id*=date i], [id*=publish i]"
)
_NOT_PRINTED = frozenset(
    ["script", "style", "html", "body", "meta", "link", "input", "form", "main", "article", "section"]
)
_IN_LD = re.compile(r'"date(?:Published|Created)"\s*:\s*"([^"]{8,40})"')
_IN_ADDRESS = re.compile(
    r"(?:/|-|_|\b)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?:/|-|_|\.|\b)"
)
_SMALL = 160  # characters: longer is no date line
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE, _BEHIND = 15, 6  # blocks


def stated_times(
    tree: LexborHTMLParser, metas: Mapping[str, str], stated: Mapping[str, object], address: str
) -> Iterator[str]:
    """Texts that may state when the page was published, the best first, looked for only as far as they are asked for."""
    for name in ("datePublished", "dateCreated", "uploadDate"):
        value = stated.get(name)
        if isinstance(value, str):
            yield value
    yield from (metas[name] for name in _METAS if name in metas)
    for script in tree.css("script[type='application/ld+json']")[:5]:
        yield from _IN_LD.findall(script.text())[:1]
    yield from map(_told, tree.css(_MARKED)[:5])
    yield from _day_of_address(address)
    yield from map(_told, tree.css(_TIMES)[:5])
    for node in tree.css(_PRINTED)[:40]:
        text = "" if node.tag in _NOT_PRINTED else " ".join(node.text(separator=" ").split())
        if 0 < len(text) <= _SMALL:
            yield text


def changed_times(metas: Mapping[str, str], stated: Mapping[str, object]) -> Iterator[str]:
    """When the page was last changed, for want of anything better."""
    modified = stated.get("dateModified")
    if isinstance(modified, str):
        yield modified
    yield from (metas[name] for name in _LATER_METAS if name in metas)


def first_time(texts: Iterator[str]) -> str:
    """The first of the texts that is a time, as it stands; empty if none is."""
    return next((text for text in texts if read_stated(text)), "")


def printed_time(texts: list[str], extent: tuple[int, int]) -> str:
    """The short block with a date that stands nearest to where the main text begins, else to where it ends.

    Nearest, because the top of a page often prints the day on which it was served.
    """
    first, last = extent
    near_start = sorted(
        range(max(0, first - _BEFORE), min(len(texts), first + _BEHIND)), key=lambda at: abs(at - first)
    )
    near_end = range(max(0, last - _BEHIND // 2), min(len(texts), last + _BEHIND))
    for number in (*near_start, *near_end):
        text = texts[number]
        if len(text) <= _SMALL and (found := _YEAR.search(text)):
            text = text[max(0, found.end() - 60) : found.end() + 20]
            if read_stated(text):
                return str(text)
    return ""


def second_opinion(markup: str, address: str) -> str:
    """By htmldate (it comes with trafilatura), for pages that state nothing: it reads running text too, and takes 20 ms."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(
            markup, url=address or None, original_date=True, min_date="1995-01-01", max_date="2100-01-01"
        )
    except Exception:  # noqa: BLE001  # undocumented exceptions of a library must not lose the page
        return ""
    return str(found) if found else ""


def _day_of_address(address: str) -> Iterator[str]:
    try:
        path = urlsplit(address).path
    except ValueError:
        return
    if found := _IN_ADDRESS.search(path):
        yield "-".join(found.groups())


def _told(node: LexborNode) -> str:
    attributes = node.attributes
    return (
        attributes.get("datetime")
        or attributes.get("content")
        or attributes.get("title")
        or node.text(separator=" ")
    )
