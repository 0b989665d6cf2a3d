"""Our own Vietnamese sentences against the rules: what is queued, what leaves and why."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from bench.sentences_vi.labels import Sentence, read_sentences
from haidang.engine.spotting import PlaceWords, Spotted, spot

PROFILE = Path(__file__).parents[2] / "src" / "haidang" / "profiles" / "ca-mau.toml"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with what the rules say of it; `spotted` is None when they leave it out."""

    sentence: Sentence
    spotted: Spotted | None

    @property
    def queued(self) -> bool:
        return self.spotted is not None and self.spotted.checkable

    @property
    def points(self) -> int:
        return self.spotted.points if self.spotted is not None else 0


def our_place() -> PlaceWords:
    place = tomllib.loads(PROFILE.read_text(encoding="utf-8"))["place"]
    return PlaceWords((*place["words"], *place["bodies"]))


def judged(half: str) -> list[Judged]:
    """Every sentence of the half, each as a text of its own."""
    place = our_place()
    found: list[Judged] = []
    for sentence in read_sentences():
        if sentence.half != half:
            continue
        spotted = spot(sentence.text, language="vi", place=place, everything=True)
        best = max(spotted, key=lambda one: (one.checkable, one.points), default=None)
        found.append(Judged(sentence, best))
    return found
