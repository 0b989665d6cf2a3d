"""Real HTML pages from a folder or a tar file, to be served as article pages."""

import gzip
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path


def read_pages(path: Path, *, limit: int | None = None) -> dict[str, bytes]:
    """Pages by name, as bytes: `*.html`, `*.htm` and `*.html.gz`; what was expected of them is left out."""
    pages: dict[str, bytes] = {}
    for name, data in _files(path):
        if limit is not None and len(pages) >= limit:
            break
        if re.search(r"\.html?(\.gz)?$", name) and not name.endswith("expected.html"):
            pages[page_name(name)] = gzip.decompress(data) if name.endswith(".gz") else data
    return pages


def page_name(name: str) -> str:
    """`test/test-pages/001/source.html` -> `test-test-pages-001-source.html`."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", name.removesuffix(".gz")).strip("-")


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file():
                yield file.relative_to(path).as_posix(), file.read_bytes()
        return
    with tarfile.open(path) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is not None:
                yield member.name, stream.read()
