"""A published notice is proven from its bundle alone; every change to it is named."""

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from haidang.base.models import Checkpoint
from haidang.information.verify.bundle import NoCheckpoint, build_bundle
from haidang.information.verify.bundle_check import NotABundle, check_bundle
from tests.desk import Desk


def unpacked(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_published_notice_is_proven_from_its_bundle(desk: Desk) -> None:
    review = desk.published()
    report = check_bundle(build_bundle(review, vault=desk.vault), trusted_key_id=review.key_id)
    assert report.proven, [finding.says for finding in report.findings if not finding.holds]
    assert (report.number, report.version) == (review.case.number, 1)


def test_the_same_version_always_gives_the_same_bundle(desk: Desk) -> None:
    review = desk.published()
    assert build_bundle(review, vault=desk.vault) == build_bundle(review, vault=desk.vault)


def test_a_first_version_is_still_proven_after_its_correction(desk: Desk) -> None:
    first = desk.published()
    desk.signed_change(first)
    first.refresh_from_db()
    assert check_bundle(build_bundle(first, vault=desk.vault)).proven


def flip(name_starts: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        name = next(name for name in sorted(parts) if name.startswith(name_starts))
        data = bytearray(parts[name])
        data[len(data) // 2] ^= 1
        parts[name] = bytes(data)

    return change


def drop(name_starts: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        del parts[next(name for name in sorted(parts) if name.startswith(name_starts))]

    return change


def other_verdict(parts: dict[str, bytes]) -> None:
    parts["notice.json"] = parts["notice.json"].replace(b'"code":"false"', b'"code":"true"')


def not_canonical(parts: dict[str, bytes]) -> None:
    parts["notice.json"] = json.dumps(json.loads(parts["notice.json"])).encode()


CHANGES = {
    "a byte of a capture": (flip("captures/"), "changed"),
    "a capture left out": (drop("captures/"), "missing"),
    "another verdict": (other_verdict, "signature"),
    "white space": (not_canonical, "canonical form"),
    "a byte of the leaf": (lambda parts: parts.update({"record/leaf.json": b"{}"}), "another notice"),
    "the checkpoint": (flip("record/checkpoint"), "checkpoint"),
}


@pytest.mark.parametrize(("change", "says"), CHANGES.values(), ids=CHANGES.keys())
def test_every_change_to_a_bundle_is_named(
    desk: Desk, change: Callable[[dict[str, bytes]], None], says: str
) -> None:
    parts = unpacked(build_bundle(desk.published(), vault=desk.vault))
    change(parts)
    report = check_bundle(packed(parts))
    assert not report.proven
    assert any(says in finding.says for finding in report.findings if not finding.holds)


def test_another_key_than_the_trusted_one_is_named(desk: Desk) -> None:
    report = check_bundle(build_bundle(desk.published(), vault=desk.vault), trusted_key_id="00" * 32)
    assert next(finding.says for finding in report.findings if not finding.holds).startswith("The key")


@pytest.mark.parametrize(
    "data", [b"", b"not a zip", packed({"notice.json": b"{}"}), packed({"notice.json": b"["})]
)
def test_what_is_no_bundle_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(NotABundle, match="download"):
        check_bundle(data)


def test_without_a_checkpoint_there_is_no_bundle_yet(desk: Desk) -> None:
    review = desk.published()
    Checkpoint.objects.all().delete()
    with pytest.raises(NoCheckpoint):
        build_bundle(review, vault=desk.vault)


def test_a_second_checker_written_from_the_documents_alone_agrees(desk: Desk) -> None:
    """Independent of our own code: hashlib, json and cryptography only."""
    import base64
    import hashlib

    parts = unpacked(build_bundle(desk.published(), vault=desk.vault))
    signature, proof = json.loads(parts["signature.json"]), json.loads(parts["record/proof.json"])
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature["public_key"]))
    key.verify(base64.b64decode(signature["signature"]), parts["notice.json"])
    with pytest.raises(InvalidSignature):
        key.verify(base64.b64decode(signature["signature"]), parts["notice.json"] + b" ")
    for name, data in parts.items():
        if name.startswith("captures/"):
            assert name == f"captures/{hashlib.sha256(data).hexdigest()}.warc.gz"
    node, last, index = (
        hashlib.sha256(b"\x00" + parts["record/leaf.json"]).digest(),
        proof["size"] - 1,
        proof["index"],
    )
    for sibling in (bytes.fromhex(step) for step in proof["path"]):
        if index % 2 or index == last:
            node = hashlib.sha256(b"\x01" + sibling + node).digest()
            while index % 2 == 0 and index:
                index, last = index >> 1, last >> 1
        else:
            node = hashlib.sha256(b"\x01" + node + sibling).digest()
        index, last = index >> 1, last >> 1
    assert base64.b64encode(node).decode() in parts["record/checkpoint.txt"].decode().splitlines()[2]
