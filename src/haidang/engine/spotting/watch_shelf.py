"""What is filed under one anchor of the watch index, in the shape in which it is tested fastest."""

from collections.abc import Hashable
from sys import intern
from typing import Generic, TypeAlias, TypeVar

from haidang.engine.spotting.watch_compile import Rule, Test, View

Key = TypeVar("Key", bound=Hashable)

# Plain tuples of shared strings: this runs for every candidate, and with 100,000 queries most of its time is
# waiting for memory. `keys` are the topics that share the query; all topics with one query share one list.
_Flat: TypeAlias = tuple[list[Key], tuple[str, ...], tuple[str, ...]]
_Other: TypeAlias = tuple[list[Key], tuple[str, ...], tuple[str, ...], Test | None]


class Shelf(Generic[Key]):
    """Rules under one anchor.

    `sure` hold whenever the anchor is seen; `flat` need strings; `others` need a test besides, or belong to
    queries with several rules or anchors, of which a text may meet more than one.
    """

    __slots__ = ("flat", "others", "sure")

    def __init__(self) -> None:
        self.sure: list[list[Key]] = []
        self.flat: list[_Flat[Key]] = []
        self.others: list[_Other[Key]] = []

    def __bool__(self) -> bool:
        return bool(self.sure or self.flat or self.others)

    def put(self, keys: list[Key], rule: Rule, *, alone: bool) -> None:
        """`alone`: the query has no other rule and no other anchor."""
        all_of, none_of = tuple(map(intern, rule.all_of)), tuple(map(intern, rule.none_of))
        if rule.test is not None or not alone:
            self.others.append((keys, all_of, none_of, rule.test))
        elif all_of or none_of:
            self.flat.append((keys, all_of, none_of))
        else:
            self.sure.append(keys)

    def take_out(self, keys: list[Key]) -> None:
        """Everything that belongs to the query whose list this is."""
        self.sure = [one for one in self.sure if one is not keys]
        self.flat = [row for row in self.flat if row[0] is not keys]
        self.others = [row for row in self.others if row[0] is not keys]


def add_flat_matches(rows: list[_Flat[Key]], text: str, found: list[Key]) -> None:
    """Append the keys whose strings are, or are not, in the folded text."""
    for keys, all_of, none_of in rows:
        for piece in all_of:
            if piece not in text:
                break
        else:
            for piece in none_of:
                if piece in text:
                    break
            else:
                found += keys


def add_other_matches(rows: list[_Other[Key]], view: View, found: dict[int, list[Key]]) -> None:
    """The same for the others; `found` holds each list of keys once."""
    text = view.folded
    for keys, all_of, none_of, test in rows:
        for piece in all_of:
            if piece not in text:
                break
        else:
            for piece in none_of:
                if piece in text:
                    break
            else:
                if test is None or test(view):
                    found[id(keys)] = keys
