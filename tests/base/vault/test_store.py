"""The vault keeps what it was given, names what was changed, and refuses loudly when the disk does."""

import errno
import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from haidang.base.vault import (
    CouldNotStore,
    Damaged,
    Missing,
    NotAVaultName,
    Vault,
    VaultProblem,
    office_vault,
)
from haidang.base.vault.durable import TEMPORARY_PREFIX
from tests.fakes.vault import FailingVault, MemoryVault

BYTES = "Cầu Đầm Cùng không bị sập.".encode()
NAME = hashlib.sha256(BYTES).hexdigest()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def overwrite(vault: Vault, sha256: str, data: bytes) -> None:
    vault.path(sha256).chmod(0o600)
    vault.path(sha256).write_bytes(data)


def problems(vault: Vault, *expected: str) -> list[tuple[str, str]]:
    return [(problem.kind, problem.name) for problem in vault.check(expected)]


def test_what_was_put_comes_back_under_its_hash(vault: Vault) -> None:
    assert vault.put(BYTES) == NAME
    assert vault.get(NAME) == BYTES
    assert vault.has(NAME)
    assert vault.path(NAME) == vault.root / NAME[:2] / NAME[2:4] / NAME


def test_empty_bytes_are_bytes_too(vault: Vault) -> None:
    assert vault.get(vault.put(b"")) == b""


def test_what_was_never_put_is_missing(vault: Vault) -> None:
    assert not vault.has(NAME)
    with pytest.raises(Missing, match=f"has no file {NAME}"):
        vault.get(NAME)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", NAME.upper(), NAME[:-1], NAME + "\n", f"/{NAME}"])
def test_only_a_hash_is_a_name(vault: Vault, name: str) -> None:
    with pytest.raises(NotAVaultName):
        vault.get(name)


def test_a_flipped_byte_is_named(vault: Vault) -> None:
    vault.put(BYTES)
    overwrite(vault, NAME, bytes([BYTES[0] ^ 1]) + BYTES[1:])
    with pytest.raises(Damaged, match="changed after it was stored"):
        vault.get(NAME)
    assert problems(vault) == [("damaged", NAME)]


def test_a_file_that_cannot_be_read_counts_as_damaged(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.put(BYTES)

    def unreadable(path: Path, *args: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", unreadable)
        patched.setattr(Path, "read_bytes", unreadable)
        with pytest.raises(Damaged):
            vault.get(NAME)
        assert problems(vault) == [("damaged", NAME)]


def test_storing_the_same_bytes_again_writes_nothing_but_syncs(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.put(BYTES)
    before = vault.path(NAME).stat().st_ino
    synced: list[str] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    assert vault.put(BYTES) == NAME
    assert vault.path(NAME).stat().st_ino == before
    assert synced == [NAME, NAME[2:4]]


def test_a_process_that_finds_the_folder_there_still_syncs_its_name(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.put(BYTES)
    synced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(Path(f"/proc/self/fd/{fd}").readlink().name))
    Vault(vault.root).put(BYTES)
    assert synced == [vault.root.parent.name, "vault", NAME[:2], NAME, NAME[2:4]]


def test_a_damaged_file_is_healed_by_storing_its_bytes_again(vault: Vault) -> None:
    vault.put(BYTES)
    overwrite(vault, NAME, b"torn")
    vault.put(BYTES)
    assert vault.get(NAME) == BYTES
    assert problems(vault) == []


def test_a_folder_that_somebody_removed_is_made_again(vault: Vault) -> None:
    vault.put(BYTES)
    vault.path(NAME).unlink()
    vault.path(NAME).parent.rmdir()
    vault.put(BYTES)
    assert vault.get(NAME) == BYTES


@pytest.mark.parametrize("failing", ["open", "fsync", "fdopen", "close"])
@pytest.mark.parametrize("nth", range(1, 6))
def test_a_disk_that_fails_at_any_step_is_reported_and_leaves_no_torn_file(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, failing: str, nth: int
) -> None:
    vault.put(b"earlier")
    calls = 0
    real = getattr(os, failing)

    def fails_once(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(os, failing, fails_once)
        try:
            vault.put(BYTES)
        except CouldNotStore as refused:
            assert "No space left on device" in str(refused)  # noqa: PT017  not every step is reached
    assert problems(vault) == []
    assert not list(vault.root.glob(f"*/*/{TEMPORARY_PREFIX}*"))
    assert vault.put(BYTES) == NAME
    assert vault.get(NAME) == BYTES


def test_a_rename_that_fails_leaves_nothing(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path, target: Path) -> Path:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fails)
        with pytest.raises(CouldNotStore, match="Input/output error"):
            vault.put(BYTES)
    assert list(vault.root.rglob("*.*")) == []
    assert not vault.has(NAME)


def test_a_vault_under_a_file_says_that_it_cannot_store(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("not a folder")
    with pytest.raises(CouldNotStore, match="check the disk"):
        Vault(tmp_path / "vault").put(BYTES)


def test_a_vault_that_was_never_used_has_no_problems(vault: Vault) -> None:
    assert list(vault.check()) == []
    assert list(vault.names()) == []
    assert vault.sweep_temporary(datetime(2030, 1, 1, tzinfo=UTC)) == 0


def test_check_names_strange_and_missing_files(vault: Vault) -> None:
    vault.put(BYTES)
    other = hashlib.sha256(b"other").hexdigest()
    (vault.root / "README").write_text("hello")
    (vault.root / NAME).write_bytes(BYTES)  # right name, wrong place
    (vault.path(NAME).parent / other).symlink_to(vault.path(NAME))
    found = list(vault.check([NAME, other]))
    assert {(problem.kind, problem.name) for problem in found} == {
        ("strange", "README"),
        ("strange", NAME),
        ("strange", f"{NAME[:2]}/{NAME[2:4]}/{other}"),
        ("missing", other),
    }
    assert all(isinstance(problem, VaultProblem) and problem.sentence.endswith(".") for problem in found)
    assert list(vault.names()) == [NAME]


def test_sweeping_takes_old_temporary_files_and_leaves_fresh_ones(vault: Vault) -> None:
    vault.put(BYTES)
    folder = vault.path(NAME).parent
    for name, at in (("old", 1_700_000_000), ("new", 1_900_000_000)):
        left = folder / f"{TEMPORARY_PREFIX}1-{name}"
        left.write_bytes(b"half")
        os.utime(left, (at, at))
    assert problems(vault) == []  # a temporary file is no damage
    assert vault.sweep_temporary(datetime(2026, 5, 12, tzinfo=UTC)) == 1
    assert [left.name for left in folder.glob(f"{TEMPORARY_PREFIX}*")] == [f"{TEMPORARY_PREFIX}1-new"]
    assert vault.get(NAME) == BYTES


def test_a_temporary_file_renamed_during_the_sweep_is_left_alone(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.put(BYTES)
    (vault.path(NAME).parent / f"{TEMPORARY_PREFIX}1-x").write_bytes(b"half")

    def gone(path: Path) -> None:
        raise FileNotFoundError(path)

    monkeypatch.setattr(Path, "lstat", gone)
    assert vault.sweep_temporary(datetime(2030, 1, 1, tzinfo=UTC)) == 0


def test_the_office_has_one_vault_in_its_home(own_home: Path) -> None:
    assert office_vault().root == own_home / "vault"
    assert office_vault() is office_vault()


def test_the_fakes_behave_like_the_vault(tmp_path: Path) -> None:
    memory = MemoryVault()
    assert memory.get(memory.put(BYTES)) == BYTES
    assert memory.has(NAME)
    memory.damage(NAME)
    with pytest.raises(Damaged):
        memory.get(NAME)
    with pytest.raises(Missing):
        memory.get(hashlib.sha256(b"other").hexdigest())
    failing = FailingVault(tmp_path, good_puts=1)
    failing.put(BYTES)
    with pytest.raises(CouldNotStore):
        failing.put(b"second")
