"""Switch a watched place off and on again."""

from datetime import datetime

from django.db import transaction

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base import record
from haidang.information.collect.models import Source, SourceState


def switch_source(*, source: Source, on: bool, by: User, at: datetime) -> Source:
    """Pause a source, or look at it again at once with a clean slate. Raises `NotAllowed`.

    A switch that is already where it should be changes nothing and is not logged.
    """
    access.require(by, "source.switch")
    with transaction.atomic():
        fresh = Source.objects.select_for_update().get(pk=source.pk)
        if on == (fresh.state != SourceState.PAUSED):
            return fresh
        fresh.state = SourceState.ACTIVE if on else SourceState.PAUSED
        fresh.failures, fresh.last_reason, fresh.due_at = 0, "", at
        fresh.save(update_fields=["state", "failures", "last_reason", "due_at"])
        record.append(act="source.switched", subject=fresh, by=by, at=at, body={"on": on})
    return fresh
