"""Times as pages and feeds print them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.reading.times import VIETNAM, read_time


@pytest.mark.parametrize(
    ("stated", "time"),
    [
        ("2026-05-12T07:42:00+07:00", datetime(2026, 5, 12, 0, 42, tzinfo=UTC)),
        ("2026-05-12T00:42:00Z", datetime(2026, 5, 12, 0, 42, tzinfo=UTC)),
        ("2026-05-12T00:42:00.123+0000", datetime(2026, 5, 12, 0, 42, tzinfo=UTC)),
        ("2026-05-12 07:42", datetime(2026, 5, 12, 0, 42, tzinfo=UTC)),
        ("2026-05-12", datetime(2026, 5, 11, 17, 0, tzinfo=UTC)),
        ("Tue, 12 May 2026 07:42:00 +0700", datetime(2026, 5, 12, 0, 42, tzinfo=UTC)),
        ("Tue, 12 May 2026 00:42:00 -0000", datetime(2026, 5, 12, 0, 42, tzinfo=UTC)),
        ("Thứ ba, 12/5/2026, 07:42 (GMT+7)", datetime(2026, 5, 12, 0, 42, tzinfo=UTC)),
        ("07:42 12/05/2026", datetime(2026, 5, 12, 0, 42, tzinfo=UTC)),
        ("12/05/2026", datetime(2026, 5, 11, 17, 0, tzinfo=UTC)),
        ("31/02/2026", None),
        ("2026-13-45", None),
        ("1970-01-01", None),
        ("hôm qua", None),
        ("", None),
    ],
)
def test_a_stated_time_is_read_as_utc(stated: str, time: datetime | None) -> None:
    assert read_time(stated, zone=VIETNAM) == time


@given(st.text() | st.from_regex(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?"))
def test_any_text_is_a_time_or_none(stated: str) -> None:
    found = read_time(stated)
    assert found is None or found.tzinfo is not None
