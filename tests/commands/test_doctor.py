"""`haidang doctor`: files, rows, log and keys agree, or it says what to do."""

import pytest

from haidang.commands import doctor, main
from haidang.information.verify.models import Review
from tests.desk import Desk


def test_a_healthy_office_is_green(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.published()
    assert main(["doctor"]) == 0
    assert "✕" not in capsys.readouterr().out


def test_a_lost_capture_is_named(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    review = desk.published()
    desk.vault.path(review.evidence.get().capture.warc_sha256).unlink()
    assert main(["doctor", "--json"]) == 1
    assert "Thông báo 45" in capsys.readouterr().out


def test_a_changed_notice_is_named(desk: Desk) -> None:
    review = desk.published()
    Review.objects.filter(pk=review.pk).update(canonical=review.canonical.replace("false", "true"))
    found = {check.name: check.problems for check in doctor.all_checks()}
    assert any("hash" in problem for problem in found["published notices stand"])


def test_a_key_that_others_can_read_is_named(desk: Desk) -> None:
    from django.conf import settings

    desk.published()
    key = next(path for path in (settings.HAIDANG_HOME / "keys").iterdir() if path.suffix != ".pub")
    key.chmod(0o644)
    found = {check.name: check.problems for check in doctor.all_checks()}
    assert any("chmod 600" in problem for problem in found["keys can be read by their owner only"])


def test_a_full_disk_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LOW_DISK", 1.1)
    found = {check.name: check.problems for check in doctor.all_checks()}
    assert "make room" in found["there is room on the disk"][0]
