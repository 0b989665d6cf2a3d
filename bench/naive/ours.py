"""Our side of the comparison: the shipped path over Arrow batches, with the CPU time of every stage."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from haidang.engine.grouping import StoryIndex
from haidang.engine.screening import Screened, Tools, Unscreened, screen_batch, screen_with

# The whole country and its neighbours in the news: much more is looked up than for one province.
PLACE = (
    "Việt Nam", "Hà Nội", "TP HCM", "Đà Nẵng", "Huế", "Hải Phòng", "Cần Thơ", "Cà Mau", "Vietnam", "UK", "Britain",
    "England", "London", "US", "United States", "America", "Washington", "New York",
)  # fmt: skip
WINDOW = timedelta(days=7)  # as the desk
BATCH = 1_000


class Meter:
    """CPU seconds by stage; a stage lasts until the next begins."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._stage, self._began = "", time.process_time()

    def __call__(self, stage: str) -> None:
        now = time.process_time()
        if self._stage:
            self.spent[self._stage] += now - self._began
        self._stage, self._began = stage, now

    def total(self) -> float:
        return sum(self.spent.values())


def batches(items: Iterable[Unscreened]) -> Iterator[list[Unscreened]]:
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def screened(tools: Tools, batch: Sequence[Unscreened]) -> list[Screened]:
    """Screen a list, without Arrow; the stories older than the window are forgotten as on the desk."""
    _forget(tools.stories, batch)
    return list(screen_with(tools, batch))


def screened_arrow(tools: Tools, batch: Sequence[Unscreened], given: Any, meter: Meter) -> Any:
    meter("forgetting")
    _forget(tools.stories, batch)
    meter("")
    return screen_batch(given, tools, observe=meter)


def as_arrow(batch: Sequence[Unscreened]) -> Any:
    import pyarrow as pa

    columns = {
        "key": pa.array([item.key for item in batch], pa.int64()),
        "at": pa.array([item.at for item in batch], pa.timestamp("us", "UTC")),
    }
    for name in ("title", "text", "language", "content_type", "address"):
        columns[name] = pa.array([getattr(item, name) for item in batch], pa.string())
    columns["html"] = pa.array([item.html for item in batch], pa.large_binary())
    return pa.RecordBatch.from_pydict(columns)


def resident_mb() -> float | None:
    """Memory of this process now; None where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)


def _forget(stories: StoryIndex | None, batch: Sequence[Unscreened]) -> None:
    newest = max((item.at for item in batch if item.at is not None), default=None)
    if stories is not None and newest is not None:
        stories.forget_before(newest - WINDOW)
