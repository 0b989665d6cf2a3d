"""Every verb of the command line, with every option, is in docs/reference/commands.md, and no other is."""

import argparse
import importlib
import re

import pytest

from haidang.commands import VERBS
from tests.docs.pages import REFERENCE, headings, section

PAGE = REFERENCE / "commands.md"


def parser_of(verb: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"haidang {verb}")
    importlib.import_module(f"haidang.commands.{VERBS[verb]}").arguments(parser)
    return parser


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_section(verb):
    assert section(PAGE, f"haidang {verb}").strip()


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_is_explained_in_the_section_of_its_verb(verb):
    text = section(PAGE, f"haidang {verb}")
    for action in parser_of(verb)._actions:
        if action.help != argparse.SUPPRESS and "--help" not in action.option_strings:
            word = max(action.option_strings, key=len, default=(action.metavar or action.dest).upper())
            assert f"`{word}" in text, f"{word} of haidang {verb} is not explained"


def test_no_section_describes_a_verb_that_is_gone():
    described = {
        heading.removeprefix("haidang ") for heading in headings(PAGE) if heading.startswith("haidang ")
    }
    assert described == set(VERBS)


def test_every_target_of_make_is_explained():
    makefile = (PAGE.parent.parent.parent / "Makefile").read_text()
    targets = re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)
    assert targets
    text = section(PAGE, "make")
    assert [target for target in targets if f"`make {target}`" not in text] == []
