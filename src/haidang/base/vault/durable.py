"""Write a file so that it is either wholly there after a power cut, or not there at all. Pure: no Django."""

import os
import secrets
from pathlib import Path

TEMPORARY_PREFIX = ".fresh-"
OWNER_ONLY = 0o600
READ_ONLY = 0o440


def write_durably(target: Path, data: bytes, *, mode: int = READ_ONLY, replace: bool = True) -> None:
    """Temp file in the same folder, write, fsync, rename, fsync of the folder; a failure leaves no trace.

    With `replace=False` a file that another process has just put there wins: FileExistsError.
    """
    fresh = target.with_name(f"{TEMPORARY_PREFIX}{os.getpid()}-{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            fresh.replace(target)
        else:
            target.hardlink_to(fresh)  # unlike rename, link never replaces
            fresh.unlink()
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Make the bytes of a file that is already there durable."""
    _sync(path, os.O_RDONLY)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    _sync(folder, os.O_RDONLY | os.O_DIRECTORY)


def make_folder_durably(folder: Path) -> None:
    """Make a folder and those above it; every new name is synced into the folder that holds it."""
    if not folder.parent.is_dir():
        make_folder_durably(folder.parent)
    folder.mkdir(exist_ok=True, mode=0o750)
    sync_folder(folder.parent)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
