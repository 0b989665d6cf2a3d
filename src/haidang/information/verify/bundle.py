"""Pack a published version with everything that proves it: document, signature, captures, place in the record."""

import io
import json
import zipfile

from haidang.base import record
from haidang.base.keys import office_key
from haidang.base.models import Checkpoint, LogEntry
from haidang.base.vault import Vault
from haidang.information.verify.models import Review

FIXED_TIME = (2020, 1, 1, 0, 0, 0)  # the same version always gives the same bytes
READ_ME = """\
GÓI BẰNG CHỨNG / EVIDENCE BUNDLE {number}, bản/version {version}

Kiểm tra không cần mạng / Check it without a network:
    haidang verify-evidence {name}

Hoặc tự làm / or by yourself:
1. notice.json: văn bản đã công bố; chữ ký Ed25519 trong signature.json ký đúng các byte này.
   The published document; the Ed25519 signature in signature.json covers exactly these bytes.
2. captures/*.warc.gz: tên tệp là SHA-256 của tệp. The file name is the SHA-256 of the file.
3. record/leaf.json nằm trong nhật ký; proof.json dẫn tới gốc cây ghi trong checkpoint.txt (RFC 6962).
   record/leaf.json is in the log; proof.json leads to the tree root in checkpoint.txt (RFC 6962).
4. So dấu vân tay khoá với trang Cách kiểm tra của chúng tôi: {key_id}
   Compare the fingerprint of the key with our page How to verify.
"""


class NoCheckpoint(Exception):
    """The record has no signed checkpoint that covers this version yet; the worker makes one every hour."""

    def __init__(self) -> None:
        super().__init__("No signed checkpoint covers this version yet; run `haidang worker` and try again.")


def bundle_name(review: Review) -> str:
    return f"haidang-{review.case.number}-v{review.version}.zip"


def build_bundle(review: Review, *, vault: Vault) -> bytes:
    """The bundle of a published version as a ZIP file. Raises `vault.Damaged`, `vault.Missing`, `NoCheckpoint`."""
    parts: dict[str, bytes] = {
        "READ-ME.txt": READ_ME.format(
            number=review.case.number, version=review.version, name=bundle_name(review), key_id=review.key_id
        ).encode(),
        "notice.json": review.canonical.encode(),
        "signature.json": _signature(review),
        **_place_in_record(review),
    }
    document = json.loads(review.canonical)
    captures = {item["warc_sha256"] for item in (*document["evidence"], *document["claim"]["appearances"])}
    for sha256 in sorted(captures):
        parts[f"captures/{sha256}.warc.gz"] = vault.get(sha256)
    return _zip(parts)


def _signature(review: Review) -> bytes:
    return record.canonical_json(
        {
            "algorithm": "Ed25519",
            "key_id": review.key_id,
            "public_key": office_key().public_bytes.hex(),
            "signature": review.signature,
            "signs": "notice.json",
        }
    ).encode()


def _place_in_record(review: Review) -> dict[str, bytes]:
    entry = LogEntry.objects.get(index=review.log_index or 0)
    checkpoint = Checkpoint.objects.filter(size__gt=entry.index).order_by("size").first()
    if checkpoint is None:
        raise NoCheckpoint
    path = record.inclusion_for(entry.index, checkpoint.size)
    proof: dict[str, record.JsonValue] = {"index": entry.index, "size": checkpoint.size, "path": list(path)}
    return {
        "record/leaf.json": entry.leaf.encode(),
        "record/proof.json": record.canonical_json(proof).encode(),
        "record/checkpoint.txt": checkpoint.note.encode(),
    }


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
