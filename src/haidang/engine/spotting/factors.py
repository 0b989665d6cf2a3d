"""The factors that a sentence earns by its own words, each at most once."""

from haidang.engine.spotting.marks import Marks
from haidang.engine.spotting.weights import Factor, factor
from haidang.engine.text import dates, names, numbers

_BY_PHRASE = ("harm", "event", "named_body", "attribution", "comparison", "many_people")


def sentence_factors(text: str, marks: Marks, *, ours: bool) -> tuple[Factor, ...]:
    """The heaviest first. `ours`: our place is named somewhere in the same text."""
    found: list[Factor] = []
    if "us" in marks.codes:
        found.append(factor("about_us", marks.printed("us")))
    elif ours:
        found.append(factor("about_us_nearby", ""))
    found += [factor(code, marks.printed(code)) for code in _BY_PHRASE if code in marks.codes]
    found += _time_and_place(text, marks)
    return tuple(sorted(found, key=lambda one: -one.points))


def _time_and_place(text: str, marks: Marks) -> list[Factor]:
    found_dates = dates(text)
    taken = [(one.start, one.end) for one in found_dates]
    figures = [n for n in numbers(text) if not any(start <= n.start < end for start, end in taken)]
    where = marks.printed("us") or next((one.printed for one in names(text) if one.is_place), "")
    factors = [factor("number", figures[0].printed)] if figures else []
    if where and found_dates:
        factors.append(factor("place_time", f"{where}; {found_dates[0].printed}"))
    elif where and "us" not in marks.codes:
        factors.append(factor("place", where))
    elif found_dates:
        factors.append(factor("date", found_dates[0].printed))
    return factors
