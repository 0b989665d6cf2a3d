"""Run the desk as one command: server and worker as children that end with their parent."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

PR_SET_PDEATHSIG = 1
GRACE_S = 10.0
PAUSE_S = 0.5
RESTART_AFTER_S = 2.0


@dataclass(frozen=True, slots=True)
class Part:
    """One child process; `vital`: when it ends, everything ends, otherwise it is started again."""

    name: str
    command: Sequence[str]
    vital: bool


def die_with_parent() -> None:
    """In the child, before exec: a killed parent takes its children along (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def supervise(parts: Sequence[Part], *, environment: Mapping[str, str], ready: Callable[[], None]) -> int:
    """Start every part, call `ready` once, keep them running until a vital one ends or a signal comes."""
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda which, _frame: asked.append(which))
    children = {part.name: _start(part, environment) for part in parts}
    ready()
    code = 0
    while not asked:
        time.sleep(PAUSE_S)
        for part in parts:
            ended = children[part.name].poll()
            if ended is None:
                continue
            if part.vital:
                print(f"The {part.name} has ended with code {ended}; see the lines above.", file=sys.stderr)
                asked.append(signal.SIGTERM)
                code = 1
            else:
                print(f"The {part.name} has ended with code {ended}; starting it again.", file=sys.stderr)
                time.sleep(RESTART_AFTER_S)
                children[part.name] = _start(part, environment)
    _stop(children)
    return code


def _start(part: Part, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # our own programs with our own arguments
        list(part.command),
        env={**os.environ, **environment},
        preexec_fn=die_with_parent,  # noqa: PLW1509  # no thread runs in the supervisor
        start_new_session=True,
    )


def _stop(children: Mapping[str, subprocess.Popen[bytes]]) -> None:
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    end = time.monotonic() + GRACE_S
    for child in children.values():
        try:
            child.wait(timeout=max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
