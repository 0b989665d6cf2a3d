"""Vaults for tests: one in memory, and one whose disk fails when told to."""

import errno
import hashlib
from pathlib import Path

from haidang.base.vault import CouldNotStore, Damaged, Missing, Vault


class MemoryVault(Vault):
    """Keeps bytes in a dictionary; `damage` flips one of them."""

    def __init__(self) -> None:
        super().__init__(Path("in-memory-vault"))
        self.kept: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        self.kept[sha256] = data
        return sha256

    def has(self, sha256: str) -> bool:
        return sha256 in self.kept

    def get(self, sha256: str) -> bytes:
        if sha256 not in self.kept:
            raise Missing(sha256)
        if hashlib.sha256(self.kept[sha256]).hexdigest() != sha256:
            raise Damaged(sha256)
        return self.kept[sha256]

    def damage(self, sha256: str) -> None:
        """Change what is kept under a name."""
        self.kept[sha256] = b"\x00" + self.kept[sha256][1:] + b"?"


class FailingVault(Vault):
    """A real vault whose disk is full from the `good_puts`-th `put` on."""

    def __init__(self, root: Path, *, good_puts: int = 0) -> None:
        super().__init__(root)
        self.good_puts = good_puts

    def put(self, data: bytes) -> str:
        if self.good_puts <= 0:
            full = OSError(errno.ENOSPC, "No space left on device")
            raise CouldNotStore(hashlib.sha256(data).hexdigest(), full)
        self.good_puts -= 1
        return super().put(data)
