"""Read the labelled sentences and measure how far the two passes agree."""

import csv
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
REASONS = (
    "opinion", "criticism", "question", "wish", "prediction", "advertisement", "experience", "satire", "too_vague",
)  # fmt: skip
CHECKABLE = "checkable"
STYLES = ("news", "page", "post")
TONES = ("toned", "untoned", "teencode-toned", "teencode-untoned")


class BadLabel(Exception):
    """A label outside the scheme; write `checkable:1` to `checkable:3` or one of the reasons."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader decided. `reason` is empty and `priority` 1 to 3 for a checkable sentence."""

    checkable: bool
    reason: str
    priority: int

    @classmethod
    def read(cls, printed: str) -> "Label":
        name, _, number = printed.partition(":")
        if name == CHECKABLE and number in ("1", "2", "3"):
            return cls(True, "", int(number))
        if name in REASONS and not number:
            return cls(False, name, 0)
        raise BadLabel(f"The label {printed!r} is not in the scheme; see datasheet.md.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of sentences.tsv."""

    id: str
    half: str
    style: str
    tones: str
    text: str
    first: Label
    second: Label
    gold: Label


@dataclass(frozen=True, slots=True)
class Agreement:
    """Share of equal labels and Cohen's kappa, for one view of the labels."""

    sentences: int
    equal: float
    kappa: float


def read_sentences(path: Path = HERE / "sentences.tsv") -> list[Sentence]:
    return [
        Sentence(
            row["id"],
            row["half"],
            row["style"],
            row["tones"],
            row["text"],
            Label.read(row["first"]),
            Label.read(row["second"]),
            Label.read(row["gold"]),
        )
        for row in _rows(path)
    ]


def read_second_pass(path: Path = HERE / "second_pass.tsv") -> dict[str, Label]:
    """The second pass as it was written down: by number, in the shuffled order."""
    return {row["id"]: Label.read(row["label"]) for row in _rows(path)}


def agreement(sentences: Sequence[Sentence]) -> dict[str, Agreement]:
    """Three views: checkable or not; which of the ten labels; priority where both called it checkable."""
    both = [s for s in sentences if s.first.checkable and s.second.checkable]
    return {
        "checkable": _agree([(s.first.checkable, s.second.checkable) for s in sentences]),
        "reason": _agree([(s.first.reason, s.second.reason) for s in sentences]),
        "priority": _agree([(s.first.priority, s.second.priority) for s in both]),
    }


def _agree(pairs: Sequence[tuple[Hashable, Hashable]]) -> Agreement:
    count = len(pairs)
    equal = sum(one == other for one, other in pairs) / count
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(firsts[label] * seconds[label] for label in firsts) / count**2
    return Agreement(count, equal, (equal - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
