"""What a statement says that can be compared: names, dates, numbers, denial, direction. Read once, compared often."""

from dataclasses import dataclass
from datetime import date

from haidang.engine.retrieval.polarity import directions, is_denied
from haidang.engine.text import FoundDate, Name, Number, dates, fold_word, names, numbers, words

_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Statement:
    """A text read for its slots. `said_on`: the day it was said, for relative dates and missing years."""

    text: str
    said_on: date | None
    keys: tuple[str, ...]
    names: tuple[Name, ...]
    dates: tuple[FoundDate, ...]
    numbers: dict[str, list[Number]]
    denied: str
    directions: dict[str, tuple[str, str]]

    def place_of(self, name: Name) -> int | None:
        """The syllable at which a name stands, compared folded: people type names without capitals and marks."""
        wanted = tuple(name.folded.split(" "))
        size = len(wanted)
        return next((at for at in range(len(self.keys)) if self.keys[at : at + size] == wanted), None)

    def printed(self, name: Name) -> str:
        """The name as this text prints it; empty if it does not name it."""
        at = self.place_of(name)
        if at is None:
            return ""
        found = words(self.text)
        return self.text[found[at].start : found[at + name.folded.count(" ")].end]


def read_statement(text: str, *, said_on: date | None = None) -> Statement:
    found_dates = dates(text, today=said_on)
    return Statement(
        text=text,
        said_on=said_on,
        keys=tuple(fold_word(word.text) for word in words(text)),
        names=tuple(names(text)),
        dates=tuple(one for one in found_dates if one.month is not None),
        numbers=_by_unit(text, found_dates),
        denied=is_denied(text),
        directions=directions(text),
    )


def _by_unit(text: str, found_dates: list[FoundDate]) -> dict[str, list[Number]]:
    """Numbers by unit, without those that are part of a date or a bare year."""
    found: dict[str, list[Number]] = {}
    for number in numbers(text):
        in_date = any(one.start <= number.start < one.end for one in found_dates)
        if not in_date and not (number.unit == "" and number.value in _YEARS):
            found.setdefault(number.unit, []).append(number)
    return found
