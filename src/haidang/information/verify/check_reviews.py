"""Prove that every published version still stands: signature, captures, place in the record. Used by doctor."""

import json
from collections.abc import Iterator

from haidang.base.hashes import sha256_hex
from haidang.base.keys import office_key, verify
from haidang.base.models import LogEntry
from haidang.base.vault import Damaged, Missing, Vault
from haidang.information.verify.models import Review, ReviewState


def problems_of_reviews(*, vault: Vault) -> Iterator[str]:
    """One sentence a problem; none when all is well."""
    public = office_key().public_bytes
    shown = Review.objects.filter(state__in=[ReviewState.PUBLISHED, ReviewState.SUPERSEDED]).select_related(
        "case"
    )
    for review in shown.iterator(chunk_size=200):
        name = f"Notice {review}"
        if sha256_hex(review.canonical.encode()) != review.canonical_sha256:
            yield f"{name}: its text no longer fits its own hash; restore it from a bundle or backup."
        if not verify(public, review.canonical.encode(), review.signature):
            yield f"{name}: the signature does not fit; restore it from a bundle or backup."
        yield from (f"{name}: {problem}" for problem in _of_record(review))
        yield from (f"{name}: {problem}" for problem in _of_captures(review, vault))


def _of_record(review: Review) -> Iterator[str]:
    entry = LogEntry.objects.filter(index=review.log_index or 0).first()
    if entry is None or json.loads(entry.leaf)["body"].get("canonical_sha256") != review.canonical_sha256:
        yield "the record does not name it; run `haidang verify-log`."


def _of_captures(review: Review, vault: Vault) -> Iterator[str]:
    for item in json.loads(review.canonical)["evidence"]:
        try:
            vault.get(item["warc_sha256"])
        except (Damaged, Missing) as lost:
            yield f"evidence '{item['title']}': {lost}"
