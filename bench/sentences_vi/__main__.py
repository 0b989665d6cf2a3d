"""Print counts and agreement, or write the halves for `haidang bench`: `python -m bench.sentences_vi`."""

import argparse
import json
from collections import Counter
from pathlib import Path

from bench.sentences_vi.labels import Sentence, agreement, read_sentences

HEADER = ("topic", "tweet_id", "tweet_url", "tweet_text", "class_label")


def checkthat(sentences: list[Sentence]) -> str:
    """The TSV that `haidang bench checkworthy` reads; class 1 is checkable in the gold label."""
    lines = ["\t".join(HEADER)]
    for one in sentences:
        address = f"https://sentences.example/{one.id}"
        lines.append("\t".join(("vi", one.id[1:], address, one.text, str(int(one.gold.checkable)))))
    return "\n".join(lines) + "\n"


def figures(sentences: list[Sentence]) -> dict[str, object]:
    agreed = {
        name: [a.sentences, round(a.equal, 3), round(a.kappa, 3)] for name, a in agreement(sentences).items()
    }
    return {
        "sentences": len(sentences),
        "halves": Counter(one.half for one in sentences),
        "styles": Counter(one.style for one in sentences),
        "tones": Counter(one.tones for one in sentences),
        "labels": Counter(one.gold.reason or "checkable" for one in sentences),
        "priorities": Counter(str(one.gold.priority) for one in sentences if one.gold.checkable),
        "agreement": agreed,
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.sentences_vi", description=__doc__)
    parser.add_argument("--checkthat", type=Path, help="write dev.tsv and test.tsv into this folder")
    asked = parser.parse_args()
    sentences = read_sentences()
    if asked.checkthat:
        asked.checkthat.mkdir(parents=True, exist_ok=True)
        for half in ("dev", "test"):
            own = [one for one in sentences if one.half == half]
            (asked.checkthat / f"{half}.tsv").write_text(checkthat(own), encoding="utf-8")
    print(json.dumps(figures(sentences), ensure_ascii=False))


if __name__ == "__main__":
    main()
