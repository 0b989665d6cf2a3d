"""Refuse what would make a parser slow, before any parser sees it: size, depth, attributes, entities.

Measured on a 2-core machine: lexbor needs 12.8 s for 100,000 open elements and 4.1 s for 50,000 attributes on one;
feedparser is quadratic in attributes (20,000: 3.3 s); 1.2 million open paragraphs cost our own reader 57 s.
"""

from functools import cache

# Not the standard `re`: before CPython 3.11.5 (Debian 12 has 3.11.2) its possessive groups lose matches (gh-106052).
import regex as re

from haidang.engine.text.wordlist import word_set

MAX_BYTES = 5 * 2**20
MAX_DEPTH = 512
MAX_ATTRIBUTES = 1000
MAX_ELEMENTS = 60_000
LONG_TAG = 2 * MAX_ATTRIBUTES
_MIN_ATTRIBUTE = 2  # characters: a tag shorter than this times the limit cannot have too many

# A tag, the beginning of a comment, or of a marked section. Every alternative that begins also ends (\Z), and all
# is possessive: one pass over any input. A quote opens a value only after `=`, as in HTML.
_TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<rest>(?:[^>=]++|(?<![\s/])=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))|=)*+)(?:>|\Z))"
)
_COMMENT_END = re.compile(r"--!?>")
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
_FOREIGN = frozenset(["svg", "math"])  # inside these, script and style are read as ordinary elements
_VOID = word_set("area base br col embed hr img input link meta param source track wbr")
# The parser closes these itself; left open they do not nest.
_SELF_CLOSING = word_set("p li td th tr thead tbody tfoot dt dd option a html body head")
_NEVER_NESTS = _VOID | _SELF_CLOSING | _RAW
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = re.compile(r"[^\s=/]++(?:\s*+=\s*+\S*+)?")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


# A tag that needs no counting: few attributes, every quote closed, no angle bracket in a value.
_PLAIN_TAG = rb"""[^<>"'=]{0,60}+(?:(?:="[^"<>]*+"|='[^'<>]*+'|=)[^<>"'=]{0,60}+){0,120}+>"""
_OTHER_TAG = re.compile(rb"<[A-Za-z](?!" + _PLAIN_TAG + rb")")
_WHOLE_TAG = re.compile(
    rb"<[A-Za-z](?:[^>=]++|(?<=[\s/])=|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))|=)*+(?:>|\Z)"
)
_LONG, _MUCH_LOOKED_AT = 16_000, 40_000  # characters
_FEW_TAGS = (
    12_000  # 12,000 open elements cost lexbor 0.16 s; how deep they really are is seen when the tree is read
)


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
    if len(text) <= LONG_TAG and text.count("<") <= MAX_DEPTH:
        return  # too small for any of it
    nesting = _Nesting(xml=xml)
    at: int | None = 0
    while at is not None:
        at = _up_to_raw(text, at, nesting)


def _up_to_raw(text: str, at: int, nesting: "_Nesting") -> int | None:
    """Go through the tags up to a comment, section or raw text, and say where that ends; None at the end."""
    see = nesting.see
    xml = nesting.xml
    for tag in _TAG.finditer(text, at):
        _comment, _section, close, name, rest = tag.groups()
        if name is None:
            return _after_section(text, tag)
        if not xml:
            name = name.lower()
        if len(rest) > LONG_TAG:
            check_attributes(rest)
        see(name, close, rest)
        if name in _RAW and not close and not xml and not nesting.foreign:
            end = _raw_end(name).search(text, tag.end())
            return end.start() if end else None
    return None


def check_page(markup: bytes) -> None:
    """As `check_markup`, in a fifth of its time: most pages are so plain that nothing needs to be counted.

    Depth and attributes are looked at again after parsing (`blocks.read_sheet`), where they are exact.
    """
    if markup.count(b"<") > _FEW_TAGS or _has_long_tag(markup):
        check_markup(markup.decode("utf-8", "replace"))


def _has_long_tag(markup: bytes) -> bool:
    """Whether a tag may have so many attributes that lexbor gets slow: 4,000 cost it 0.03 s.

    What begins like a tag is often a comparison in a script; where there is much of that, counting properly is faster.
    """
    looked_at = 0
    for begun in _OTHER_TAG.finditer(markup):
        start = begun.start()
        tag = _WHOLE_TAG.match(markup, start, start + _LONG)
        looked_at += tag.end() - start if tag else _LONG
        if tag is None or tag.end() - start == _LONG or looked_at > _MUCH_LOOKED_AT:
            return True
    return False


class _Nesting:
    """How deep the parser will be. A close without its open counts nothing, so that it cannot hide depth."""

    __slots__ = ("depth", "elements", "foreign", "opened", "xml")

    def __init__(self, *, xml: bool) -> None:
        self.xml = xml
        self.depth = self.elements = self.foreign = 0
        self.opened: dict[str, int] = {}

    def see(self, name: str, close: str, rest: str) -> None:
        """One tag."""
        opened = self.opened
        if close:
            if opened.get(name):
                opened[name] -= 1
                self.depth -= 1
                if name in _FOREIGN:
                    self.foreign -= 1
            return
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise _too_many_elements()
        if rest.endswith("/") if self.xml or self.foreign else name in _NEVER_NESTS:
            return
        opened[name] = opened.get(name, 0) + 1
        self.depth += 1
        if name in _FOREIGN:
            self.foreign += 1
        if self.depth > MAX_DEPTH:
            raise _too_deep()


def _after_section(text: str, tag: re.Match[str]) -> int:
    """Where a comment or marked section ends (`<!-->` is a whole comment)."""
    if tag["cdata"] is not None:
        end = text.find("]]>", tag.end())
        return len(text) if end < 0 else end + 3
    found = _COMMENT_END.search(text, tag.end() - 2)
    return found.end() if found else len(text)


@cache
def _raw_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


def check_attributes(rest: str) -> None:
    count = sum(1 for _ in _ATTRIBUTE.finditer(_QUOTED.sub("_", rest)))
    if count > MAX_ATTRIBUTES:
        raise _too_many_attributes(count)


def check_element(depth: int, elements: int, attributes: int) -> None:
    """The same limits for a parser that tells of every element as it goes."""
    if depth > MAX_DEPTH:
        raise _too_deep()
    if elements > MAX_ELEMENTS:
        raise _too_many_elements()
    if attributes > MAX_ATTRIBUTES:
        raise _too_many_attributes(attributes)


def _too_deep() -> Unreadable:
    return Unreadable("too_deep", f"The markup is nested over {MAX_DEPTH} deep; it is not read.")


def _too_many_elements() -> Unreadable:
    return Unreadable("too_many_elements", f"The markup has over {MAX_ELEMENTS:,} elements; it is not read.")


def _too_many_attributes(count: int) -> Unreadable:
    return Unreadable(
        "too_many_attributes", f"An element has {count:,} attributes; at most {MAX_ATTRIBUTES:,} are read."
    )


def check_entities(text: str) -> None:
    """Refuse entity definitions: no feed needs them, and they are how XML bombs are built."""
    if _ENTITY.search(text):
        raise Unreadable("entities", "The feed defines its own XML entities; it is not read.")
