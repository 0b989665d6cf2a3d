"""Describe every block of a page by a handful of small numbers: the rows of the weights table that speak about it."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from haidang.engine.reading.blocks import Sheet
from haidang.engine.reading.naming import HABITS, bits_of

# Each feature owns a range of rows in the table; a block points to one row of each, and to one row per habit above it.
_TAGS = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "div",
    "td",
    "blockquote",
    "pre",
    "figcaption",
    "section",
    "article",
    "dd",
    "dt",
)
_TAG = {name: number for number, name in enumerate(_TAGS)} | {
    "h5": 5,
    "h6": 5,
    "th": 7,
    "center": 6,
    "main": 12,
}
_ABOVE_NAMES = (
    "menu", "header", "aside", "form", "figure", "table", "ul", "article", "main", "section", "blockquote", "figcaption",
)  # fmt: skip
_ABOVE = {name: 1 << number for number, name in enumerate(_ABOVE_NAMES)} | {"ol": 1 << 6, "dl": 1 << 6}
_NOISE = re.compile(
    r"(?:©|\(c\) |copyright|all rights reserved|advertis|read (?:more|next|also|the full)|see (?:also|more)|related|more (?:from|on|stories)|"
    r"sign up|subscribe|follow (?:us|@)|share (?:this|on)|click here|photo(?:graph)?s?[: ]|image[: ]|video[: ]|credit|source:|"
    r"by [A-Z]|updated?\b|published\b|posted|comments?\b|reply|tags?:|topics?:|print|e-?mail|filed under|watch[: ]|"
    r"xem thêm|đọc thêm|tin liên quan|bài liên quan|theo dõi|chia sẻ|bình luận|từ khóa|ảnh:|nguồn:|video:|bản quyền|đăng ký|"
    r"mời (?:quý|bạn)|quảng cáo|tin khác|cùng chuyên mục|gửi bình luận|giấy phép|tổng biên tập)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…:;”\"'’)\]»。]\s*\Z")
_STOP = re.compile(r"[.!?…][”\"'’)]?(?:\s|\Z)")
_SIZES = 12
_MIN_GOOD, _LINKED_GOOD = 60, 0.35
_DULL_SIZE, _DULL_LINKED = 80, 0.9
_OTHER_TAG = len(_TAGS)


class Columns:
    """The rows of the table: a range for each feature that has one value, and 256 for each eight bits of habits."""

    def __init__(self) -> None:
        self.count = 0
        self.ranges: list[tuple[int, int]] = []  # first row and size of each feature with one value
        self.bits: list[tuple[int, int]] = []  # first row of each byte, and the bits used of it
        self.names: dict[str, tuple[int, int]] = {}  # column -> (first row of its feature, its value or bit)

    def one_of(self, name: str, size: int) -> int:
        first = self.count
        self.count += size
        self.ranges.append((first, size))
        self.names |= {f"{name}={value}": (first, value) for value in range(size)}
        return first

    def any_of(self, name: str, members: tuple[str, ...]) -> int:
        first = self.count
        for start in range(0, len(members), 8):
            few = members[start : start + 8]
            self.bits.append((self.count, len(few)))
            self.names |= {f"{name} {member}": (self.count, bit) for bit, member in enumerate(few)}
            self.count += 256
        return first


COLUMNS = Columns()
_R_TAG = COLUMNS.one_of("tag", len(_TAGS) + 1)
_R_SIZE = COLUMNS.one_of("size", _SIZES)
_R_LINK = COLUMNS.one_of("linked", 6)
_R_SIZE_LINK = COLUMNS.one_of("size and linked", 16)
_R_STOPS = COLUMNS.one_of("full stops", 5)
_R_END = COLUMNS.one_of("size and closed", 8)
_R_NOISE = COLUMNS.one_of("size and phrase", 6)
_R_PLACE = COLUMNS.one_of("place on the page", 8)
_R_BEFORE = COLUMNS.one_of("before", 8)
_R_AFTER = COLUMNS.one_of("after", 8)
_R_KIN = COLUMNS.one_of("text beside it", 7)
_R_SHARE = COLUMNS.one_of("share of the parent", 7)
_R_GRAND = COLUMNS.one_of("share of the grandparent", 7)
_R_HEADED = COLUMNS.one_of("after the headline", 3)
_R_AGAIN = COLUMNS.one_of("said before", 2)
_R_LINES = COLUMNS.one_of("lines", 3)
_R_NEAR = COLUMNS.any_of("near", HABITS)
_R_FAR = COLUMNS.any_of("far", HABITS)
_R_ABOVE = COLUMNS.any_of("above", _ABOVE_NAMES)


@dataclass(slots=True)
class Described:
    """The clean text of each block; the numbers of those that may be article, and the rows that speak about each.

    A short block that is nothing but a link is not described.
    """

    texts: list[str]
    numbers: list[int]
    rows: list[list[int]]


def describe(sheet: Sheet) -> Described:
    """The blocks of the sheet, in order."""
    texts = [_clean(text) for text in sheet.texts]
    sizes = list(map(len, texts))
    linked, tags, parents, first, last = sheet.linked, sheet.tags, sheet.parents, sheet.first, sheet.last
    shapes = list(map(_shape, sizes, linked))
    good = [
        size if size >= _MIN_GOOD and in_links < size * _LINKED_GOOD else 0
        for size, in_links in zip(sizes, linked, strict=True)
    ]
    running = [0, *accumulate(good)]
    whole = running[-1] or 1
    held = Counter(sheet.places)
    headline = next((number for number, place in enumerate(sheet.places) if tags[place] == "h1"), -1)
    dull = [
        size == 0 or (size < _DULL_SIZE and in_links > size * _DULL_LINKED)
        for size, in_links in zip(sizes, linked, strict=True)
    ]
    habits = _habit_rows(
        sheet, {place for place, skipped in zip(sheet.places, dull, strict=True) if not skipped}
    )
    before: set[str] = set()
    numbers: list[int] = []
    rows: list[list[int]] = []
    count = len(texts)
    shapes.append(7)  # what stands before the first block and after the last
    for number, (text, size, in_links, place) in enumerate(
        zip(texts, sizes, linked, sheet.places, strict=True)
    ):
        if dull[number]:
            continue
        parent = place if held[place] > 1 or tags[place] == "body" else parents[place]
        grand = parents[parent]
        kin = running[last[parent]] - running[first[parent]]
        small = min(3, size // 40)
        numbers.append(number)
        rows.append(
            [
                _R_TAG + _TAG.get(tags[place], _OTHER_TAG),
                _R_SIZE + min(_SIZES - 1, size.bit_length()),
                _R_LINK + (0 if in_links == 0 else 1 + min(4, int(in_links / size * 4.5))),
                _R_SIZE_LINK + small * 4 + min(3, in_links * 4 // size),
                _R_STOPS + min(4, len(_STOP.findall(text)) if size >= 20 else 0),  # noqa: PLR2004  # a step of this feature
                _R_END + (4 if _END.search(text[-3:]) else 0) + small,
                _R_NOISE + (3 if _NOISE.match(text) else 0) + min(2, size // 60),
                _R_PLACE + number * 8 // count,
                _R_BEFORE + shapes[number - 1],
                _R_AFTER + shapes[number + 1],
                _R_KIN + min(6, (kin - good[number]).bit_length() // 2),
                _R_SHARE + kin * 6 // whole,
                _R_GRAND + (running[last[grand]] - running[first[grand]]) * 6 // whole,
                _R_HEADED + (2 if headline < 0 else int(number > headline)),
                _R_AGAIN + (text in before),
                _R_LINES + min(2, sheet.texts[number].count("\n")),
                *habits[place],
            ]
        )
        before.add(text)
    return Described(texts, numbers, rows)


def _clean(text: str) -> str:
    if "&" in text:
        text = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(text.split())


def _shape(size: int, linked: int) -> int:
    """What a neighbour looks like from next door."""
    if linked > size * 0.5:
        return 0 if size < 30 else 1  # noqa: PLR2004  # a step of this feature
    return 2 + min(4, size.bit_length() // 2)


def _habit_rows(sheet: Sheet, places: set[int]) -> dict[int, list[int]]:
    """For each place, the rows for the habits of it and its parent, of all above it, and for the telling tags above."""
    parents, tags, attributes = sheet.parents, sheet.tags, sheet.attributes
    needed: set[int] = {0}
    for place in places:
        above = place
        while above not in needed:
            needed.add(above)
            above = parents[above]
    known: dict[str, int] = {"": 0}
    own, far, telling = {0: 0}, {0: 0}, {0: 0}
    for place in sorted(needed)[1:]:  # a parent stands before its children
        above, stated = parents[place], attributes[place]
        bits = known.get(stated)
        if bits is None:
            bits = known[stated] = bits_of(stated)
        own[place] = bits
        far[place] = far[above] | bits
        telling[place] = telling[above] | _ABOVE.get(tags[place], 0)
    rows = {}
    for place in places:
        near = own[place] | own[parents[place]]
        others, tag_bits = far[place] & ~near, telling[place]
        rows[place] = [
            _R_NEAR + (near & 255), _R_NEAR + 256 + (near >> 8 & 255), _R_NEAR + 512 + (near >> 16),
            _R_FAR + (others & 255), _R_FAR + 256 + (others >> 8 & 255), _R_FAR + 512 + (others >> 16),
            _R_ABOVE + (tag_bits & 255), _R_ABOVE + 256 + (tag_bits >> 8),
        ]  # fmt: skip
    return rows
