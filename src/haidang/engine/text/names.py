"""Find printed names by their capitals, with the head noun before them (cầu, xã, bridge): places, bodies, others."""

import re
from dataclasses import dataclass

from haidang.engine.text.folding import fold_word, has_tone_marks, nfc, tone_key
from haidang.engine.text.syllables import Word, words
from haidang.engine.text.wordlist import word_set

# What stands before a place name, with its marks, because without them `đền` would be `đến` and `chợ` `cho`.
_HEADS = [
    "cầu",
    "rạch",
    "sông",
    "kênh",
    "xã",
    "phường",
    "huyện",
    "quận",
    "tỉnh",
    "ấp",
    "khóm",
    "chợ",
    "đường",
    "trường",
    "cảng",
    "đảo",
    "hòn",
    "biển",
    "bãi",
    "vịnh",
    "núi",
    "đèo",
    "cống",
    "phà",
    "mũi",
    "chùa",
    "đình",
    "đền",
    "bến",
    "kho",
    "làng",
    "khu",
    "trạm",
    "vườn",
    "rừng",
    "thôn",
    "buôn",
    "thác",
    "hồ",
    "cửa",
]
_ENGLISH_HEADS = word_set(
    "bridge river canal road street island commune ward district province market port school hospital "
    "cape airport village"
)
_TONED_HEADS = _ENGLISH_HEADS | frozenset(tone_key(head) for head in _HEADS)
# Untoned text: only the heads that are no other common word.
_UNTONED_HEADS = _ENGLISH_HEADS | word_set(
    "cau rach song kenh phuong huyen tinh khom duong truong cang bai vinh nui deo lang khu tram vuon rung "
    "thac"
)
_LONG_HEADS = frozenset(
    ["thi tran", "thi xa", "thanh pho", "benh vien", "nha may", "khu cong nghiep", "san bay", "cong vien",
     "nha tho", "quoc lo", "cua bien", "vuon quoc gia"]
)  # fmt: skip
_COMMON_NOUNS = frozenset(
    [
        "uy ban",
        "cong ty",
        "cong an",
        "hoi dong",
        "chi cuc",
        "ban quan",
        "bo doi",
        "tong cuc",
        "tap doan",
        "truong hoc",
    ]
)
# Capital because the sentence begins, or because titles are printed so; they are no part of a name.
_NOT_NAMES = word_set(
    "theo tu tai o sau khi trong ngoai nhieu mot cac nhung hom sang chieu toi dem ngay truoc den neu vi "
    "do day dan nguoi ong ba anh chi em co chu bac toi ban chung ho tin the nay va voi cho hai hien may "
    "ca moi khong da se doan nghe the a an in on at of to it he she we they this that there when after "
    "before from by with for and but many some all no not is are was were has have breaking video anh "
    "news update"
)
_TITLE_CASE = 0.6  # share of capitalised words above which capitals say nothing (English headlines, shouting)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, folded for comparison, with its head noun (folded; empty if none): `cau` + `cay duoc`."""

    printed: str
    folded: str
    head: str
    start: int
    end: int

    @property
    def is_place(self) -> bool:
        return self.head != ""


def names(text: str) -> list[Name]:
    """Names in order of place. Text without capitals, or all in capitals, yields none."""
    found = words(text)
    lettered = [word for word in found if word.text[0].isalpha()]
    capitals = sum(word.text[0].isupper() for word in lettered)
    if not capitals or _says_nothing(text, lettered, capitals):
        return []
    runs = _runs(text, found)
    return [name for first, last in runs if (name := _named(text, found, first, last)) is not None]


def _says_nothing(text: str, lettered: list[Word], capitals: int) -> bool:
    """Whether capitals are only a way of printing: shouting, or an English headline in title case."""
    if len(lettered) < 4 or capitals <= _TITLE_CASE * len(lettered):  # noqa: PLR2004
        return False
    shouted = sum(word.text.isupper() for word in lettered)
    return shouted > _TITLE_CASE * len(lettered) or not has_tone_marks(text)


def _runs(text: str, found: list[Word]) -> list[tuple[int, int]]:
    """Runs of capitalised words with nothing but spaces or a hyphen between them."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    for index, word in enumerate(found):
        if first is not None and not _continues(text, found[index - 1], word):
            runs.append((first, index))
            first = None
        if first is None and word.text[0].isupper():
            first = index
    if first is not None:
        runs.append((first, len(found)))
    return runs


def _continues(text: str, before: Word, word: Word) -> bool:
    between = text[before.end : word.start]
    return word.text[0].isupper() and between in {" ", "-", "\u00a0"}


def _named(text: str, found: list[Word], first: int, last: int) -> Name | None:
    """The name in a run, or None when the run is only the capital of a sentence."""
    begins = first == 0 or re.search(
        r"[.!?:“\"'\n(-]\s*\Z", text[max(0, found[first].start - 4) : found[first].start]
    )
    keys = [fold_word(word.text) for word in found[first:last]]
    if begins and keys[0] in _NOT_NAMES:
        first, keys, begins = first + 1, keys[1:], None
    toned = has_tone_marks(text)
    head = _head_before(found, first, toned=toned) or _head_after(found, last)
    if not head and len(keys) > 1 and (taken := _head_within(found, first, keys, toned=toned)):
        head, first, keys = " ".join(keys[:taken]), first + taken, keys[taken:]
    elif not head and len(keys) > 1 and keys[-1] in _ENGLISH_HEADS:
        head = keys[-1]  # Sandy Cape
    if not keys or (len(keys) == 1 and not head and (begins or _begins_a_noun(keys[0], found, last))):
        return None
    start, end = found[first].start, found[last - 1].end
    return Name(nfc(text[start:end]), " ".join(keys), head, start, end)


def _is_head(word: str, *, toned: bool) -> bool:
    return tone_key(word) in _TONED_HEADS if toned else fold_word(word) in _UNTONED_HEADS


def _head_before(found: list[Word], first: int, *, toned: bool) -> str:
    before = [fold_word(word.text) for word in found[max(0, first - 3) : first]]
    for size in (3, 2):
        if len(before) >= size and " ".join(before[-size:]) in _LONG_HEADS:
            return " ".join(before[-size:])
    return before[-1] if before and _is_head(found[first - 1].text, toned=toned) else ""


def _begins_a_noun(key: str, found: list[Word], last: int) -> bool:
    """`Bệnh viện`, `Ủy ban`: one capital, printed out of respect, of a common noun."""
    after = fold_word(found[last].text) if last < len(found) else ""
    return f"{key} {after}" in _LONG_HEADS or f"{key} {after}" in _COMMON_NOUNS


def _head_after(found: list[Word], last: int) -> str:
    """English puts it behind: `Cay Duoc bridge`."""
    after = found[last].text.lower() if last < len(found) else ""
    return after if after in _ENGLISH_HEADS else ""


def _head_within(found: list[Word], first: int, keys: list[str], *, toned: bool) -> int:
    """How many of the first words are a head noun that carries a capital."""
    for size in (3, 2):
        if len(keys) > size and " ".join(keys[:size]) in _LONG_HEADS:
            return size
    return int(_is_head(found[first].text, toned=toned))
