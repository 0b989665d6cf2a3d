"""The Vietnamese catalogue is whole, compiled, and names what the code says."""

import ast
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from haidang.web.messages import LOCALE, Untranslated, catalogues, compiled

SOURCE = LOCALE.parents[1]
VI = LOCALE / "vi" / "LC_MESSAGES" / "django.po"
CALLS = {"_", "gettext", "gettext_lazy", "ngettext"}
TAG = re.compile(r'{%\s*translate\s+"((?:[^"\\]|\\.)*)"')


def test_every_compiled_catalogue_is_the_one_in_words() -> None:
    assert catalogues()
    for po in catalogues():
        committed = words_in(po.with_suffix(".mo").read_bytes())
        assert committed == words_in(compiled(po)), f"run: python -m haidang.web.messages ({po})"


def words_in(mo: bytes) -> dict[object, str]:
    """Messages and translations, without the header, which names the version of the compiler."""
    catalogue = GNUTranslations(BytesIO(mo))._catalog  # type: ignore[attr-defined]  # the only way to list them
    return {key: text for key, text in catalogue.items() if key}


def test_a_message_without_translation_is_named(tmp_path: Path) -> None:
    po = tmp_path / "vi" / "LC_MESSAGES" / "django.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid ""\nmsgstr "Language: vi\\n"\n\nmsgid "Sign in"\nmsgstr ""\n')
    with pytest.raises(Untranslated, match="Sign in"):
        compiled(po)


def test_every_message_of_the_code_and_the_pages_has_its_vietnamese() -> None:
    with VI.open("rb") as file:
        known = {row.id[0] if isinstance(row.id, tuple) else row.id for row in read_po(file)}
    said = {text for path in SOURCE.rglob("*.py") for text in _said_in(path)}
    said |= {text for path in SOURCE.rglob("*.html") for text in TAG.findall(path.read_text())}
    assert said - known == set()


def _said_in(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in CALLS
            and node.args
        ):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.add(first.value)
    return found


def test_translations_keep_the_names_of_what_is_filled_in() -> None:
    with VI.open("rb") as file:
        rows = [row for row in read_po(file) if row.id]
    hole = re.compile(r"%\((\w+)\)")
    for row in rows:
        ids = row.id if isinstance(row.id, (tuple, list)) else [row.id]
        strings = row.string if isinstance(row.string, (tuple, list)) else [row.string]
        assert {h for s in strings for h in hole.findall(s)} == {h for i in ids for h in hole.findall(i)}, (
            row.id
        )
