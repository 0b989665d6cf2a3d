"""The processes that a trial kills, and the acknowledgements that each gave before it died."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any

TRIES_PAUSE_S = 0.05


@dataclass
class Worker:
    """`haidang worker --json`; every line it prints is a promise that a revision is stored for good."""

    promised: list[dict[str, Any]] = field(default_factory=list)
    first_promise_s: list[float] = field(default_factory=list)
    _process: subprocess.Popen[str] | None = None
    _reader: threading.Thread | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "haidang", "worker", "--json"]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
        )
        self._reader = threading.Thread(target=self._listen, args=(self._process, time.monotonic()))
        self._reader.start()

    def _listen(self, process: subprocess.Popen[str], began: float) -> None:
        assert process.stdout is not None
        first = True
        for line in process.stdout:
            try:
                self.promised.append(json.loads(line))
            except ValueError:
                continue  # half a line: the kill came while it was printed, so nobody was told
            if first:
                self.first_promise_s.append(time.monotonic() - began)
                first = False

    def kill(self) -> None:
        assert self._process is not None
        assert self._reader is not None
        self._process.kill()
        self._process.wait()
        self._reader.join(timeout=10)


@dataclass
class Server:
    """The real server; a client registers one source after the other and notes each that was acknowledged."""

    port: int
    cookies: str
    token: str
    promised: list[str] = field(default_factory=list)
    sent: int = 0
    _process: subprocess.Popen[bytes] | None = None
    _client: threading.Thread | None = None
    _stop: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        from haidang.commands.run import server_and_worker

        self._stop.clear()
        command = list(server_and_worker("127.0.0.1", self.port)[0].command)
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self._client = threading.Thread(target=self._register_for_ever)
        self._client.start()

    def _register_for_ever(self) -> None:
        while not self._stop.is_set():
            self.sent += 1
            name = f"killed-{self.sent}-{random.randrange(10**9)}"
            if self._register(f"https://{name}.example/feed"):
                self.promised.append(f"https://{name}.example/feed")
            time.sleep(TRIES_PAUSE_S)

    def _register(self, address: str) -> bool:
        body = json.dumps({"name": "trial", "address": address, "on": False}).encode()
        headers = {"Content-Type": "application/json", "Cookie": self.cookies, "X-CSRFToken": self.token}
        target = f"http://127.0.0.1:{self.port}/api/desk/sources"
        request = urllib.request.Request(target, data=body, headers=headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return bool(answer.status == 201)
        except urllib.error.HTTPError as refused:
            if refused.code < 500:
                raise
            return False
        except OSError:
            return False

    def kill(self) -> None:
        assert self._process is not None
        assert self._client is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._stop.set()
        self._client.join(timeout=10)
