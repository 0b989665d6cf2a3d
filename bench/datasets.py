"""Open the measuring files as they come: plain, .xz or .tar.xz, JSON lines or tab-separated."""

import csv
import json
import lzma
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast


def open_text(path: Path) -> IO[str]:
    """Plain or .xz, UTF-8."""
    if path.suffix == ".xz":
        return cast("IO[str]", lzma.open(path, "rt", encoding="utf-8", newline=""))
    return path.open(encoding="utf-8", newline="")


def json_lines(path: Path, *, limit: int | None = None) -> Iterator[dict[str, Any]]:
    with open_text(path) as file:
        for number, line in enumerate(file):
            if limit is not None and number >= limit:
                return
            if line.strip():
                yield json.loads(line)


def rows_of_tsv(path: Path, *, header: bool) -> Iterator[list[str]]:
    """Rows of a TSV whose quoted fields may hold line ends."""
    with open_text(path) as file:
        reader = csv.reader(file, delimiter="\t")
        if header:
            next(reader, None)
        yield from (row for row in reader if row)


def members(paths: list[Path]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every file below the given files, folders and tar archives, in order of name."""
    for path in paths:
        if path.is_dir():
            for child in sorted(path.rglob("*")):
                if child.is_file():
                    yield from members([child])
        elif ".tar" in path.suffixes or path.suffix in {".tgz", ".tar"}:
            with tarfile.open(path) as archive:
                for member in archive:
                    file = archive.extractfile(member) if member.isfile() else None
                    if file is not None:
                        yield member.name, file.read()
        else:
            yield path.name, path.read_bytes()
