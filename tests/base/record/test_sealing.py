"""The worker signs the log by the hour, and only when it has grown."""

import pytest

from haidang.base import record
from haidang.base.models import Checkpoint
from haidang.base.record.sealing import seal_if_due
from tests.base.record.test_log import acts
from tests.fakes.clock import FakeClock

pytestmark = pytest.mark.django_db


def test_an_empty_log_is_not_sealed() -> None:
    assert not seal_if_due(FakeClock()())


def test_a_log_is_sealed_when_it_has_grown_and_an_hour_has_passed() -> None:
    clock = FakeClock()
    record.append_many(acts(3))
    assert seal_if_due(clock())
    assert not seal_if_due(clock.advance(hours=2))  # it has not grown
    record.append_many(acts(1))
    assert seal_if_due(clock())
    record.append_many(acts(1))
    assert not seal_if_due(clock.advance(minutes=59))
    assert seal_if_due(clock.advance(minutes=1))
    assert list(Checkpoint.objects.values_list("size", flat=True)) == [3, 4, 5]
