"""Keep bytes as fetched: the WARC record goes into the vault first, its row is written later."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256

from haidang.base.net import Fetched
from haidang.base.vault import Vault
from haidang.base.vault.warc import warc_record
from haidang.information.collect.models import Capture
from haidang.information.collect.parsing import clean


@dataclass(frozen=True, slots=True)
class KeptBytes:
    """Bytes that are in the vault: what their row will say."""

    address: str
    fetched_at: datetime
    status: int
    content_type: str
    length: int
    body_sha256: str
    warc_sha256: str


def keep_bytes(fetched: Fetched, vault: Vault) -> KeptBytes:
    """Put the answer into the vault; it is on disk when this returns."""
    warc_sha256 = vault.put(
        warc_record(
            address=fetched.address,
            status=fetched.status,
            headers=fetched.headers,
            body=fetched.body,
            fetched_at=fetched.fetched_at,
            peer=fetched.peer,
        )
    )
    return KeptBytes(
        address=fetched.address[:2000],
        fetched_at=fetched.fetched_at,
        status=fetched.status,
        content_type=clean(fetched.content_type)[:200],
        length=len(fetched.body),
        body_sha256=sha256(fetched.body).hexdigest(),
        warc_sha256=warc_sha256,
    )


def save_captures(kept: Iterable[KeptBytes]) -> tuple[dict[str, Capture], list[Capture]]:
    """Rows for these bytes by WARC hash, and which of them are new. Inside the caller's transaction.

    The same bytes at the same second, stored by another worker, are the same capture.
    """
    wanted = {item.warc_sha256: item for item in kept}
    known = {row.warc_sha256: row for row in Capture.objects.filter(warc_sha256__in=wanted)}
    new = Capture.objects.bulk_create(
        [Capture(**asdict(item)) for key, item in wanted.items() if key not in known]
    )
    return {**known, **{row.warc_sha256: row for row in new}}, new
