"""Compare two statements slot by slot: place, date, number, polarity, direction. A conflict is said, never scored.

Half of all wrong matches in published tests are siblings: the same kind of event with another place, date or number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from haidang.engine.retrieval.statement import Statement, read_statement
from haidang.engine.text import FoundDate, Name, Number, dates

_DAYS_APART = 3  # `sáng nay` retold within three days is still the same morning


@dataclass(frozen=True, slots=True)
class SlotComparison:
    """One slot of the new text (`here`) and of the known claim (`there`), as printed. Empty: not named."""

    slot: str
    here: str
    there: str
    agrees: bool


def compare_slots(
    here: str, there: str, *, here_on: date | None = None, there_on: date | None = None
) -> tuple[SlotComparison, ...]:
    """The slots that can be compared. `*_on`: the day each was said, for relative dates and missing years."""
    return compare(read_statement(here, said_on=here_on), read_statement(there, said_on=there_on))


def compare(here: Statement, there: Statement) -> tuple[SlotComparison, ...]:
    """The same for statements that were read already."""
    found = [_places(here, there), _dates(here, there), *_numbers(here, there), _polarity(here, there)]
    return tuple(one for one in (*found, _direction(here, there)) if one is not None)


def _places(here: Statement, there: Statement) -> SlotComparison | None:
    known = there.names
    if not known:
        return None
    other = _same_kind_elsewhere(here, there) or _exchanged(here, there)
    if other is not None:
        return SlotComparison("place", *other, agrees=False)
    shared = [name for name in known if here.place_of(name) is not None]
    if not shared:
        return SlotComparison(
            "place", here.names[0].printed if here.names else "", known[0].printed, agrees=False
        )
    main = max(shared, key=lambda name: (name.is_place, len(name.folded)))
    missing = _missing_place(known, shared)
    there_printed = main.printed if missing is None else missing.printed
    return SlotComparison("place", here.printed(main), there_printed, agrees=missing is None)


def _missing_place(known: tuple[Name, ...], shared: list[Name]) -> Name | None:
    """A thing of the known claim (cầu X) that is not named here, though a wider place (Cà Mau) is."""
    if any(name.is_place for name in shared):
        return None
    return next((name for name in known if name.is_place), None)


def _same_kind_elsewhere(here: Statement, there: Statement) -> tuple[str, str] | None:
    """Another thing of the same kind: cầu X here, cầu Y there, and neither names the other's."""
    for mine in here.names:
        if not mine.is_place or there.place_of(mine) is not None:
            continue
        for theirs in there.names:
            if theirs.head == mine.head and here.place_of(theirs) is None:
                return mine.printed, theirs.printed
    return None


def _exchanged(here: Statement, there: Statement) -> tuple[str, str] | None:
    """A name here in the place of another there: Mui Duoc for Mui Sen. The shorter name of a body is no other name."""
    mine = [name for name in here.names if there.place_of(name) is None]
    theirs = [name for name in there.names if here.place_of(name) is None]
    for one in mine:
        for other in theirs:
            same_length = one.folded.count(" ") == other.folded.count(" ")
            if same_length or (_is_nowhere(one, there) and _is_nowhere(other, here)):
                return one.printed, other.printed
    return None


def _is_nowhere(name: Name, other: Statement) -> bool:
    return name.folded.rpartition(" ")[2] not in other.keys


def _dates(here: Statement, there: Statement) -> SlotComparison | None:
    said, known = here.dates, there.dates
    if not said or not known:
        return None
    for mine in said:
        for theirs in known:
            if _same_day(mine, theirs, here, there):
                return SlotComparison("date", mine.printed, theirs.printed, agrees=True)
    return SlotComparison("date", said[0].printed, known[0].printed, agrees=False)


def _same_day(mine: FoundDate, theirs: FoundDate, here: Statement, there: Statement) -> bool:
    my_day, their_day = mine.on or _on(mine, there.said_on), theirs.on or _on(theirs, here.said_on)
    if my_day and their_day and (mine.relative or theirs.relative):
        return abs((my_day - their_day).days) <= _DAYS_APART
    if mine.month != theirs.month or (mine.day and theirs.day and mine.day != theirs.day):
        return False
    my_year = mine.year or (my_day.year if my_day else None)
    their_year = theirs.year or (their_day.year if their_day else None)
    return not (my_year and their_year and my_year != their_year)


def _on(found: FoundDate, today: date | None) -> date | None:
    """A date without a year, read from the other statement's day."""
    if today is None or found.relative:
        return None
    again = dates(found.printed, today=today)
    return again[0].on if again else None


def _numbers(here: Statement, there: Statement) -> Iterator[SlotComparison]:
    """By unit: tonnes with tonnes. Bare figures are compared only when both texts have nothing else."""
    said, known = here.numbers, there.numbers
    units = [unit for unit in known if unit and unit in said]
    if not units and set(said) == set(known) == {""}:
        units = [""]
    for unit in units:
        yield _number_slot(said[unit], known[unit])
    if not units:
        yield from _equal_with_unit_left_out(said, known)


def _number_slot(said: list[Number], known: list[Number]) -> SlotComparison:
    for mine in said:
        for theirs in known:
            if mine.value == theirs.value:
                return SlotComparison("number", mine.printed, theirs.printed, agrees=True)
    return SlotComparison("number", said[0].printed, known[0].printed, agrees=False)


def _equal_with_unit_left_out(
    said: dict[str, list[Number]], known: dict[str, list[Number]]
) -> Iterator[SlotComparison]:
    """`500k` is `500.000 đồng`. A bare figure that equals none proves nothing."""
    for mine in said.get("", []):
        for theirs in (one for unit, found in known.items() if unit for one in found):
            if theirs.value == mine.value:
                yield SlotComparison("number", mine.printed, theirs.printed, agrees=True)
                return


def _polarity(here: Statement, there: Statement) -> SlotComparison | None:
    if not here.denied and not there.denied:
        return None
    agrees = bool(here.denied) == bool(there.denied)
    return SlotComparison("polarity", here.denied or "affirmed", there.denied or "affirmed", agrees)


def _direction(here: Statement, there: Statement) -> SlotComparison | None:
    """Up or down, open or shut, allowed or banned."""
    for pair in sorted(here.directions.keys() & there.directions.keys()):
        (side, printed), (their_side, their_printed) = here.directions[pair], there.directions[pair]
        return SlotComparison("direction", printed, their_printed, agrees=side == their_side)
    return None
