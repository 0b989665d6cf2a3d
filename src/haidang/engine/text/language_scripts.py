"""Which script a text is mostly in, where that settles the language: Khmer, Korean, Japanese, Chinese, or other."""

import re

_BEYOND_LATIN = re.compile(
    r"[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefc\U00010000-\U0001efff\U00020000-\U0003ffff]"
)
_KHMER = re.compile(r"[\u1780-\u17ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af\u1100-\u11ff\u3130-\u318f]")
_KANA = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Written so in Japan only; and what is written in China but not in Japan.
_JAPANESE_ONLY = re.compile(
    r"[県気円対戦図広駅検発変沢売読験観権顔関歩込畑峠栃匂択拡挙桜楽様残浅渓焼瀬単営厳塩応価仮経継芸殻覚扱恵鶏]"
)
_CHINESE_ONLY = re.compile(
    r"[这们对发时会个说还没让从东车长门问间书见现贝员实际电话语请谁为进运过达远连迟开关丝级给经结统维组织红绿乐业亿价众优传伤伦债"
    r"們這個說還沒讓從對發戰國會東氣爲為聯邊應該讀賣價處麼嗎你她它吗呢吧么哪妳]"
)
_LATIN = re.compile(r"[a-zà-öø-ɏ\u1e00-\u1eff]", re.IGNORECASE)
_DENSE = 3  # a character of these scripts says as much as several letters
_SOME_KANA = 0.05  # of kana and Chinese characters together: a Chinese text may quote a Japanese name


def by_script(sample: str) -> str:
    """A code of ours or "other" where the script decides; empty where the text is mostly Latin."""
    if sample.isascii() or not _BEYOND_LATIN.search(sample):
        return ""
    khmer, hangul = len(_KHMER.findall(sample)), len(_HANGUL.findall(sample))
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    beyond = len(_BEYOND_LATIN.findall(sample))
    strange = beyond - khmer - hangul - kana - han
    counts = {
        "km": khmer,
        "ko": hangul * _DENSE,
        "ja" if kana > _SOME_KANA * (kana + han) or _looks_japanese(sample) else "zh": (kana + han) * _DENSE,
        "other": strange,
        "": len(_LATIN.findall(sample)) / 2,
    }
    if hangul and han:  # Korean newspapers write some names and headlines in Chinese characters
        counts["ko"] += han if hangul >= han / 2 else 0
    return max(counts, key=lambda code: counts[code])


def _looks_japanese(sample: str) -> bool:
    """Without kana, as headlines are."""
    return len(_JAPANESE_ONLY.findall(sample)) > len(_CHINESE_ONLY.findall(sample))
