"""What a page says about itself: title, byline, language, outlet, canonical address, versions in other languages."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from haidang.engine.reading.addresses import resolved

_SPACE = re.compile(r"\s+")
_TITLE_TAIL = re.compile(r"\s+[|–—·-]\s+[^|–—·]{2,40}\Z")
_ARTICLE_TYPES = ("NewsArticle", "Article", "BlogPosting", "Report", "WebPage", "ReportageNewsArticle")
_MAX_LD, _MAX_BYLINE = 200_000, 120
_HEAD_NODES = "meta[content], link[rel=canonical][href], link[hreflang][href]"
_MOST_VERSIONS = 30
_BYLINE_NODES = "[rel=author], [itemprop=author], .author, .byline, .author-name, .detail-author"


@dataclass(frozen=True, slots=True)
class PageHead:
    """The page about itself. `versions` are (language, address) of the same page in other languages."""

    title: str
    byline: str
    language: str
    canonical: str
    outlet: str
    picture: str
    versions: tuple[tuple[str, str], ...]
    metas: dict[str, str]
    stated: dict[str, object]


def read_head(tree: LexborHTMLParser, address: str) -> PageHead:
    metas, links = _metas_and_links(tree)
    stated = _stated_article(tree)
    return PageHead(
        title=_title(tree, metas, stated),
        byline=_byline(tree, metas, stated),
        language=_language(tree),
        canonical=_canonical(links, address),
        outlet=_outlet(metas, stated),
        picture=resolved(address, metas.get("og:image") or metas.get("twitter:image", "")),
        versions=_versions(links, address),
        metas=metas,
        stated=stated,
    )


def _metas_and_links(tree: LexborHTMLParser) -> tuple[dict[str, str], list[dict[str, str | None]]]:
    """Meta name, property or itemprop (lower case) -> content, the first of each; and the links of the head."""
    found: dict[str, str] = {}
    links: list[dict[str, str | None]] = []
    nodes = tree.head.css(_HEAD_NODES) if tree.head else []
    for node in nodes or tree.css(_HEAD_NODES):
        attributes = node.attributes
        if node.tag == "link":
            links.append(attributes)
            continue
        name = (
            attributes.get("property")
            or attributes.get("name")
            or attributes.get("itemprop")
            or attributes.get("http-equiv")
        )
        if name:
            found.setdefault(name.lower().strip(), _clean(attributes.get("content") or ""))
    return found, links


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
    headings = list(_headings(tree))
    printed = next((h for h in headings if h and (h in document or h in shared)), "")
    headline = stated.get("headline")
    found = printed or shared or (_clean(headline) if isinstance(headline, str) else "")
    return (found if found == printed and found else _without_site(found or document, metas)) or "".join(
        headings[:1]
    )


def _headings(tree: LexborHTMLParser) -> Iterator[str]:
    """The text of the first headlines."""
    for heading in tree.css("h1")[:5]:
        yield _clean(heading.text(separator=" "))


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


def _language(tree: LexborHTMLParser) -> str:
    node = tree.css_first("html")
    stated = (node.attributes.get("lang") or "") if node else ""
    return stated[:2].lower()


def _canonical(links: list[dict[str, str | None]], address: str) -> str:
    """The page's own canonical link, if it stays on the same host (else a page could take another's place)."""
    stated = next((link["href"] for link in links if (link.get("rel") or "").lower() == "canonical"), "")
    found = resolved(address, stated or "")
    try:
        same = urlsplit(found).hostname == urlsplit(address).hostname
        front = urlsplit(found).path in {"", "/"} and urlsplit(address).path not in {"", "/"}
    except ValueError:
        return ""
    return found if same and not front else ""


def _versions(links: list[dict[str, str | None]], address: str) -> tuple[tuple[str, str], ...]:
    """Language and address of each version that the page links to, itself included; the first of each language."""
    found: dict[str, str] = {}
    for link in links:
        code = (link.get("hreflang") or "").strip().lower()[:16]
        target = resolved(address, link.get("href") or "") if code else ""
        if target and len(found) < _MOST_VERSIONS:
            found.setdefault(code, target)
    return tuple(found.items())


def _outlet(metas: dict[str, str], stated: dict[str, object]) -> str:
    """The name of the paper as the page states it."""
    publisher = stated.get("publisher")
    named = publisher.get("name") if isinstance(publisher, dict) else publisher
    return (metas.get("og:site_name") or (_clean(named) if isinstance(named, str) else ""))[:_MAX_BYLINE]


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
