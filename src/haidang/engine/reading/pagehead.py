"""What a page says about itself: title, byline, times, language, canonical address."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from haidang.engine.reading.addresses import resolved

_SPACE = re.compile(r"\s+")
_TITLE_TAIL = re.compile(r"\s+[|–—·-]\s+[^|–—·]{2,40}\Z")
_ARTICLE_TYPES = ("NewsArticle", "Article", "BlogPosting", "Report", "WebPage", "ReportageNewsArticle")
_MAX_LD, _MAX_BYLINE = 200_000, 120
_TIME_METAS = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "date", "dc.date", "dc.date.issued",
    "parsely-pub-date", "sailthru.date", "og:published_time", "its_publication", "article:modified_time",
)  # fmt: skip
_TIME_NODES = (
    "time[datetime], [itemprop=datePublished], .date, .time, .post-date, .published, .detail-time, .date-time"
)
_BYLINE_NODES = "[rel=author], [itemprop=author], .author, .byline, .author-name, .detail-author"


@dataclass(frozen=True, slots=True)
class PageHead:
    """The page about itself; `times` are candidates as printed, the best first."""

    title: str
    byline: str
    times: tuple[str, ...]
    language: str
    canonical: str


def read_head(tree: LexborHTMLParser, address: str) -> PageHead:
    metas = _metas(tree)
    stated = _stated_article(tree)
    return PageHead(
        title=_title(tree, metas, stated),
        byline=_byline(tree, metas, stated),
        times=tuple(_times(tree, metas, stated)),
        language=_language(tree),
        canonical=_canonical(tree, address),
    )


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    """Meta name, property or itemprop (lower case) -> content, the first of each."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name:
            found.setdefault(name.lower().strip(), _clean(attributes.get("content") or ""))
    return found


def _stated_article(tree: LexborHTMLParser) -> dict[str, object]:
    """The article of the page's JSON-LD, as a dictionary; empty if there is none that can be read."""
    for node in tree.css("script[type='application/ld+json']"):
        text = node.text()
        if not text or len(text) > _MAX_LD:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for candidate in _candidates(value):
            kind = candidate.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(one in _ARTICLE_TYPES for one in kinds) and candidate.get("headline"):
                return candidate
    return {}


def _candidates(value: object) -> Iterator[dict[str, object]]:
    """Objects at the top, in a list, or in @graph: where articles stand."""
    values = value if isinstance(value, list) else [value]
    for one in values[:50]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph[:50] if isinstance(inner, dict))


def _title(tree: LexborHTMLParser, metas: dict[str, str], stated: dict[str, object]) -> str:
    """The printed headline where it is confirmed by the head of the page, else the head's."""
    node = tree.css_first("title")
    document = _clean(node.text()) if node else ""
    shared = metas.get("og:title") or metas.get("twitter:title", "")
    headings = [_clean(heading.text(separator=" ")) for heading in tree.css("h1")[:5]]
    printed = next((h for h in headings if h and (h in document or h in shared)), "")
    headline = stated.get("headline")
    found = printed or shared or (_clean(headline) if isinstance(headline, str) else "")
    return (found if found == printed and found else _without_site(found or document, metas)) or "".join(
        headings[:1]
    )


def _without_site(title: str, metas: dict[str, str]) -> str:
    """`Tin A - Báo B` without the name of the paper, if that is what stands at the end."""
    site = metas.get("og:site_name", "")
    tail = _TITLE_TAIL.search(title)
    if tail and tail.start() > len(title) * 0.4 and (not site or site.lower() in tail.group().lower()):
        return title[: tail.start()]
    return title


def _byline(tree: LexborHTMLParser, metas: dict[str, str], stated: dict[str, object]) -> str:
    printed = tree.css_first(_BYLINE_NODES)
    candidates = [
        _clean(printed.text(separator=" ")) if printed else "",
        metas.get("author", ""),
        _author(stated.get("author")),
    ]
    return next((one for one in candidates if 1 < len(one) <= _MAX_BYLINE and "://" not in one), "")


def _author(value: object) -> str:
    values = value if isinstance(value, list) else [value]
    named = (one.get("name") if isinstance(one, dict) else one for one in values[:5])
    return _clean(", ".join(name for name in named if isinstance(name, str)))


def _times(tree: LexborHTMLParser, metas: dict[str, str], stated: dict[str, object]) -> Iterator[str]:
    published = stated.get("datePublished")
    if isinstance(published, str):
        yield published
    yield from (metas[name] for name in _TIME_METAS[:-1] if metas.get(name))
    for node in tree.css(_TIME_NODES)[:10]:
        yield _printed_time(node)
    if metas.get(_TIME_METAS[-1]):
        yield metas[_TIME_METAS[-1]]


def _printed_time(node: LexborNode) -> str:
    attributes = node.attributes
    return attributes.get("datetime") or attributes.get("content") or _clean(node.text(separator=" "))


def _language(tree: LexborHTMLParser) -> str:
    node = tree.css_first("html")
    stated = (node.attributes.get("lang") or "") if node else ""
    return stated[:2].lower()


def _canonical(tree: LexborHTMLParser, address: str) -> str:
    """The page's own canonical link, if it stays on the same host (else a page could take another's place)."""
    node = tree.css_first("link[rel=canonical][href]")
    found = resolved(address, node.attributes.get("href") or "") if node else ""
    try:
        same = urlsplit(found).hostname == urlsplit(address).hostname
        front = urlsplit(found).path in {"", "/"} and urlsplit(address).path not in {"", "/"}
    except ValueError:
        return ""
    return found if same and not front else ""


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
