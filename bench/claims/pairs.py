"""Read pairs of sentences: English TAB Vietnamese, or XQuAD paragraphs with questions and answers."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.datasets import open_text
from haidang.engine.text import sentences


def read_pairs(path: Path) -> list[tuple[str, str]]:
    with open_text(path) as file:
        rows = [line.rstrip("\r\n").split("\t") for line in file]
    return [(row[0], row[1]) for row in rows if len(row) >= 2 and row[0].strip() and row[1].strip()]


def write_pairs(pairs: Iterable[tuple[str, str]], path: Path) -> None:
    path.write_text("".join(f"{english}\t{vietnamese}\n" for english, vietnamese in pairs), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in both languages and the English sentence that holds its answer."""

    vietnamese: str
    english: str
    answer_at: int


def read_questions(path: Path) -> tuple[list[str], list[Asked]]:
    """All English sentences of the paragraphs, and the questions whose sentence is found."""
    with open_text(path) as file:
        paragraphs = json.load(file)
    pool: list[str] = []
    asked: list[Asked] = []
    for paragraph in paragraphs:
        spans = sentences(paragraph["en"])
        first = len(pool)
        pool += [span.text for span in spans]
        for question in paragraph["questions"]:
            start = question["en_answer_start"]
            place = next((at for at, span in enumerate(spans) if span.start <= start < span.end), None)
            if place is not None:
                asked.append(Asked(question["vi"], question["en"], first + place))
    return pool, asked
