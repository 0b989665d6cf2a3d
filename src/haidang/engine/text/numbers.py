"""Find numbers with their magnitude and unit, as Vietnamese and English print them.

`3,4 tỷ đồng`, `VND 3.4 billion`, `500.000` and `500,000` come out as values that can be compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from haidang.engine.text.alignment import Aligned, aligned
from haidang.engine.text.folding import nfc

_MAGNITUDES = {
    "nghin ty": 10**12, "ngan ty": 10**12, "trieu ty": 10**15, "nghin ti": 10**12, "ngan ti": 10**12,
    "nghin": 10**3, "ngan": 10**3, "van": 10**4, "trieu": 10**6, "tr": 10**6, "ty": 10**9, "ti": 10**9,
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
    "trillion": 10**12, "trn": 10**12,
}  # fmt: skip
_ENGLISH_MAGNITUDES = frozenset(["hundred", "thousand", "million", "mn", "billion", "bn", "trillion", "trn"])
_UNITS = {
    "dong": "VND", "vnd": "VND", "usd": "USD", "do la": "USD", "dollars": "USD", "dollar": "USD",
    "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "%": "%", "phan tram": "%", "percent": "%", "per cent": "%",
    "tan": "t", "tons": "t", "ton": "t", "tonnes": "t", "tonne": "t", "kg": "kg", "kilo": "kg",
    "hecta": "ha", "hectares": "ha", "ha": "ha", "km": "km", "km2": "km2", "m2": "m2", "m": "m", "met": "m",
    "kilometers": "km", "kilometres": "km", "metres": "m", "meters": "m", "do": "degree", "mw": "MW", "kv": "kV",
    "nguoi": "people", "people": "people", "persons": "people", "hoc sinh": "people",
    "ho dan": "households", "ho": "households", "households": "households", "families": "households",
    "can nha": "houses", "ngoi nha": "houses", "houses": "houses", "homes": "houses",
    "xe": "vehicles", "chiec xe": "vehicles", "o to": "vehicles", "vehicles": "vehicles", "cars": "vehicles",
    "tau": "boats", "ghe": "boats", "boats": "boats", "ca": "cases", "cases": "cases", "vu": "incidents",
    "nhip": "spans", "spans": "spans", "span": "spans", "cau": "bridges", "bridges": "bridges",
    "xa": "communes", "phuong": "wards", "communes": "communes", "wards": "wards",
    "ngay": "days", "days": "days", "gio": "hours", "hours": "hours", "thang": "months", "months": "months",
    "nam": "years", "years": "years", "phut": "minutes", "minutes": "minutes", "tuoi": "years old",
}  # fmt: skip
_PREFIXES = {"vnd": "VND", "usd": "USD", "us$": "USD", "$": "USD", "€": "EUR", "eur": "EUR"}
# Small numbers in words count only before something that is counted: `ba người`, never `ba con` (bà con).
_IN_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
# Written with marks the word must carry its own; without marks the ambiguous ones (sau, nam …) are left alone.
_TONED = {
    "mot": "một",
    "bon": "bốn",
    "nam": "năm",
    "sau": "sáu",
    "bay": "bảy",
    "tam": "tám",
    "chin": "chín",
    "muoi": "mười",
}
_AMBIGUOUS = frozenset(["nam", "sau", "bay", "tam"])
_DIGIT = re.compile(r"\d")
_NOT_COUNTED = frozenset(["gio", "ca", "xa", "do", "m", "ho"])  # hai ca, ba xa …: too often another word


def _either(table: dict[str, int] | dict[str, str]) -> str:
    return "|".join(re.escape(key) for key in sorted(table, key=len, reverse=True))


_MAGNITUDE = rf"(?:\s?(?P<magnitude>{_either(_MAGNITUDES)})(?![^\W\d_])(?!\s(?:vi|le)\b))?"
_UNIT = rf"(?:\s?(?P<unit>{_either(_UNITS)})(?!\w))?"
_FIGURE = re.compile(
    rf"(?<![\w/])(?<!\d[.,])(?:(?P<prefix>{_either(_PREFIXES)})\s?)?"
    rf"(?P<figure>\d{{1,15}}(?:[.,]\d{{1,15}}){{0,5}})(?![\d/]){_MAGNITUDE}{_UNIT}"
)
_COUNTED = "|".join(
    re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True) if unit not in _NOT_COUNTED
)
_WORDED = re.compile(
    rf"(?<!\w)(?P<figure>{_either(_IN_WORDS)}) (?:(?P<magnitude>{_either(_MAGNITUDES)})(?!\w)"
    rf"(?:\s(?P<unit>{_either(_UNITS)})(?!\w))?|(?P<counted>{_COUNTED})(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its value with the magnitude multiplied in, its unit (empty if none is known), where it stands."""

    value: Decimal
    unit: str
    start: int
    end: int
    printed: str


def numbers(text: str) -> list[Number]:
    """Numbers in order of place. Dates (12/5) and document numbers (45/TB) are left to others."""
    both = aligned(text)
    figures = _FIGURE.finditer(both.folded) if _DIGIT.search(both.folded) else ()
    found = [_from_figures(match, both) for match in figures]
    found += [number for match in _WORDED.finditer(both.folded) for number in _from_words(match, both)]
    return sorted(found, key=lambda number: number.start)


def _from_figures(match: re.Match[str], both: Aligned) -> Number:
    magnitude, unit = match["magnitude"] or "", match["unit"] or ""
    if match["prefix"] and unit == "m":
        magnitude, unit = "million", ""  # $5m
    value = _value(match["figure"], english=magnitude in _ENGLISH_MAGNITUDES) * _MAGNITUDES.get(magnitude, 1)
    code = _UNITS.get(unit, "") or _PREFIXES.get(match["prefix"] or "", "")
    start, end = both.place(match.start(), match.end())
    if not code and both.text[end : end + 1] == "đ" and not both.text[end + 1 : end + 2].isalnum():
        code, end = "VND", end + 1
    return Number(value, code, start, end, both.text[start:end])


def _from_words(match: re.Match[str], both: Aligned) -> Iterator[Number]:
    figure = match["figure"]
    start, end = both.place(match.start(), match.end())
    written = nfc(both.text[start:end]).split(" ")[0].lower()
    if figure in _TONED and written != _TONED[figure] and (figure in _AMBIGUOUS or not both.text.isascii()):
        return
    value = Decimal(_IN_WORDS[figure] * _MAGNITUDES.get(match["magnitude"] or "", 1))
    yield Number(
        value, _UNITS.get(match["unit"] or match["counted"] or "", ""), start, end, both.text[start:end]
    )


def _value(figure: str, *, english: bool) -> Decimal:
    """500.000 and 500,000 are thousands; 3,4 and 3.4 are decimals; with both signs the last one is the decimal."""
    signs = [char for char in figure if char in ".,"]
    if not signs:
        return Decimal(figure)
    parts = re.split(r"[.,]", figure)
    grouped = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3 and parts[0] != "0"  # noqa: PLR2004
    if len(set(signs)) == 1 and grouped and not (english and signs == ["."]):
        return Decimal("".join(parts))
    if len(signs) > 1 and len(set(signs)) == 1:
        return Decimal("".join(parts))  # 12.5.2026 is no quantity; kept whole rather than guessed
    return Decimal("".join(parts[:-1]) + "." + parts[-1])
