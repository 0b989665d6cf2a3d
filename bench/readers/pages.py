"""Labelled pages from the folders that hold them: the extraction benchmark's layout, or the readability tests'."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page as served and the text of its article."""

    key: str
    html: bytes
    article: str
    address: str = ""
    source: str = ""
    weight: float = 1.0


class NoPages(Exception):
    """A folder holds no page that the truth names."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no page that the truth names; unpack the archive and name its folder."
        )


def labelled_pages(folder: Path, truth: Path) -> list[LabelledPage]:
    """The pages of a folder (html, html.gz, below it too) that the truth knows; truth without a page is left out."""
    known = json.loads(truth.read_text(encoding="utf-8"))
    files = {
        path.name.partition(".htm")[0]: path for path in sorted(folder.rglob("*.htm*")) if path.is_file()
    }
    found = [
        LabelledPage(
            key, _bytes(files[key]), str(stated.get("articleBody") or ""), str(stated.get("url") or "")
        )
        for key, stated in known.items()
        if key in files
    ]
    if not found:
        raise NoPages(folder)
    return found


def _bytes(path: Path) -> bytes:
    stored = path.read_bytes()
    return gzip.decompress(stored) if stored.startswith(b"\x1f\x8b") else stored


def pages_of(stated: str) -> Iterator[LabelledPage]:
    """`NAME=WEIGHT=FOLDER` of the fitting script."""
    name, weight, place = stated.split("=", 2)
    folder = Path(place)
    truth = next(folder.rglob("ground-truth.json"), None)
    pages = labelled_pages(folder, truth) if truth else list(_readability(folder))
    for page in pages:
        yield LabelledPage(page.key, page.html, page.article, page.address, name, float(weight))


def _readability(folder: Path) -> Iterator[LabelledPage]:
    for expected in sorted(folder.rglob("expected.html")):
        tree = LexborHTMLParser(expected.read_bytes())
        tree.strip_tags(["figcaption", "script", "style"])
        text = tree.body.text(separator=" ") if tree.body else ""
        yield LabelledPage(expected.parent.name, expected.with_name("source.html").read_bytes(), text)
