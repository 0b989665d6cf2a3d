"""Find the main text of a page by where its paragraphs stand, and say whether that is sure."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROPPED = (
    "script", "style", "noscript", "nav", "footer", "aside", "form", "svg", "iframe", "button", "template", "dialog",
    "figcaption", "select", "object", "video", "audio", "menu",
)  # fmt: skip
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:related|comments?|share|social|sidebar|promo|newsletter|subscribe|breadcrumbs?|tags?|recommended|"
    r"most-?read|popular|advert\w*|ads?|cookie|banner|popup|modal|footer|menu|nav|tin-lien-quan|lien-quan|box-tin|"
    r"xem-them|doc-them|binh-luan|caption|credit|copyright|toolbar|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = frozenset(["p", "h2", "h3", "h4", "li", "blockquote", "pre", "dd"])
_SPACE = re.compile(r"\s+")
_MIN_PARAGRAPH = 25  # characters: below this a paragraph says nothing about where the article is
_SURE_LENGTH, _SURE_SHARE = 500, 0.7


@dataclass(frozen=True, slots=True)
class MainBody:
    """Paragraphs joined by line breaks; `sure` when they are long and nearly all that the page has."""

    text: str
    sure: bool


def main_body(tree: LexborHTMLParser) -> MainBody:
    """The text of the element whose paragraphs weigh most. The tree is cut on the way."""
    body = tree.body
    if body is None:
        return MainBody("", sure=False)
    tree.strip_tags(list(_DROPPED))
    weights, nodes, total = _weigh(body)
    if not weights:
        return MainBody("", sure=False)
    best = nodes[max(weights, key=lambda key: weights[key])]
    lines = _lines(best)
    text = "\n".join(lines)
    kept = sum(len(line) for line in lines if len(line) >= _MIN_PARAGRAPH)
    sure = len(text) >= _SURE_LENGTH and kept >= _SURE_SHARE * total
    return MainBody(text, sure)


def _weigh(body: LexborNode) -> tuple[dict[int, float], dict[int, LexborNode], int]:
    """Each paragraph gives its length to its parent, half to the grandparent; links weigh against it."""
    weights: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    total = 0
    for paragraph in body.css("p"):
        length, linked = _lengths(paragraph)
        if length < _MIN_PARAGRAPH or linked > length * 0.5:
            continue
        total += length
        share = float(length - linked)
        above = paragraph.parent
        for _ in range(2):
            if above is None or above.tag in {"html", "-document"}:
                break
            weights[above.mem_id] = weights.get(above.mem_id, 0.0) + share
            nodes[above.mem_id] = above
            above, share = above.parent, share * 0.5
    return weights, nodes, total


def _lengths(node: LexborNode) -> tuple[int, int]:
    """Characters in all, and in links."""
    linked = sum(len(link.text().strip()) for link in node.css("a"))
    return len(node.text().strip()), linked


def _lines(best: LexborNode) -> list[str]:
    """The blocks under an element in reading order; a block inside a block is part of it."""
    lines: list[str] = []
    _collect(best, lines, 0)
    return lines


def _collect(node: LexborNode, lines: list[str], depth: int) -> None:
    for child in node.iter():
        if child.tag in _BLOCKS:
            line = _SPACE.sub(" ", child.text()).strip()
            if line and not _is_aside(child, line):
                lines.append(line)
        elif depth < 60 and not _SIDE.search(_naming(child)):  # noqa: PLR2004  # far deeper than any real article
            _collect(child, lines, depth + 1)


def _is_aside(node: LexborNode, line: str) -> bool:
    """A line that is all links is a pointer to another article."""
    if node.css_first("a") is None:
        return False
    _, linked = _lengths(node)
    return linked > len(line) * 0.7


def _naming(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
