"""Collect the interface's texts, compile the translations, and check that none is missing.

The compiled files are committed, so that a machine without gettext shows Vietnamese (docs/decisions/0009).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from haidang.web.messages import Untranslated, catalogues, compile_messages, compiled

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "haidang"


def has_gettext() -> bool:
    return shutil.which("xgettext") is not None and shutil.which("msgmerge") is not None


def collect() -> None:
    """Let Django's own command rewrite the catalogues from the code and the templates."""
    command = [sys.executable, "-m", "django", "makemessages", "--no-location", "--no-obsolete", "-v", "0"]
    for po in catalogues():
        command += ["-l", po.parent.parent.name]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "haidang.settings.test"}
    subprocess.run(command, check=True, cwd=PACKAGE, env=environment)


def texts(po: Path) -> dict[str, str]:
    """Every text of a catalogue with its translation (of several forms, the first)."""
    with po.open("rb") as file:
        rows = [row for row in read_po(file) if row.id]
    return {_first(row.id): _first(row.string) for row in rows}


def _first(text: object) -> str:
    return str(text[0]) if isinstance(text, list | tuple) else str(text or "")


def not_whole(po: Path) -> Iterator[str]:
    """Yield a sentence when a text has no translation, or when the compiled file is another one."""
    try:
        expected = compiled(po)
    except Untranslated as bare:
        yield str(bare)
        return
    if not po.with_suffix(".mo").exists() or po.with_suffix(".mo").read_bytes() != expected:
        yield f"{po.name} ({po.parent.parent.name}) is not the one that was compiled; run 'make messages'."


def not_collected() -> Iterator[str]:
    """Yield a sentence for each text that only the code or only a catalogue knows (needs gettext)."""
    kept = {po: po.read_bytes() for po in catalogues()}
    before = {po: set(texts(po)) for po in kept}
    try:
        collect()
        after = {po: set(texts(po)) for po in kept}
    finally:
        for po, content in kept.items():  # a check changes nothing
            po.write_bytes(content)
    for po in kept:
        for text in sorted(after[po] - before[po]):
            yield f"'{text[:70]}' is in the code and not in the catalogue; run 'make messages'."
        for text in sorted(before[po] - after[po]):
            yield f"'{text[:70]}' is in the catalogue and not in the code; run 'make messages'."


def problems() -> Iterator[str]:
    found = catalogues()
    if not found:
        yield "There is no catalogue of translations; write src/haidang/web/locale/vi/LC_MESSAGES/django.po."
    for po in found:
        yield from not_whole(po)
    if found and has_gettext():
        yield from not_collected()


def check() -> int:
    found = list(problems())
    for sentence in found:
        print(f"  NOT {sentence}")
    if not found:
        looked = "" if has_gettext() else " (gettext is not installed: new texts were not looked for)"
        print(f"  ok  every text of the interface is translated and compiled{looked}")
    return 1 if found else 0


def renew() -> int:
    """Collect and compile; say what is left to translate."""
    if not has_gettext():
        print("make messages needs gettext: sudo apt-get install -y gettext")
        return 2
    collect()
    try:
        compile_messages()
    except Untranslated as bare:
        print(f"Collected. {bare}")
        return 1
    print("Collected and compiled; every text has its translation.")
    return 0


if __name__ == "__main__":
    sys.exit(check() if "--check" in sys.argv[1:] else renew())
