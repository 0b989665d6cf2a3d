"""Read plain RSS and Atom from the tree that libxml2 builds in C: a third of the time of following every tag.

Whatever is not plain (xml:base, nested titles, content types of early Atom) raises `OddFeed` and goes to `feedxml`.
"""

import re
from functools import lru_cache
from typing import Final

from lxml import etree

from haidang.engine.reading.addresses import absolute
from haidang.engine.reading.feedvalues import RawEntry, RawFeed
from haidang.engine.reading.feedxml import PUBLISHED, SUMMARIES, TITLES, UPDATED, OddFeed, key_of, mended
from haidang.engine.reading.limits import LONG_TAG, MAX_ATTRIBUTES, MAX_ELEMENTS

_PLAIN_NESTING: Final = frozenset(["author", "contributor", "?:thumbnail", "?:credit"])
_TEXT_TYPES: Final = frozenset(["text", "html", "text/html", "text/plain", "xhtml", "application/xhtml+xml"])
_PARTS: Final = {
    **dict.fromkeys(TITLES, "title"), **dict.fromkeys(SUMMARIES, "summary"), **dict.fromkeys(PUBLISHED, "published"),
    **dict.fromkeys(UPDATED, "updated"), "link": "link", "guid": "identity", "id": "identity",
}  # fmt: skip
_ROOTS: Final = frozenset(["rss", "feed", "rdf:rdf", "?:rdf"])
_BASE: Final = re.compile(r"\bbase(?:64)?\s*=|base64")
_XML_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST_ENTRIES: Final = 5000
# Entities stay as they are, nothing is fetched, and libxml2's own limits hold.
_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)


def by_tree(text: str, *, base: str = "") -> RawFeed:
    """The entries of a plain feed. Raises OddFeed."""
    if "base" in text and _BASE.search(text):
        raise OddFeed
    if text.count("<") > MAX_ELEMENTS or _has_crowded_tag(text):
        raise OddFeed
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), _PARSER)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise OddFeed from fault
    if _key(root.tag) not in _ROOTS:
        raise OddFeed
    feed = _Feed(base, root.get(_XML_LANGUAGE, ""))
    feed.read(root)
    return RawFeed(feed.title, feed.language, tuple(feed.entries), "libxml2")


def _has_crowded_tag(text: str) -> bool:
    """A tag with too many attributes. In XML no value holds a `<`, so that every tag lies between two of them."""
    pieces = text.split("<")
    return max(map(len, pieces)) > LONG_TAG and any(
        len(piece) > LONG_TAG and piece.count("=") > MAX_ATTRIBUTES for piece in pieces
    )


@lru_cache(maxsize=1024)
def _key(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    return key_of(f"{space[1:]} {local}" if space else local)


class _Feed:
    """The feed as far as it was read."""

    def __init__(self, base: str, language: str) -> None:
        self.base, self.language = base, language
        self.title = ""
        self.entries: list[RawEntry] = []

    def read(self, above: etree._Element) -> None:
        for child in above:
            key = _key(child.tag)
            if key in {"item", "entry"}:
                self.entries.append(self._entry(child))
                if len(self.entries) > _MOST_ENTRIES:
                    raise OddFeed
            elif key == "channel":
                self.language = child.get(_XML_LANGUAGE, self.language)
                self.read(child)
            elif key == "title":
                self.title = _text(child)
            elif key in {"language", "dc:language"}:
                self.language = _text(child)

    def _entry(self, above: etree._Element) -> RawEntry:  # noqa: C901  # one line a kind of element
        title = link = identity = summary = published = updated = None
        for child in above:
            key = _key(child.tag)
            part = _PARTS.get(key, "")
            if not part:
                if len(child) and key not in _PLAIN_NESTING:
                    raise OddFeed
            elif part == "link":
                link = self._link(child, link)
            elif part == "title":
                if title is not None:
                    raise OddFeed  # which one counts is a long story
                title = _text(child)
            elif part == "identity":
                if child.get("isPermaLink", "true").lower() == "true":
                    identity = _text(child)
            elif part == "summary":
                summary = max(summary or "", _marked_up(child), key=len)
            elif part == "published":
                published = published or _text(child)
            else:
                updated = updated or _text(child)
        address = link if link is not None else identity or ""
        return RawEntry(
            absolute(self.base, address) if address else "",
            title or "",
            summary or "",
            published or updated or "",
        )

    def _link(self, child: etree._Element, before: str | None) -> str | None:
        if not child.attrib:
            return _text(child)
        kind, place = child.get("type", "text/html"), child.get("href")
        if place is None or kind not in {"text/html", "application/xhtml+xml"}:
            raise OddFeed
        return place.strip() if child.get("rel", "alternate") == "alternate" else before


def _text(element: etree._Element) -> str:
    if len(element) or (element.attrib and element.get("type", "text") not in _TEXT_TYPES):
        raise OddFeed
    return mended((element.text or "").strip())


def _marked_up(element: etree._Element) -> str:
    """The text, or the mark-up that is written as elements (XHTML)."""
    if len(element):
        return mended(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    return mended((element.text or "").strip())
