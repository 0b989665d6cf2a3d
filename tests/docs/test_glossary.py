"""The glossary's code names are names of the code; a term of a later room moves up when its room is built."""

import importlib
import pkgutil
import re

import haidang
from tests.docs.pages import REFERENCE, rows, section

PAGE = REFERENCE / "glossary.md"
TYPE = re.compile(r"`([A-Z]\w+)")


def names_of_types() -> set[str]:
    """Every class that a module of the two wings, accounts or base defines."""
    found: set[str] = set()
    for part in ("accounts", "base", "information", "office"):
        package = importlib.import_module(f"haidang.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"haidang.{part}."):
            if ".migrations" not in module.name:
                loaded = importlib.import_module(module.name)
                found |= {
                    k for k, v in vars(loaded).items() if isinstance(v, type) and v.__module__ == module.name
                }
    return found


def code_names(heading: str) -> set[str]:
    return {name for row in rows(section(PAGE, heading)) for name in TYPE.findall(row[2])}


def test_every_name_of_a_built_room_is_in_the_code():
    assert haidang.__path__
    assert code_names("Rooms that are built") - names_of_types() == set()


def test_a_term_of_a_later_room_moves_up_when_its_room_is_built():
    assert code_names("Rooms to come") & names_of_types() == set()


def test_every_row_has_a_term_in_both_languages():
    short = [row for row in rows(PAGE.read_text(encoding="utf-8")) if len(row) != 3 or not all(row)]
    assert short == []


def test_no_term_stands_twice():
    terms = [row[0] for row in rows(PAGE.read_text(encoding="utf-8"))]
    assert sorted(set(terms)) == sorted(terms)
