"""What travels over the two pipes: length-prefixed pickles, read on our side as plain values only."""

import dataclasses
import datetime
import decimal
import enum
import io
import os
import pickle
import select
import struct
import sys
import time
from dataclasses import dataclass
from typing import Any

_LENGTH = struct.Struct("!Q")
_PLAIN_TYPES = frozenset(
    {datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone, decimal.Decimal}
    | {set, frozenset, bytearray}
)


class PipeClosed(Exception):
    """The other side is gone."""


class PipeSlow(Exception):
    """The other side did not read or write in time."""


class NotPlain(pickle.UnpicklingError):
    """The child sent something other than plain values."""


class _PlainUnpickler(pickle.Unpickler):
    """Knows dataclasses and enums that are imported already, and a few types of the standard library.

    A parser taken over by a hostile page writes the child's answers: they may carry values, not calls.
    """

    def find_class(self, module: str, name: str) -> type:
        found: object = sys.modules.get(module)
        for part in name.split("."):
            found = getattr(found, part, None)
        if isinstance(found, type) and (
            found in _PLAIN_TYPES or dataclasses.is_dataclass(found) or issubclass(found, enum.Enum)
        ):
            return found
        raise NotPlain(f"{module}.{name}")


@dataclass(frozen=True, slots=True)
class Prepare:
    """Import this function now, so that the import is not counted as the work."""

    module: str
    name: str
    cpu_s: int


@dataclass(frozen=True, slots=True)
class Call:
    """Run the function that was prepared under this name."""

    module: str
    name: str
    cpu_s: int
    args: tuple[object, ...]
    kwargs: dict[str, object]


@dataclass(frozen=True, slots=True)
class Done:
    value: object


@dataclass(frozen=True, slots=True)
class Failed:
    """`code` is empty when the exception carries none of its own."""

    kind: str
    code: str
    sentence: str


class _PlainPickler(pickle.Pickler):
    """Writes an enum as its class and value: up to CPython 3.11.2 its own way is a call of `getattr`."""

    def reducer_override(self, obj: object) -> Any:
        return (type(obj), (obj.value,)) if isinstance(obj, enum.Enum) else NotImplemented


def packed(value: object) -> bytes:
    """A value as it travels."""
    out = io.BytesIO()
    _PlainPickler(out, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    data = out.getvalue()
    return _LENGTH.pack(len(data)) + data


def unpacked_plain(data: bytes) -> object:
    """The value in the child's answer. Raises NotPlain."""
    try:
        return _PlainUnpickler(io.BytesIO(data)).load()
    except NotPlain:
        raise
    except Exception as error:  # broken pickles raise nearly anything
        raise NotPlain("a broken answer") from error


def send(descriptor: int, data: bytes, *, until: float) -> None:
    """Write all of it before `until` (monotonic seconds). Raises PipeClosed or PipeSlow."""
    left = memoryview(data)
    while left:
        _wait(descriptor, select.POLLOUT, until)
        try:
            left = left[os.write(descriptor, left) :]
        except BlockingIOError:
            continue
        except BrokenPipeError as error:
            raise PipeClosed from error


def receive(descriptor: int, *, until: float, limit: int) -> bytes:
    """One message of at most `limit` bytes before `until`. Raises PipeClosed, PipeSlow or NotPlain."""
    (length,) = _LENGTH.unpack(_exactly(descriptor, _LENGTH.size, until))
    if length > limit:
        raise NotPlain(f"an answer of {length:,} bytes")
    return _exactly(descriptor, length, until)


def _exactly(descriptor: int, count: int, until: float) -> bytes:
    data = bytearray()
    while len(data) < count:
        _wait(descriptor, select.POLLIN, until)
        chunk = os.read(descriptor, min(count - len(data), 2**20))
        if not chunk:
            raise PipeClosed
        data += chunk
    return bytes(data)


def _wait(descriptor: int, event: int, until: float) -> None:
    poll = select.poll()
    poll.register(descriptor, event)
    left_s = until - time.monotonic()
    if left_s <= 0 or not poll.poll(left_s * 1000):
        raise PipeSlow


def read_message(stream: io.BufferedIOBase) -> object:
    """The child's side: the next message of the parent, whom it trusts. Raises PipeClosed at the end."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise PipeClosed
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise PipeClosed
    return pickle.loads(data)  # noqa: S301 - written by the parent, our own program
