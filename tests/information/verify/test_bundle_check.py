"""The offline checker: limits on what it unpacks, and words for what is no bundle."""

import io
import json
import zipfile

import pytest

from haidang.information.verify import bundle_check
from haidang.information.verify.bundle import build_bundle
from haidang.information.verify.bundle_check import BundleReport, Finding, NotABundle, check_bundle
from tests.desk import Desk


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_one_link_that_does_not_hold_makes_the_whole_unproven() -> None:
    report = BundleReport("2026-0001", 1, "", (Finding(True, "a"), Finding(False, "b")))
    assert not report.proven


def test_a_bundle_with_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle_check, "MAX_PARTS", 1)
    with pytest.raises(NotABundle, match="more than a bundle may hold"):
        check_bundle(packed({"a": b"", "b": b""}))


def test_a_part_that_unpacks_too_large_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bundle_check, "MAX_PART", 10)
    with pytest.raises(NotABundle, match="more than a bundle may hold"):
        check_bundle(packed({"notice.json": b" " * 11}))


def test_json_of_the_wrong_shape_is_refused() -> None:
    with pytest.raises(NotABundle, match="not an object"):
        check_bundle(packed({"notice.json": b"[]", "signature.json": b"{}"}))


def test_another_page_under_the_right_name_is_named(desk: Desk) -> None:
    """Notice and capture are whole, but the notice cites another address than the capture holds."""
    with zipfile.ZipFile(io.BytesIO(build_bundle(desk.published(), vault=desk.vault))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document = json.loads(parts["notice.json"])
    document["evidence"][0]["address"] = "https://elsewhere.example/"
    parts["notice.json"] = json.dumps(document).encode()
    said = [finding.says for finding in check_bundle(packed(parts)).findings if not finding.holds]
    assert any("is not the page that the notice cites" in sentence for sentence in said)
