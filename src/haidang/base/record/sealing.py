"""Sign a checkpoint when the log has grown and the last one is old enough. Run by the worker."""

from datetime import datetime, timedelta

from django.db import transaction

from haidang.base.models import Checkpoint, LogHead
from haidang.base.record.checkpoint import make_checkpoint

EVERY = timedelta(hours=1)  # reliability goal: at least daily; hourly keeps every bundle provable soon


def seal_if_due(at: datetime) -> bool:
    """True when a checkpoint was made."""
    last = Checkpoint.objects.order_by("-size").first()
    head = LogHead.objects.first()
    if head is None or head.size == 0 or (last and (last.size >= head.size or at - last.made_at < EVERY)):
        return False
    with transaction.atomic():
        make_checkpoint(at)
    return True
