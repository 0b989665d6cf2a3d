"""Bytes by hash: temp file, fsync, rename, fsync of the folder; no Django until `office_vault`."""

from functools import lru_cache
from pathlib import Path

from haidang.base.vault.store import CouldNotStore, Damaged, Missing, NotAVaultName, Vault, VaultProblem

__all__ = [
    "CouldNotStore",
    "Damaged",
    "Missing",
    "NotAVaultName",
    "Vault",
    "VaultProblem",
    "office_vault",
]


def office_vault() -> Vault:
    """The vault of this office: the folder `vault` in HAIDANG_HOME."""
    from django.conf import settings

    return _vault_at(Path(settings.HAIDANG_HOME) / "vault")


@lru_cache(maxsize=8)
def _vault_at(root: Path) -> Vault:
    return Vault(root)
