"""Development texts for language recognition: `python -m bench.groups.language_sets --data DIR --to DIR`.

Writes `sentences.tsv` and `eight-words.tsv` (code TAB text) from the data folder and from the project's own sentences.
Everything that is not one of the desk's languages has the code of its language; `bench language` counts it as "other".
"""

import argparse
import csv
import io
import random
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from bench.datasets import json_lines, open_text

OWN = Path(__file__).resolve().parents[1] / "language_texts"
_UNSPACED = {"zh": 16, "ja": 16, "km": 30}
_MOST = 2_500  # of one set
_TWEETS = {
    "arabic": "ar",
    "bulgarian": "bg",
    "dutch": "nl",
    "spanish": "es",
    "turkish": "tr",
    "english": "en",
}

Row = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    rng = random.Random(20261123)
    rows = [row for part in _parts(options.data) for row in _some(list(part), rng)]
    options.to.mkdir(parents=True, exist_ok=True)
    _write(options.to / "sentences.tsv", rows)
    _write(options.to / "eight-words.tsv", [(code, _eight(code, text, rng)) for code, text in rows])


def _parts(data: Path) -> Iterator[Iterator[Row]]:
    for code in ("km", "zh", "ja", "ko", "fr"):
        yield ((code, line) for line in (OWN / f"{code}.txt").read_text(encoding="utf-8").splitlines())
    for part in ("dev", "train"):
        yield _treebank(data / "vi" / "ud-vtb" / f"vi_vtb-ud-{part}.conllu")
    for name in ("tatoeba", "ntrex-dev"):
        yield from _pairs(data / "parallel" / f"{name}.en-vi.tsv.xz")
    yield from _talks(data / "vi" / "iwslt15" / "dev-2012-en-vi.tgz")
    yield (
        ("vi", item["title"])
        for item in json_lines(data / "vi" / "news-items-to-2026-04.jsonl.xz", limit=20_000)
    )
    with open_text(data / "stories" / "uci-headlines-first.csv") as file:
        yield iter([("en", row["TITLE"]) for row in csv.DictReader(file)])
    for language, code in _TWEETS.items():
        yield _tweets(data / "checkworthy" / f"CT22_{language}_1A_checkworthy_dev.tsv", code)


def _some(rows: list[Row], rng: random.Random) -> list[Row]:
    usable = [(code, " ".join(text.split())) for code, text in rows if _says_something(code, text)]
    return rng.sample(usable, min(_MOST, len(usable)))


def _says_something(code: str, text: str) -> bool:
    return code in _UNSPACED or len(re.findall(r"[^\W\d_]+", text)) >= 4


def _treebank(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"# text\s*=\s*(.+)", line):
            yield "vi", found[1]


def _pairs(path: Path) -> Iterator[Iterator[Row]]:
    with open_text(path) as file:
        pairs = [line.rstrip("\n").split("\t")[:2] for line in file]
    yield (("en", pair[0]) for pair in pairs)
    yield (("vi", pair[1]) for pair in pairs)


def _talks(path: Path) -> Iterator[Iterator[Row]]:
    with tarfile.open(path) as archive:
        for member in archive:
            code = member.name.rsplit(".", 1)[-1]
            file = archive.extractfile(member) if member.isfile() and code in {"en", "vi"} else None
            if file is not None:
                lines = io.TextIOWrapper(file, encoding="utf-8").read().splitlines()
                yield iter([(code, line) for line in lines if not line.startswith("<")])


def _tweets(path: Path, code: str) -> Iterator[Row]:
    with open_text(path) as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield code, row["tweet_text"]


def _eight(code: str, text: str, rng: random.Random) -> str:
    if code in _UNSPACED:
        return text[: _UNSPACED[code]]
    words = text.split()
    start = rng.randint(0, max(0, len(words) - 8))
    return " ".join(words[start : start + 8])


def _write(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(f"{code}\t{text}\n" for code, text in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
