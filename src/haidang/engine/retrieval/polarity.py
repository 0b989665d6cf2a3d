"""Does a statement affirm or deny, and which way does it point: up or down, open or shut, allowed or banned?"""

from collections.abc import Sequence

from haidang.engine.text import Phrases, fold_word, has_tone_marks, syllables, tone_key

_DENIALS = Phrases(
    {
        "deny": (
            "không", "chưa", "chẳng", "=chả", "không hề", "không phải", "bác bỏ", "phủ nhận", "tin giả",
            "sai sự thật", "bịa đặt", "ko", "khong", "not", "never", "denies", "denied", "false", "hoax",
            "fake", "untrue", "no", "didn", "doesn", "isn", "wasn", "weren", "hasn", "don", "won", "cannot",
            "can",
        ),
        # Words that look like a denial and are none.
        "": (
            "không khí", "hàng không", "không gian", "không quân", "không trung", "không biết", "không rõ",
            "phòng không", "không ít", "không chỉ", "không những", "bầu không khí", "không giờ", "số không",
            "not only", "no doubt", "no 1", "ko biết",
        ),
        # A question's tail, at the end only (`Cây Được không sập` denies).
        "tail": ("có không", "phải không", "đúng không", "được không", "chưa", "không", "phai ko", "ko"),
    }
)  # fmt: skip
_AFTER_APOSTROPHE = frozenset(["didn", "doesn", "isn", "wasn", "weren", "hasn", "don", "won", "can"])
_DIRECTIONS = Phrases(
    {
        "amount/up": ("tăng", "tăng lên", "increase", "increased", "increases", "rise", "rises", "rose", "up"),
        "amount/down": (
            "=giảm", "giam xuong", "decrease", "decreased", "fall", "falls", "fell", "drop", "dropped",
            "down", "cut",
        ),
        "gate/open": ("mở cửa", "=mở", "thông xe", "mở lại", "open", "opens", "opened", "reopened", "reopens"),
        "gate/shut": ("đóng cửa", "=đóng", "phong tỏa", "close", "closes", "closed", "shut"),
        "right/allowed": ("cho phép", "được phép", "allow", "allows", "allowed", "permit", "permitted"),
        "right/banned": (
            "=cấm", "cấm xe", "nghiêm cấm", "ban", "bans", "banned", "prohibit", "prohibited", "forbidden",
        ),
        "price/free": ("miễn phí", "không thu phí", "free", "free of charge"),
        "price/paid": ("thu phí", "phải mua vé", "mất phí", "must pay", "will charge", "fee", "fees"),
    }
)  # fmt: skip


def _keys(text: str) -> tuple[Sequence[str], bool]:
    toned = has_tone_marks(text)
    found = syllables(text)
    return ([tone_key(one) for one in found] if toned else [fold_word(one) for one in found]), toned


def is_denied(text: str) -> str:
    """The word that denies, or empty. Two denials are still shown as one: a person reads both texts anyway."""
    keys, toned = _keys(text)
    found = _DENIALS.find(keys, toned=toned)
    excused = {
        at
        for one in found
        if one.code == "tail" and one.last == len(keys)
        for at in range(one.first, one.last)
    }
    printed = syllables(text)
    for one in found:
        if one.code == "deny" and one.first not in excused and _really(keys, one.first):
            return " ".join(printed[one.first : one.last])
    return ""


def _really(keys: Sequence[str], at: int) -> bool:
    """`didn` denies only before `t` (didn't)."""
    return keys[at] not in _AFTER_APOSTROPHE or (at + 1 < len(keys) and keys[at + 1] == "t")


def directions(text: str) -> dict[str, tuple[str, str]]:
    """Pair of opposites -> side and the word printed, for pairs of which the text names one side only."""
    keys, toned = _keys(text)
    printed = syllables(text)
    found: dict[str, tuple[str, str]] = {}
    mixed: set[str] = set()
    for one in _DIRECTIONS.find(keys, toned=toned):
        pair, side = one.code.split("/")
        if pair in found and found[pair][0] != side:
            mixed.add(pair)
        found.setdefault(pair, (side, " ".join(printed[one.first : one.last])))
    return {pair: value for pair, value in found.items() if pair not in mixed}
