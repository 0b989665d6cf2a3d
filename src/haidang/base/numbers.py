"""Running numbers of a series and year, without gaps or repeats: 2026-0001, 2026-0002."""

from django.db.models import F

from haidang.base.models import RunningNumber
from haidang.base.record.log import require_transaction


def next_number(series: str, year: int) -> str:
    """Take the next number; it is given back if the caller's transaction fails. Raises OutsideTransaction.

    The row stays locked until then, so two callers cannot take the same number.
    """
    require_transaction(f"A number of the series '{series}' was taken")
    row, _ = RunningNumber.objects.select_for_update().get_or_create(series=series, year=year)
    RunningNumber.objects.filter(pk=row.pk).update(last=F("last") + 1)
    return f"{year}-{row.last + 1:04}"
