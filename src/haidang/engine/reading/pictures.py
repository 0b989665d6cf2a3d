"""The pictures inside the main text of a page: address and caption."""

import re
from dataclasses import dataclass
from html import unescape

from haidang.engine.reading.addresses import resolved
from haidang.engine.reading.blocks import Sheet
from haidang.engine.reading.naming import BIT, bits_of
from haidang.engine.text import nfc

_SOURCE = re.compile(r'(?:^| )(data-src|data-original|data-lazy-src|data-srcset|srcset|src)="([^"]*)"')
_SIZE = re.compile(r'(?:^| )(?:width|height)="(\d+)(?:px)?"')
_ALT = re.compile(r'(?:^| )alt="([^"]*)"')
_BETTER_FIRST = ("data-src", "data-original", "data-lazy-src", "src", "data-srcset", "srcset")
_DECORATION = (
    BIT["share"] | BIT["advert"] | BIT["menu"] | BIT["head"] | BIT["foot"] | BIT["comment"] | BIT["related"]
)
_SMALLEST = 90  # pixels: below this it is an icon
_MOST, _LONGEST_CAPTION, _FRAMES, _WIDEST_FRAME = 50, 600, 3, 6
_ICON = re.compile(
    r"(?:logo|icon|avatar|pixel|spacer|blank|1x1|sprite|emoji)[\w.-]*\Z|\.svg\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a picture is, and what stands below it."""

    address: str
    caption: str


def pictures_of(sheet: Sheet, texts: list[str], extent: tuple[int, int], address: str) -> tuple[Picture, ...]:
    """The pictures between the first and the last block of the main text, each address once."""
    found: dict[str, Picture] = {}
    for attributes, place, following in sheet.pictures:
        if not extent[0] <= following <= extent[1] or len(found) >= _MOST:
            continue
        target = _address(attributes, address)
        if target and not _is_decoration(sheet, attributes, place):
            caption = _caption(sheet, texts, place, following) or _alternative(attributes)
            found.setdefault(target, Picture(target, nfc(caption)[:_LONGEST_CAPTION]))
    return tuple(found.values())


def _address(attributes: str, address: str) -> str:
    stated = dict(reversed(_SOURCE.findall(attributes)))
    for name in _BETTER_FIRST:
        first = unescape(stated.get(name, "")).strip()
        if name.endswith("srcset"):
            first = first.split(",", 1)[0].split(" ", 1)[0]
        if first and not first.startswith("data:"):
            target = resolved(address, first)
            return "" if _ICON.search(target.partition("?")[0]) else target
    return ""


def _is_decoration(sheet: Sheet, attributes: str, place: int) -> bool:
    if any(int(size) < _SMALLEST for size in _SIZE.findall(attributes) if len(size) < 6):  # noqa: PLR2004
        return True
    near = bits_of(sheet.attributes[place]) | bits_of(sheet.attributes[sheet.parents[place]])
    return bool(near & _DECORATION)


def _caption(sheet: Sheet, texts: list[str], place: int, following: int) -> str:
    """What a narrow frame around the picture marks as a caption: figcaption, or an element named so."""
    frame = place
    for _ in range(_FRAMES):
        first, last = sheet.first[frame], sheet.last[frame]
        if last - first > _WIDEST_FRAME:
            break
        for number in range(max(first, following - 1), last):
            holder = sheet.places[number]
            if _is_caption(sheet, holder, frame):
                end = sheet.last[holder] if sheet.tags[holder] == "figcaption" else number + 1
                return " ".join(texts[number:end])
        if sheet.tags[frame] in {"figure", "article", "body"}:
            break
        frame = sheet.parents[frame]
    return ""


def _is_caption(sheet: Sheet, holder: int, frame: int) -> bool:
    while holder > frame:
        if sheet.tags[holder] == "figcaption" or bits_of(sheet.attributes[holder]) & BIT["caption"]:
            return True
        holder = sheet.parents[holder]
    return False


def _alternative(attributes: str) -> str:
    found = _ALT.search(attributes)
    return " ".join(unescape(found[1]).split()) if found else ""
