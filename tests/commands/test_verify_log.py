"""`haidang verify-log`: the record is whole, or the place where it is not is named."""

from pathlib import Path

import pytest

from haidang.base.models import Checkpoint, LogEntry
from haidang.commands import main
from tests.desk import Desk


def test_a_whole_record_is_said_to_be_whole(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.published()
    assert main(["verify-log"]) == 0
    assert "The record is whole" in capsys.readouterr().out


def test_a_changed_act_is_named(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.published()
    LogEntry.objects.filter(index=3).update(act="nothing.happened")
    assert main(["verify-log", "--json"]) == 1
    assert "3" in capsys.readouterr().out


def test_a_checkpoint_kept_outside_is_compared(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.published()
    kept = tmp_path / "checkpoint.txt"
    kept.write_text(Checkpoint.objects.get().note)
    assert main(["verify-log", "--checkpoint", str(kept)]) == 0


def test_a_checkpoint_that_cannot_be_read_is_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify-log", "--checkpoint", str(tmp_path / "gone")]) == 2
    assert "cannot be read" in capsys.readouterr().err
