"""The vault: bytes under their SHA-256, in folders two levels deep. Pure: no Django, no clock."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from haidang.base.vault.durable import (
    TEMPORARY_PREFIX,
    make_folder_durably,
    sync_file,
    sync_folder,
    write_durably,
)

_NAME = re.compile(r"[0-9a-f]{64}")


class NotAVaultName(ValueError):
    """Something else than a SHA-256 was asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(f"'{name[:80]}' is not a SHA-256 in 64 small hexadecimal digits; ask for one.")


class Missing(Exception):
    """The vault has no file of this name."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256
        super().__init__(f"The vault has no file {sha256}; restore it from a backup.")


class Damaged(Exception):
    """The bytes under a name are no longer those that were stored."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256
        super().__init__(f"The file {sha256} in the vault was changed after it was stored; restore it.")


class CouldNotStore(Exception):
    """The disk refused the bytes; nothing may be recorded that relies on them."""

    def __init__(self, sha256: str, cause: OSError) -> None:
        self.sha256 = sha256
        why = cause.strerror or type(cause).__name__
        super().__init__(f"The vault could not store {sha256} ({why}); check the disk, then try again.")


@dataclass(frozen=True, slots=True)
class VaultProblem:
    """One thing that `check` found. `name` is the SHA-256, or the path of a strange file."""

    kind: Literal["missing", "damaged", "strange"]
    name: str
    sentence: str


class Vault:
    """Bytes by hash. What `put` has returned is on the disk, name and all."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._durable_folders: set[Path] = set()

    def path(self, sha256: str) -> Path:
        """Where these bytes are or would be."""
        if not _NAME.fullmatch(sha256):
            raise NotAVaultName(sha256)
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def has(self, sha256: str) -> bool:
        """Whether a file of this name is there; `get` says whether it is intact."""
        return self.path(sha256).is_file()

    def put(self, data: bytes) -> str:
        """Store bytes durably and return their SHA-256. Raises CouldNotStore; then nothing was stored."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(sha256)
        try:
            self._prepare(target.parent)
            if _holds(target, data):
                # Another process may have renamed it a moment ago and not yet synced the name.
                sync_file(target)
                sync_folder(target.parent)
            else:
                write_durably(target, data)
        except OSError as cause:
            raise CouldNotStore(sha256, cause) from cause
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes after hashing them again. Raises Missing or Damaged."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise Missing(sha256) from None
        except OSError as cause:
            raise Damaged(sha256) from cause
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Damaged(sha256)
        return data

    def names(self) -> Iterator[str]:
        """The names of all files in their places, in order; nothing is read."""
        return (found.name for found in self._files() if self._in_place(found))

    def check(self, expected: Iterable[str] = ()) -> Iterator[VaultProblem]:
        """Read every file: name the damaged, the strange, and the missing among the `expected` names."""
        for found in self._files():
            if problem := self._problem_with(found):
                yield problem
        for sha256 in expected:
            if not self.has(sha256):
                yield VaultProblem("missing", sha256, str(Missing(sha256)))

    def sweep_temporary(self, older_than: datetime) -> int:
        """Remove what dead writers left: temporary files last written before `older_than`. Returns how many."""
        swept = 0
        for left in self.root.glob(f"*/*/{TEMPORARY_PREFIX}*"):
            try:
                if left.lstat().st_mtime < older_than.timestamp():
                    left.unlink()
                    swept += 1
            except FileNotFoundError:  # its writer has just renamed it
                continue
        return swept

    def _prepare(self, folder: Path) -> None:
        # Once a run for each folder: one that was there may be another process's, its name not yet synced.
        for level in (self.root, folder.parent, folder):
            if level not in self._durable_folders or not level.is_dir():
                make_folder_durably(level)
                self._durable_folders.add(level)

    def _files(self) -> Iterator[Path]:
        return (found for found in _walk(self.root) if not found.name.startswith(TEMPORARY_PREFIX))

    def _in_place(self, found: Path) -> bool:
        return bool(_NAME.fullmatch(found.name)) and found == self.path(found.name) and not found.is_symlink()

    def _problem_with(self, found: Path) -> VaultProblem | None:
        if not self._in_place(found):
            name = found.relative_to(self.root).as_posix()
            return VaultProblem(
                "strange", name, f"'{name}' does not belong in the vault; look at it and move it away."
            )
        try:
            with found.open("rb") as file:
                intact = hashlib.file_digest(file, "sha256").hexdigest() == found.name
        except OSError:
            intact = False
        return None if intact else VaultProblem("damaged", found.name, str(Damaged(found.name)))


def _walk(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for found in sorted(folder.iterdir()):
        if found.is_dir() and not found.is_symlink():
            yield from _walk(found)
        else:
            yield found


def _holds(target: Path, data: bytes) -> bool:
    """Whether the file is there and intact; a damaged one is written again."""
    try:
        return target.read_bytes() == data
    except OSError:
        return False
