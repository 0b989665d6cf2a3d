"""Every HAIDANG_ setting that the code reads stands in docs/reference/settings.md, and no other."""

import re

from tests.docs.pages import REFERENCE, ROOT, rows

PAGE = REFERENCE / "settings.md"
NAME = re.compile(r"HAIDANG_[A-Z_]*[A-Z]")


def names_in_code() -> set[str]:
    files = [
        *(ROOT / "src").rglob("*.py"),
        *(ROOT / "scripts").rglob("*.py"),
        ROOT / "Makefile",
        ROOT / ".ci" / "run",
    ]
    return {name for path in files for name in NAME.findall(path.read_text(encoding="utf-8"))}


def test_every_setting_is_documented_and_every_documented_setting_exists():
    documented = {row[0].strip("`") for row in rows(PAGE.read_text(encoding="utf-8"))}
    assert documented == names_in_code()
