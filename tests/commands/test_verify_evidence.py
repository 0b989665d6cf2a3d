"""`haidang verify-evidence`: a downloaded bundle is proven by a program that knows nothing of the office."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from haidang.commands import main
from haidang.information.verify.bundle import build_bundle
from tests.desk import Desk


@pytest.fixture
def bundle(desk: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "bundle.zip"
    path.write_bytes(build_bundle(desk.published(), vault=desk.vault))
    return path


def test_a_whole_bundle_is_proven_without_database_settings_or_network(bundle: Path, tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "HAIDANG_HOME": str(tmp_path / "nothing-here")}
    done = subprocess.run(  # our own program
        [sys.executable, "-m", "haidang", "verify-evidence", str(bundle)],
        env=bare,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].endswith("PROVEN")
    assert not (tmp_path / "nothing-here").exists()


def test_a_changed_bundle_is_not_proven_and_exits_with_one(
    bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify-evidence", str(bundle), "--key", "ab" * 32]) == 1
    assert "NOT PROVEN" in capsys.readouterr().out


def test_machines_read_json(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-evidence", str(bundle), "--json"]) == 0
    assert '"proven": true' in capsys.readouterr().out


def test_a_file_that_is_no_bundle_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.zip"
    path.write_text("Kính gửi")
    assert main(["verify-evidence", str(path)]) == 2
    assert "download" in capsys.readouterr().err
