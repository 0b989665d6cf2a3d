"""The replay as a process of its own, so that its processor time is not counted as the collector's."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]


class ReplayProcess:
    """`python -m bench.replay_items` with these arguments, until closed."""

    def __init__(self, arguments: Sequence[str]) -> None:
        command = [sys.executable, "-m", "bench.replay_items", *arguments]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        ready = json.loads(self._process.stdout.readline() or '{"address": ""}')
        self.address: str = ready["address"]
        if not self.address:
            raise RuntimeError("The replay did not start; its own message stands above.")

    @property
    def door(self) -> str:
        """`127.0.0.1:PORT`, for HAIDANG_NET_EXCEPTIONS."""
        return self.address.removeprefix("http://")

    def feeds(self) -> list[dict[str, Any]]:
        feeds: list[dict[str, Any]] = self._get("/feeds.json")
        return feeds

    def summary(self) -> dict[str, Any]:
        summary: dict[str, Any] = self._get("/summary.json")
        return summary

    def advance(self) -> int:
        request = urllib.request.Request(f"{self.address}/advance", method="POST")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(json.load(answer)["stage"])

    def _get(self, path: str) -> Any:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=60) as answer:
            return json.load(answer)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
