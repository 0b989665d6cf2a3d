"""Files are wholly there or not at all, and folders are synced before anybody relies on a name."""

import os
from pathlib import Path

import pytest

from haidang.base.vault.durable import (
    OWNER_ONLY,
    make_folder_durably,
    sync_file,
    write_durably,
)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reaches the disk, in order."""
    seen: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        seen.append(f"fsync {Path(f'/proc/self/fd/{descriptor}').readlink().name.partition('-')[0]}")
        real_fsync(descriptor)

    def replace(path: Path, target: Path) -> Path:
        seen.append(f"rename to {target.name}")
        return real_replace(path, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    return seen


def test_bytes_are_synced_before_they_get_their_name_and_the_name_before_the_answer(
    tmp_path: Path, steps: list[str]
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write_durably(folder / "evidence", b"bytes")
    assert steps == ["fsync .fresh", "rename to evidence", "fsync folder"]
    assert (folder / "evidence").read_bytes() == b"bytes"


def test_a_stored_file_is_read_only(tmp_path: Path) -> None:
    write_durably(tmp_path / "evidence", b"bytes")
    assert (tmp_path / "evidence").stat().st_mode & 0o777 in {0o440, 0o400}


def test_every_new_folder_is_synced_into_the_one_that_holds_it(tmp_path: Path, steps: list[str]) -> None:
    make_folder_durably(tmp_path / "a" / "b")
    assert steps == [f"fsync {tmp_path.name.partition('-')[0]}", "fsync a"]
    make_folder_durably(tmp_path / "a" / "b")  # another process made it: its name may not be synced yet
    assert steps[2:] == ["fsync a"]


def test_a_secret_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    write_durably(tmp_path / "key", b"secret", mode=OWNER_ONLY, replace=False)
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_without_replace_the_first_file_wins(tmp_path: Path) -> None:
    write_durably(tmp_path / "key", b"first", mode=OWNER_ONLY, replace=False)
    with pytest.raises(FileExistsError):
        write_durably(tmp_path / "key", b"second", mode=OWNER_ONLY, replace=False)
    assert (tmp_path / "key").read_bytes() == b"first"
    assert [found.name for found in tmp_path.iterdir()] == ["key"]


def test_syncing_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_file(tmp_path / "gone")
