"""Server and worker run as one command and end together."""

import os
import signal
import sys
import threading
import time

from haidang.commands.supervise import Part, supervise


def stop_soon() -> None:
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()


def test_every_part_ends_when_the_command_is_told_to_stop() -> None:
    sleeper = (sys.executable, "-c", "import time; time.sleep(60)")
    began = time.monotonic()
    assert supervise([Part("server", sleeper, vital=True)], environment={}, ready=stop_soon) == 0
    assert time.monotonic() - began < 30


def test_when_the_server_ends_everything_ends_with_an_error(capfd: object) -> None:
    parts = [Part("server", (sys.executable, "-c", "raise SystemExit(3)"), vital=True)]
    assert supervise(parts, environment={}, ready=lambda: None) == 1


def test_a_worker_that_ended_is_started_again(tmp_path: object, monkeypatch: object) -> None:
    marks = f"{tmp_path}/marks"
    script = f"open({marks!r}, 'a').write('x')"
    worker = Part("worker", (sys.executable, "-c", script), vital=False)
    monkeypatch.setattr("haidang.commands.supervise.RESTART_AFTER_S", 0.01)  # type: ignore[attr-defined]
    timer = threading.Timer(3.0, os.kill, (os.getpid(), signal.SIGTERM))
    assert supervise([worker], environment={}, ready=timer.start) == 0
    with open(marks) as file:  # noqa: PTH123  # a path as text is enough here
        assert len(file.read()) > 1
