"""Who may have a place watched, and what the form says to values that cannot be used."""

from typing import Any

import pytest

from haidang.accounts.access import NotAllowed
from haidang.base.models import LogEntry
from haidang.information.collect.models import Source, SourceState
from haidang.information.collect.register_source import SourceInvalid, SourceKnown, register_source
from tests.cast import NOON, Cast

FEED = "https://bao-mau.example/rss"


def register(cast: Cast, **changes: Any) -> Source:
    return register_source(**{"name": "Báo Mẫu", "address": FEED, "by": cast.mai, "at": NOON, **changes})


def test_the_coordinator_registers_a_source_and_the_record_says_so(cast: Cast) -> None:
    source = register(cast, name="  Báo   Mẫu ")
    assert (source.name, source.state, source.due_at) == ("Báo Mẫu", SourceState.ACTIVE, NOON)
    entry = LogEntry.objects.get(act="source.registered")
    assert entry.subject_key == str(source.pk)
    assert str(cast.mai.public_id) in entry.actor


def test_a_source_can_be_registered_switched_off(cast: Cast) -> None:
    assert register(cast, on=False).state == SourceState.PAUSED


def test_a_screener_cannot_register_a_source(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        register(cast, by=cast.lan)
    assert not Source.objects.exists()


def test_an_address_that_is_watched_already_is_named(cast: Cast) -> None:
    first = register(cast)
    with pytest.raises(SourceKnown, match="Báo Mẫu") as known:
        register(cast, name="Lần nữa", address=f"{FEED}?utm_source=mail#top")
    assert known.value.source == first
    assert known.value.field == "address"
    assert LogEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "   "),
        ("name", "x" * 121),
        ("address", "bao-mau.example/rss"),
        ("address", "ftp://bao-mau.example/rss"),
        ("address", "javascript:alert(1)"),
        ("address", "https:///rss"),
        ("address", "https://bao mau.example/rss"),
        ("address", "https://[bao-mau/rss"),
        ("address", "https://an:mat-khau@bao-mau.example/rss"),
        ("address", "https://bao-mau.example/" + "x" * 1000),
        ("kind", "telepathy"),
        ("language", "tiếng Việt"),
        ("language", "v"),
        ("interval_s", 1),
        ("interval_s", 10**9),
    ],
)
def test_a_value_that_cannot_be_used_is_named(cast: Cast, field: str, value: object) -> None:
    with pytest.raises(SourceInvalid) as invalid:
        register(cast, **{field: value})
    assert invalid.value.field == field
    assert str(invalid.value).endswith(".")
    assert not Source.objects.exists()
    assert not LogEntry.objects.exists()
