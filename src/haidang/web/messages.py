"""Compile the translations without gettext tools: every locale/*/LC_MESSAGES/django.po to django.mo, with Babel."""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SAME_ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)  # the same words give the same bytes, on every machine
LOCALE = Path(__file__).resolve().parent / "locale"


class Untranslated(ValueError):
    """A catalogue has messages without a translation, or with one that is only guessed."""

    def __init__(self, path: Path, messages: list[str]) -> None:
        self.messages = messages
        shown = "; ".join(repr(message) for message in messages[:5])
        super().__init__(
            f"{path} lacks {len(messages)} translations, first of all {shown}; write them and compile again."
        )


def catalogues() -> list[Path]:
    """Every translation of the interface as its authors write it."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def compiled(po: Path) -> bytes:
    """The .mo that belongs to a .po. Raises `Untranslated`."""
    with po.open("rb") as file:
        catalogue = read_po(file, locale=po.parent.parent.name)
    bare = [str(row.id) for row in catalogue if row.id and (row.fuzzy or not _whole(row.string))]
    if bare:
        raise Untranslated(po, bare)
    catalogue.creation_date = catalogue.revision_date = SAME_ALWAYS
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _whole(string: str | tuple[str, ...] | list[str] | None) -> bool:
    if string is None or isinstance(string, str):
        return bool(string)
    return bool(string) and all(string)


def compile_messages() -> list[Path]:
    """Write every .mo beside its .po; returns what was written."""
    written = []
    for po in catalogues():
        mo = po.with_suffix(".mo")
        mo.write_bytes(compiled(po))
        written.append(mo)
    return written


if __name__ == "__main__":
    for path in compile_messages():
        sys.stdout.write(f"{path}\n")
