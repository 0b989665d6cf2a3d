"""`haidang bench language --texts F`: is the language of every text (code TAB text) recognised?

Codes other than vi, en, km, zh, fr, ko, ja count as "other". `--strip-marks` takes the marks off the Vietnamese texts
only. Macro accuracy is the mean over the languages in the file. py3langid (restricted to the seven, so that it cannot
answer "other") and lingua stand beside where installed; neither is told that a text was stripped.
"""

import argparse
import json
import random
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from bench.datasets import open_text
from bench.timing import median_cpu_s, peak_mb
from haidang.engine.text.language import LANGUAGES, OTHER, language_of, warm_up

Recogniser = Callable[[str], str]
_PEERS_ON = 4_000  # texts, for the peers


def main(argv: list[str]) -> dict[str, object]:
    options = _arguments().parse_args(argv)
    rows = _rows(options.texts, strip=options.strip_marks)
    warm_up()
    texts = [text for _, text in rows]
    answers = [language_of(text) for text in texts]
    seconds = median_cpu_s({"ours": lambda: [language_of(text) for text in texts]})["ours"]
    accuracy = _accuracy(rows, answers)
    skipped: list[str] = []
    result: dict[str, object] = {
        "macro_accuracy": _macro(accuracy),
        "snippets_per_cpu_s": round(len(texts) / seconds),
        "accuracy": accuracy,
        "texts": dict(Counter(code for code, _ in rows)),
        "taken_for": dict(
            Counter(
                f"{code} for {answer or 'none'}"
                for (code, _), answer in zip(rows, answers, strict=True)
                if code != answer
            ).most_common(20)
        ),
        "strip_marks": options.strip_marks,
        "peers": _peers(rows, skipped),
        "skipped": skipped,
        "peak_mb": peak_mb(),
        "machine": "2 cores, Debian 12, CPython 3.11",
        "commit": "pending",
    }
    if options.out:
        options.out.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return result


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="haidang bench language", description=__doc__)
    parser.add_argument("--texts", type=Path, required=True, help="code TAB text, a line each; plain or .xz")
    parser.add_argument("--strip-marks", action="store_true", help="take the marks off the Vietnamese texts")
    parser.add_argument("--out", type=Path)
    return parser


def _rows(path: Path, *, strip: bool) -> list[tuple[str, str]]:
    rows = []
    with open_text(path) as file:
        for line in file:
            code, _, text = line.rstrip("\r\n").partition("\t")
            code = code.strip().lower().split("-")[0]
            code = code if code in LANGUAGES else OTHER
            if text.strip():
                rows.append((code, _without_marks(text) if strip and code == "vi" else text))
    return rows


def _without_marks(text: str) -> str:
    """Case is kept, as people type."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in bare if not unicodedata.combining(char))


def _accuracy(rows: list[tuple[str, str]], answers: list[str]) -> dict[str, float]:
    total = Counter(code for code, _ in rows)
    right = Counter(code for (code, _), answer in zip(rows, answers, strict=True) if code == answer)
    return {code: round(right[code] / count, 4) for code, count in sorted(total.items())}


def _macro(accuracy: dict[str, float]) -> float:
    return round(sum(accuracy.values()) / (len(accuracy) or 1), 4)


def _peers(rows: list[tuple[str, str]], skipped: list[str]) -> dict[str, Any]:
    """On a sample, at full length."""
    sample = random.Random(20261123).sample(rows, min(_PEERS_ON, len(rows)))
    found: dict[str, Any] = {}
    for name, make in (("py3langid of 7", _py3langid), ("lingua", _lingua)):
        try:
            recognise = make()
        except ModuleNotFoundError:
            skipped.append(f"{name} is not installed")
            found[name] = None
            continue
        accuracy = _accuracy(sample, _all(recognise, sample))
        seconds = median_cpu_s({name: partial(_all, recognise, sample)}, rounds=1)[name]
        found[name] = {
            "macro_accuracy": _macro(accuracy),
            "accuracy": accuracy,
            "snippets_per_cpu_s": round(len(sample) / seconds),
        }
    return found


def _all(recognise: Recogniser, rows: list[tuple[str, str]]) -> list[str]:
    return [recognise(text) for _, text in rows]


def _py3langid() -> Recogniser:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(list(LANGUAGES))
    return lambda text: str(model.classify(text)[0])


def _lingua() -> Recogniser:
    """All its languages, so that it can answer "other" (it has no Khmer)."""
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()

    def recognise(text: str) -> str:
        language = detector.detect_language_of(text)
        code = language.iso_code_639_1.name.lower() if language else ""
        return code if code in LANGUAGES else OTHER

    return recognise
