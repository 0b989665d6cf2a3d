"""Refuse what would make a parser slow, before any parser sees it: size, depth, attributes, entities.

Measured on a 2-core machine: lexbor needs 12.8 s for 100,000 open elements and 4.1 s for 50,000 attributes on one;
feedparser is quadratic in attributes (20,000: 3.3 s); 1.2 million open paragraphs cost our own reader 57 s.
"""

import re

from haidang.engine.text.wordlist import word_set

MAX_BYTES = 5 * 2**20
MAX_DEPTH = 512
MAX_ATTRIBUTES = 1000
MAX_ELEMENTS = 60_000
_MIN_ATTRIBUTE = 2  # characters: a tag shorter than this times the limit cannot have too many

# A tag, the beginning of a comment, or of a marked section. Every alternative that begins also ends (\Z), and all
# is possessive: one pass over any input. A quote opens a value only after `=`, as in HTML.
_TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<rest>(?:(?<![\s/])=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))|[^>])*+)(?:>|\Z))"
)
_COMMENT_END = re.compile(r"--!?>")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
_FOREIGN = frozenset(["svg", "math"])  # inside these, script and style are read as ordinary elements
_VOID = word_set("area base br col embed hr img input link meta param source track wbr")
# The parser closes these itself; left open they do not nest.
_SELF_CLOSING = word_set("p li td th tr thead tbody tfoot dt dd option a html body head")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = re.compile(r"[^\s=/]++(?:\s*+=\s*+\S*+)?")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


class Unreadable(Exception):  # the contract's name; it reads as what happened
    """The bytes cannot be read, or will not be. `code` for the log, the message for people."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


def check_size(body: bytes) -> None:
    if not body.strip():
        raise Unreadable("empty", "The answer was empty; look at the address in a browser.")
    if len(body) > MAX_BYTES:
        raise Unreadable("too_large", f"The body has {len(body):,} bytes; at most {MAX_BYTES:,} are read.")


def check_markup(text: str, *, xml: bool = False) -> None:
    """Refuse markup with too many elements, nested too deep, or with an element of too many attributes."""
    nesting = _Nesting(xml=xml)
    at = 0
    while (tag := _TAG.search(text, at)) is not None:
        at = tag.end()
        if tag["name"] is None:
            at = _after_section(text, tag)
            continue
        name, rest = tag["name"] if xml else tag["name"].lower(), tag["rest"]
        if len(rest) > MAX_ATTRIBUTES * _MIN_ATTRIBUTE:
            _check_attributes(rest)
        if tag["close"]:
            nesting.close(name)
            continue
        nesting.open(name, rest)
        if name in _RAW and not xml and not nesting.foreign:
            end = _raw_end(name).search(text, at)
            at = end.start() if end else len(text)


class _Nesting:
    """How deep the parser will be. A close without its open counts nothing, so that it cannot hide depth."""

    def __init__(self, *, xml: bool) -> None:
        self.xml = xml
        self.depth = self.elements = self.foreign = 0
        self.opened: dict[str, int] = {}

    def open(self, name: str, rest: str) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise Unreadable(
                "too_many_elements", f"The markup has over {MAX_ELEMENTS:,} elements; it is not read."
            )
        if not self._stays_open(name, rest):
            return
        self.opened[name] = self.opened.get(name, 0) + 1
        self.depth += 1
        self.foreign += name in _FOREIGN
        if self.depth > MAX_DEPTH:
            raise Unreadable("too_deep", f"The markup is nested over {MAX_DEPTH} deep; it is not read.")

    def close(self, name: str) -> None:
        if self.opened.get(name):
            self.opened[name] -= 1
            self.depth -= 1
            self.foreign -= name in _FOREIGN

    def _stays_open(self, name: str, rest: str) -> bool:
        if self.xml or self.foreign:
            return not rest.endswith("/")
        return name not in _VOID and name not in _SELF_CLOSING and name not in _RAW


def _after_section(text: str, tag: re.Match[str]) -> int:
    """Where a comment or marked section ends (`<!-->` is a whole comment)."""
    if tag["cdata"] is not None:
        end = text.find("]]>", tag.end())
        return len(text) if end < 0 else end + 3
    found = _COMMENT_END.search(text, tag.end() - 2)
    return found.end() if found else len(text)


def _raw_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


def _check_attributes(rest: str) -> None:
    count = sum(1 for _ in _ATTRIBUTE.finditer(_QUOTED.sub("_", rest)))
    if count > MAX_ATTRIBUTES:
        raise Unreadable(
            "too_many_attributes",
            f"An element has {count:,} attributes; at most {MAX_ATTRIBUTES:,} are read.",
        )


def check_entities(text: str) -> None:
    """Refuse entity definitions: no feed needs them, and they are how XML bombs are built."""
    if _ENTITY.search(text):
        raise Unreadable("entities", "The feed defines its own XML entities; it is not read.")
