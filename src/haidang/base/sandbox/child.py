"""The child: reads one call after another from standard input, and answers until its parent is gone.

The parent starts it with `main(memory_mb)`. It must stay light: it is started anew after each kill.
"""

import importlib
import io
import os
import queue
import resource
import signal
import sys
import threading
from collections.abc import Callable

from haidang.base.sandbox.messages import Call, Done, Failed, PipeClosed, Prepare, packed, read_message

SENTENCE = 400
WARM_UP_FILE = 256 * 2**20  # bytes: the language model unpacks itself through a temporary file


def answer(message: Prepare | Call) -> bytes:
    """Do what the message asks and pack the outcome; every exception becomes a Failed."""
    try:
        allow_cpu(message.cpu_s)
        if isinstance(message, Prepare):
            warm_up(message.module, message.name)
            return packed(Done(None))
        function = _function(message.module, message.name)
        return packed(Done(function(*message.args, **message.kwargs)))
    except MemoryError:
        return packed(Failed("MemoryError", "memory", ""))
    except Exception as error:  # noqa: BLE001 - the parent gets every failure as a value
        return packed(_failed(error))


def warm_up(module: str, name: str) -> None:
    """Import the function's module and call its `warm_up`, if it has one, before any stranger's bytes are read."""
    allow_files(WARM_UP_FILE)
    try:
        _function(module, name)
        getattr(importlib.import_module(module), "warm_up", lambda: None)()
    finally:
        allow_files(0)


def allow_files(largest: int) -> None:
    """The largest file that may be written, in bytes; 0: none."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, hard))


def _function(module: str, name: str) -> Callable[..., object]:
    found: object = importlib.import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    if not callable(found):
        raise TypeError(f"{module}.{name} is not a function")
    return found


def _failed(error: Exception) -> Failed:
    code = getattr(error, "code", "")
    sentence = str(error).encode("utf-8", "replace").decode()[:SENTENCE]
    return Failed(type(error).__name__, code if isinstance(code, str) else "", sentence)


def allow_cpu(seconds: int) -> None:
    """Give this call its own seconds: the limit of the system counts from the process's start."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def limit_process(memory_mb: int) -> None:
    """No more memory than this, no core files, no files at all, no network, no programs."""
    memory = memory_mb * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    allow_files(0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.addaudithook(refuse_to_reach_out)


def listen(stream: io.BufferedIOBase, messages: "queue.SimpleQueue[Prepare | Call]") -> None:
    """Pass messages on until the parent's end closes, however it died."""
    while True:
        try:
            messages.put(read_message(stream))  # type: ignore[arg-type]  # the parent sends these two only
        except PipeClosed:
            return


def main(memory_mb: int) -> None:
    """Answer for ever; a thread that watches the parent's pipe ends us, even in the middle of work."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)  # what a parser prints must not end up between the answers
    limit_process(memory_mb)
    messages: queue.SimpleQueue[Prepare | Call] = queue.SimpleQueue()

    def listen_then_end() -> None:
        listen(source, messages)
        os._exit(0)

    threading.Thread(target=listen_then_end, daemon=True).start()
    while True:
        data = memoryview(answer(messages.get()))
        while data:
            data = data[os.write(sink, data) :]


def refuse_to_reach_out(event: str, _: tuple[object, ...]) -> None:
    """An audit hook: the child reads, it neither calls out nor starts programs."""
    if event in _FORBIDDEN_EVENTS:
        raise PermissionError(f"{event} is not allowed where strangers' pages are read")


_FORBIDDEN_EVENTS = frozenset(
    {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}
    | {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.kill"}
)
