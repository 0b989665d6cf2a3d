"""Prove a published notice from its bundle alone: no database, no network, no settings."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from haidang.base.keys import verify as signature_holds
from haidang.base.record.canonical import canonical_json
from haidang.base.record.merkle import leaf_hash, verify_inclusion
from haidang.base.record.notes import NoteRefused, verify_note
from haidang.base.vault.warc import DamagedRecord, read_record

MAX_PART = 64 * 2**20  # bytes of one unpacked part; captures are capped at 5 MB when they are fetched
MAX_PARTS = 500


class NotABundle(ValueError):
    """The file is no evidence bundle; the sentence says what is wrong."""


@dataclass(frozen=True, slots=True)
class Finding:
    holds: bool
    says: str


@dataclass(frozen=True, slots=True)
class BundleReport:
    number: str
    version: int
    key_id: str
    findings: tuple[Finding, ...]

    @property
    def proven(self) -> bool:
        return all(finding.holds for finding in self.findings)


def check_bundle(data: bytes, *, trusted_key_id: str = "") -> BundleReport:
    """Check every link of a bundle. `trusted_key_id`: fingerprint published by the office. Raises `NotABundle`."""
    parts = _unpack(data)
    document, signature = _json(parts, "notice.json"), _json(parts, "signature.json")
    public = bytes.fromhex(signature["public_key"])
    key_id = hashlib.sha256(public).hexdigest()
    findings = (
        _of_document(parts, document),
        _of_key(key_id, signature["key_id"], trusted_key_id),
        _of_signature(parts, signature, public),
        *_of_captures(parts, document),
        *_of_record(parts, public),
    )
    return BundleReport(document["number"], document["version"], key_id, findings)


def _unpack(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_PARTS or any(info.file_size > MAX_PART for info in infos):
                raise NotABundle("The file unpacks to more than a bundle may hold; download it again.")
            return {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as broken:
        raise NotABundle("The file is not a whole ZIP file; download the bundle again.") from broken


def _json(parts: Mapping[str, bytes], name: str) -> dict[str, Any]:
    try:
        value = json.loads(parts[name])
    except KeyError:
        raise NotABundle(f"The bundle has no {name}; download it again from the notice's page.") from None
    except ValueError as broken:
        raise NotABundle(f"{name} in the bundle is not JSON; download it again.") from broken
    if not isinstance(value, dict):
        raise NotABundle(f"{name} in the bundle is not an object; download it again.")
    return value


def _of_document(parts: Mapping[str, bytes], document: dict[str, Any]) -> Finding:
    same = canonical_json(document).encode() == parts["notice.json"]
    return Finding(
        same, "The notice is in canonical form" if same else "notice.json is not in canonical form"
    )


def _of_key(key_id: str, stated: str, trusted: str) -> Finding:
    if key_id != stated:
        return Finding(False, "The public key does not have the fingerprint that the signature states")
    if trusted and key_id != trusted.lower():
        return Finding(False, f"The key {key_id} is not the one you trust ({trusted})")
    if trusted:
        return Finding(True, "The key is the one you trust")
    return Finding(True, f"Compare this fingerprint with the office's page 'How to verify': {key_id}")


def _of_signature(parts: Mapping[str, bytes], signature: dict[str, Any], public: bytes) -> Finding:
    holds = signature_holds(public, parts["notice.json"], signature["signature"])
    return Finding(
        holds, "The office's signature covers the notice" if holds else "The signature does not fit"
    )


def _of_captures(parts: Mapping[str, bytes], document: dict[str, Any]) -> list[Finding]:
    evidence = {item["warc_sha256"]: item for item in document["evidence"]}
    wanted = [*evidence, *(item["warc_sha256"] for item in document["claim"]["appearances"])]
    return [_of_capture(parts, sha256, evidence.get(sha256)) for sha256 in dict.fromkeys(wanted)]


def _of_capture(parts: Mapping[str, bytes], sha256: str, item: dict[str, Any] | None) -> Finding:
    name = f"captures/{sha256}.warc.gz"
    data = parts.get(name)
    if data is None:
        return Finding(False, f"{name} is missing")
    if hashlib.sha256(data).hexdigest() != sha256:
        return Finding(False, f"{name} has been changed")
    try:
        response = read_record(data)
    except DamagedRecord as damaged:
        return Finding(False, f"{name}: {damaged}")
    if item and (
        hashlib.sha256(response.body).hexdigest() != item["body_sha256"]
        or response.address != item["address"]
    ):
        return Finding(False, f"{name} is not the page that the notice cites")
    return Finding(True, f"The capture of {response.address} is whole")


def _of_record(parts: Mapping[str, bytes], public: bytes) -> list[Finding]:
    leaf, proof = _json(parts, "record/leaf.json"), _json(parts, "record/proof.json")
    body = leaf.get("body", {})
    named = body.get("canonical_sha256") == hashlib.sha256(parts["notice.json"]).hexdigest()
    findings = [
        Finding(named, "The record names this notice" if named else "The record names another notice")
    ]
    try:
        head = verify_note(parts.get("record/checkpoint.txt", b"").decode(), public)
    except (NoteRefused, UnicodeDecodeError) as bad:
        return [*findings, Finding(False, f"The checkpoint is not valid: {bad}")]
    inside = head.size == proof["size"] and verify_inclusion(
        leaf_hash(parts["record/leaf.json"]),
        proof["index"],
        proof["size"],
        [bytes.fromhex(step) for step in proof["path"]],
        bytes.fromhex(head.root),
    )
    return [
        *findings,
        Finding(inside, "The notice is in the record" if inside else "The proof does not reach the root"),
    ]
