"""Arrow batches in and out."""

from datetime import UTC, datetime
from typing import Any

import pytest

from haidang.engine.grouping import StoryIndex
from haidang.engine.retrieval import ClaimIndex, KnownItem
from haidang.engine.screening import BadBatch, ScreenedBatches, Tools, screen_batch
from haidang.engine.screening.arrow import screened_schema
from haidang.engine.spotting import PlaceWords

pa: Any = pytest.importorskip("pyarrow", reason="the extra `archive` is not installed")

AT = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)
RUMOUR = "Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông"
REVIEW = KnownItem("2026-0001", "vi", RUMOUR, "Cầu Cây Được không sập", AT.date())
TIME = pa.timestamp("us", "UTC")


def tools() -> Tools:
    return Tools(place=PlaceWords(("ca mau",)), stories=StoryIndex(), claims=ClaimIndex([REVIEW]))


def batch(**columns: Any) -> Any:
    return pa.RecordBatch.from_pydict(columns)


def test_one_row_comes_out_for_each_that_goes_in() -> None:
    given = batch(
        key=[7, 8, 9],
        title=[RUMOUR, None, RUMOUR],
        html=[None, b" ", None],
        at=pa.array([AT] * 3, TIME),
    )
    out = screen_batch(given, tools())
    assert out.schema == screened_schema()
    first, empty, copy = out.to_pylist()
    assert [row["key"] for row in (first, empty, copy)] == [7, 8, 9]
    (sentence,) = first["sentences"]
    assert sentence["known"][0]["key"] == "2026-0001"
    assert RUMOUR[sentence["start"] : sentence["end"]] == sentence["quote"]
    assert (first["story"], copy["story"], copy["copy_of"], copy["sentences"]) == (7, 7, 7, [])
    assert first["failed_in"] is None
    assert (empty["language"], empty["sentences"]) == ("", [])


def test_a_page_that_cannot_be_read_is_a_row_with_its_reason() -> None:
    given = batch(key=[1, 2], html=[b"%PDF", b"<html><p>x"], content_type=["application/pdf", "text/html"])
    first, second = screen_batch(given, Tools(place=PlaceWords())).to_pylist()
    assert (first["failed_in"], first["failure"]) == ("reading", "not_a_page")
    assert first["why"].endswith(".")
    assert second["failed_in"] is None


def test_bytes_that_are_no_text_and_a_time_that_is_none_harm_their_own_row_only() -> None:
    broken = pa.array([b"C\xff\xfeu", RUMOUR.encode()], pa.binary()).view(pa.string())
    times = pa.array([2**62, int(AT.timestamp() * 1e6)], pa.int64()).view(TIME)
    first, second = screen_batch(batch(key=[1, 2], title=broken, at=times), tools()).to_pylist()
    assert (first["failed_in"], first["failure"]) == ("placing", "no_time")
    assert (second["failed_in"], len(second["sentences"])) == (None, 1)


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        ({"title": ["x"]}, "`key`"),
        ({"key": [None], "title": ["x"]}, "`key`"),
        ({"key": ["one"]}, "`key`"),
        ({"key": [1], "title": [[1]]}, "`title`"),
        ({"key": [1], "at": ["yesterday"]}, "`at`"),
        ({"key": [1], "at": [datetime(2026, 5, 12)]}, "`at`"),  # noqa: DTZ001 - that is the fault
    ],
)
def test_a_batch_of_another_form_is_refused_by_naming_the_column(columns: dict[str, Any], named: str) -> None:
    with pytest.raises(BadBatch, match=named):
        screen_batch(batch(**columns), tools())


def test_stories_go_on_from_batch_to_batch() -> None:
    worker = ScreenedBatches(tools())
    batches = [batch(key=[key], title=[RUMOUR], at=pa.array([AT], TIME)) for key in (1, 2)]
    assert [out.to_pylist()[0]["story"] for out in worker(batches)] == [1, 1]


def test_an_empty_batch_gives_an_empty_batch() -> None:
    given = batch(key=pa.array([], pa.int64()))
    assert screen_batch(given, tools()).num_rows == 0
