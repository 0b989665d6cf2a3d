"""The parent's side: start the child, ask it, and kill it when it takes too long."""

import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self, TypeVar, cast

from haidang.base.sandbox.errors import ParseFailed
from haidang.base.sandbox.messages import (
    Call,
    Done,
    Failed,
    NotPlain,
    PipeClosed,
    PipeSlow,
    Prepare,
    packed,
    receive,
    send,
    unpacked_plain,
)

P = ParamSpec("P")
R = TypeVar("R")

# Starting and importing is our own code: trafilatura needs 2 s, more on a busy machine.
START_S = 60
MAX_ANSWER = 64 * 2**20

# No secret of the parent's environment is any business of the child.
_PASSED_ON = ("HOME", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "PATH", "TZ")
_ONE_THREAD = {"MALLOC_ARENA_MAX": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class NotImportable(TypeError):
    """A function that the child cannot find by name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} cannot run in the sandbox; give it a function at the top of a module.")


class Sandbox:
    """One child process for calls of importable functions; one call at a time, from any thread."""

    def __init__(self, *, wall_s: float = 10.0, cpu_s: int = 10, memory_mb: int = 768) -> None:
        self._wall_s = wall_s
        self._cpu_s = cpu_s
        self._memory_mb = memory_mb
        self._lock = threading.Lock()
        self._child: _Child | None = None

    def call(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function returns, in plain values. Raises ParseFailed for everything else."""
        module, name = function.__module__, function.__qualname__
        if module == "__main__" or "<" in name:
            raise NotImportable(f"{module}.{name}")
        call = packed(Call(module, name, self._cpu_s, args, kwargs))
        with self._lock:
            child = self._living_child()
            try:
                if (module, name) not in child.prepared:
                    child.ask(packed(Prepare(module, name, START_S)), within_s=START_S)
                    child.prepared.add((module, name))
                return cast("R", child.ask(call, within_s=self._wall_s))
            finally:
                if child.spoilt:
                    self._drop()

    def close(self) -> None:
        """End the child; a later call starts another."""
        with self._lock:
            self._drop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _living_child(self) -> "_Child":
        """Our child; not one that died while idle, nor one that belongs to the process that forked us."""
        if self._child is None or not self._child.usable():
            self._drop()
            self._child = _Child(self._memory_mb)
        return self._child

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


class _Child:
    """One running child; `spoilt` once it can no longer be trusted to answer the next call."""

    def __init__(self, memory_mb: int) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-c", f"from haidang.base.sandbox.child import main; main({memory_mb:d})"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd="/",
            env=_environment(),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._to, False)
        self._owner = os.getpid()
        # Runs at the latest when the interpreter ends, so that no child outlives it and nothing waits for it.
        self.end = weakref.finalize(self, _end, self._process, self._owner)
        self.prepared: set[tuple[str, str]] = set()
        self.spoilt = False

    def usable(self) -> bool:
        return self._owner == os.getpid() and self._process.poll() is None

    def ask(self, message: bytes, *, within_s: float) -> object:
        """The child's answer. Raises ParseFailed."""
        self.spoilt = True  # until a whole answer is here
        until = time.monotonic() + within_s
        try:
            send(self._to, message, until=until)
            answer = unpacked_plain(receive(self._from, until=until, limit=MAX_ANSWER))
        except PipeSlow as error:
            sentence = f"Reading took longer than {within_s:g} seconds and was stopped."
            raise ParseFailed("deadline", sentence) from error
        except PipeClosed as error:
            raise self._how_it_ended() from error
        except NotPlain as error:
            raise ParseFailed(
                "not_plain", f"The reader returned {error}, which is no plain value."
            ) from error
        if isinstance(answer, Done):
            self.spoilt = False
            return answer.value
        if not isinstance(answer, Failed):
            raise ParseFailed("not_plain", "The reader answered something that was not asked.")
        self.spoilt = answer.code == "memory"  # what is left after that is not to be trusted
        raise _parse_failed(answer)

    def _how_it_ended(self) -> ParseFailed:
        try:
            code = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            code = 0
        if code == -signal.SIGXCPU:
            return ParseFailed("cpu", "Reading used up its processor time and was stopped.")
        how = f"was killed by signal {-code}" if code < 0 else "ended without an answer"
        return ParseFailed("crash", f"The reader {how}; the page is left unread.")


def _parse_failed(answer: Failed) -> ParseFailed:
    if answer.code == "memory":
        return ParseFailed("memory", "Reading needed more memory than allowed and was stopped.")
    if answer.code:
        return ParseFailed(answer.code, answer.sentence)
    return ParseFailed(
        "failed", f"The reader stopped with {answer.kind}: {answer.sentence or 'no reason given'}."
    )


def _environment() -> dict[str, str]:
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    return {**passed_on, **_ONE_THREAD, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}


def _end(process: "subprocess.Popen[bytes]", owner: int) -> None:
    """Kill our child and let go of its pipes; of a child inherited by a fork, only the pipes."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    if owner == os.getpid():
        process.kill()
        process.wait()
    else:
        process.returncode = 0  # not ours to wait for
