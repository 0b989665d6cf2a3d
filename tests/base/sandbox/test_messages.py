"""The two pipes, tried without a child."""

import os
import time
from collections.abc import Iterator

import pytest

from haidang.base.sandbox.messages import NotPlain, PipeClosed, PipeSlow, packed, receive, send


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    yield reading, writing
    for descriptor in (reading, writing):
        try:
            os.close(descriptor)
        except OSError:
            continue  # the test closed it


def _soon() -> float:
    return time.monotonic() + 0.05


def test_a_message_arrives_whole(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    send(writing, packed("Mũi Cà Mau"), until=_soon())
    assert packed("Mũi Cà Mau")[8:] == receive(reading, until=_soon(), limit=1000)


def test_nobody_reading_is_noticed(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.close(reading)
    with pytest.raises(PipeClosed):
        send(writing, b"x", until=_soon())


def test_nobody_writing_is_noticed(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.close(writing)
    with pytest.raises(PipeClosed):
        receive(reading, until=_soon(), limit=1000)


def test_a_reader_that_has_stopped_is_not_waited_for(pipe: tuple[int, int]) -> None:
    with pytest.raises(PipeSlow):
        send(pipe[1], bytes(10**7), until=_soon())


def test_a_writer_that_has_stopped_is_not_waited_for(pipe: tuple[int, int]) -> None:
    os.write(pipe[1], b"half")
    with pytest.raises(PipeSlow):
        receive(pipe[0], until=_soon(), limit=1000)


def test_a_message_over_the_limit_is_not_read(pipe: tuple[int, int]) -> None:
    os.write(pipe[1], packed("x" * 100))
    with pytest.raises(NotPlain, match="bytes"):
        receive(pipe[0], until=_soon(), limit=50)


def test_a_pipe_that_fills_up_meanwhile_is_tried_again(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    write, tries = os.write, iter([True, False])

    def full_at_first(descriptor: int, data: bytes) -> int:
        if next(tries):
            raise BlockingIOError
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", full_at_first)
    send(pipe[1], b"x", until=time.monotonic() + 5)
    assert os.read(pipe[0], 9) == b"x"
