"""Workers with connections of their own to a database that is really there: a file, or PostgreSQL.

The SQLite database of the tests lives in memory and in one connection; locks mean nothing there. So on SQLite
the workers are given a file in the settings of the product (WAL, IMMEDIATE), with the tables they need.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from django.db import connection, connections, models

T = TypeVar("T")


class Workers:
    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *tables: type[models.Model]) -> None:
        if connection.vendor == "sqlite":
            own = {**connections.settings["default"], "NAME": str(tmp_path / "workers.sqlite3")}
            monkeypatch.setitem(connections.settings, "default", own)
            self.one(lambda: _make_tables(tables))

    def one(self, job: Callable[[], T]) -> T:
        """Let one worker do a job."""
        return self.race(job, count=1)[0]

    def race(self, job: Callable[[], T], count: int = 2) -> list[T]:
        """Let several workers start the same job at the same moment."""
        return self.together(*[job] * count)

    def together(self, *jobs: Callable[[], T]) -> list[T]:
        """Let each job be done by a worker of its own, all starting at the same moment."""
        start = threading.Barrier(len(jobs))

        def work(job: Callable[[], T]) -> T:
            start.wait(10)
            try:
                return job()
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(jobs)) as pool:
            return list(pool.map(work, jobs))


def _make_tables(tables: tuple[type[models.Model], ...]) -> None:
    with connections["default"].schema_editor() as editor:
        for table in tables:
            editor.create_model(table)
