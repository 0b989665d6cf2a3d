"""Functions for the sandbox to run: good ones, and what hostile pages make of a parser."""

import ctypes
import enum
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path


class Tone(enum.Enum):
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    at: datetime
    number: Decimal
    tone: Tone


class Unreadable(Exception):
    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class NotAValue:
    pass


class Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return (os.system, ("true",))


def read(title: str, *, number: str = "1") -> Page:
    return Page(title=title, at=datetime(2026, 5, 12, tzinfo=UTC), number=Decimal(number), tone=Tone.CALM)


def echo(value: object) -> object:
    return value


def process_id() -> int:
    return os.getpid()


def length(data: bytes) -> int:
    return len(data)


def zeros(count: int) -> bytes:
    return bytes(count)


def sleep_for_ever() -> None:
    while True:
        time.sleep(60)


def burn() -> None:
    while True:
        pass


def take_memory() -> int:
    held = []
    while True:
        held.append(bytearray(32 * 2**20))


def crash() -> None:
    ctypes.string_at(0)


def die() -> None:
    signal.raise_signal(signal.SIGKILL)


def leave() -> None:
    sys.exit(3)


def raise_plainly() -> None:
    raise KeyError("tiêu đề")


def raise_with_a_code() -> None:
    raise Unreadable("no_feed", "There is no feed in this page.")


def raise_without_words() -> None:
    raise ValueError


def return_an_object() -> NotAValue:
    return NotAValue()


def return_a_call() -> Evil:
    return Evil()


def return_a_lock() -> object:
    return threading.Lock()


def say_something_nobody_asked() -> None:
    """What a parser that was taken over could write on every descriptor it finds."""
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\0\0\0\0\0\0\0\4N.N.")
        except OSError:
            continue


def claim_a_huge_answer() -> None:
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\x7f" * 8)
        except OSError:
            continue
    sleep_for_ever()


def print_a_lot() -> str:
    sys.stdout.write("x" * 100_000)
    sys.stderr.write("y" * 100_000)
    return "printed"


def call_home() -> None:
    socket.create_connection(("127.0.0.1", 9))


def start_a_program() -> None:
    subprocess.run(["/bin/true"], check=True)


def write_a_file(path: str) -> None:
    Path(path).write_bytes(b"x")


def environment() -> list[str]:
    return sorted(os.environ)


def hang_up_and_stay() -> None:
    os.closerange(3, 64)
    sleep_for_ever()


not_a_function = 3
