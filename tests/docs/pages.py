"""Reading the documentation as the tests do: pages, headings, links, tables."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)


def every_page() -> list[Path]:
    return sorted(
        [
            *ROOT.glob("*.md"),
            *DOCS.rglob("*.md"),
            *(ROOT / "data").rglob("*.md"),
            *(ROOT / "bench").rglob("*.md"),
        ]
    )


def prose(path: Path) -> str:
    """The page without its blocks of code."""
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def headings(path: Path) -> list[str]:
    return HEADING.findall(prose(path))


def anchor(heading: str) -> str:
    """The name that a link uses for a heading: lower case, hyphens, no punctuation."""
    plain = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def rows(text: str) -> list[list[str]]:
    """The rows of every Markdown table in a text, without heads and rules."""
    lines = [line.strip() for line in text.splitlines()]
    table = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    cells = [[cell.strip() for cell in row] for row in table]
    rules = [n for n, row in enumerate(cells) if row and all(re.fullmatch(r":?-+:?", cell) for cell in row)]
    skip = {n for rule in rules for n in (rule, rule - 1)}
    return [row for n, row in enumerate(cells) if n not in skip]


def section(path: Path, heading: str) -> str:
    """The text from a heading to the next one of its level or above."""
    text = path.read_text(encoding="utf-8")
    found = re.search(rf"^(#+)\s+{re.escape(heading)}\s*$", text, re.MULTILINE)
    assert found, f"{path.name} has no section '{heading}'"
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found.group(1))}}}\s", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest
