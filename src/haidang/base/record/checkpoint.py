"""Sign the head of the log for witnesses outside, and prove that an entry is in it."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from haidang.base.keys import office_key
from haidang.base.models import Checkpoint, LogEntry
from haidang.base.record.log import locked_head
from haidang.base.record.merkle import Frontier, sibling_ranges
from haidang.base.record.notes import TreeHead, checkpoint_note


class LogIncomplete(Exception):
    """Entries that a proof needs are not there."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(
            f"Entries {start} to {end - 1} of the log are not all there; run `haidang verify-log`."
        )


def log_origin() -> str:
    """The name of this office's log in its checkpoints: the site's address without scheme, and `/log`."""
    parts = urlsplit(settings.HAIDANG_ADDRESS)
    return f"{parts.netloc}{parts.path.rstrip('/')}/log"


def make_checkpoint(at: datetime) -> Checkpoint:
    """Sign the log as it stands; the checkpoint that this size already has is returned as it is."""
    with transaction.atomic():
        head = locked_head()
        existing = Checkpoint.objects.filter(size=head.size).first()
        if existing is not None:
            return existing
        root = Frontier.of(head.size, head.frontier).root().hex()
        note = checkpoint_note(TreeHead(log_origin(), head.size, root), office_key())
        return Checkpoint.objects.create(size=head.size, root_sha256=root, note=note, made_at=at)


def inclusion_for(index: int, size: int) -> list[str]:
    """The proof, in hex, that entry `index` is in the log at `size`. Reads every leaf hash once."""
    return [_root_between(start, end).hex() for start, end in sibling_ranges(index, size)]


def _root_between(start: int, end: int) -> bytes:
    hashes = (
        LogEntry.objects.filter(index__gte=start, index__lt=end)
        .order_by("index")
        .values_list("leaf_sha256", flat=True)
    )
    frontier = Frontier()
    for text in hashes.iterator(chunk_size=5000):
        frontier.append(bytes.fromhex(text))
    if frontier.size != end - start:
        raise LogIncomplete(start, end)
    return frontier.root()
