"""The site's secret key is made once, for one user's eyes, whoever starts first."""

import secrets
import stat
from pathlib import Path

import pytest

from haidang.settings.secrets import secret_key


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_key_is_made_once_and_stays(tmp_path: Path) -> None:
    key = secret_key(tmp_path / "keys")
    assert len(key) >= 50
    assert secret_key(tmp_path / "keys") == key


def test_every_office_has_its_own_key(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_only_its_owner_may_read_the_key(tmp_path: Path) -> None:
    secret_key(tmp_path / "keys")
    assert (mode(tmp_path / "keys"), mode(tmp_path / "keys" / "django-secret")) == (0o700, 0o600)


def test_of_two_programs_that_start_together_both_have_the_first_ones_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def while_another_program_is_faster(_: int) -> str:
        (tmp_path / "django-secret").write_text("the other's key")
        return "our key"

    monkeypatch.setattr(secrets, "token_urlsafe", while_another_program_is_faster)
    assert secret_key(tmp_path) == "the other's key"


def test_nothing_but_the_key_is_left_in_the_folder(tmp_path: Path) -> None:
    for _ in range(2):
        secret_key(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["django-secret"]
