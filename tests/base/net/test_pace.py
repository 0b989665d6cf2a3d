"""One request at a time to one host, a pause after each, and no endless patience."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from haidang.base.net import pace
from haidang.base.net.pace import Turns, TurnTooFar


def _run(act: Callable[[Turns], Awaitable[None]], *, patience_s: float = 5.0) -> Turns:
    async def go() -> Turns:
        turns = Turns(patience_s=patience_s, now=asyncio.get_running_loop().time)
        await act(turns)
        return turns

    return asyncio.run(go())


def test_one_host_is_asked_one_by_one_and_two_hosts_side_by_side() -> None:
    begun: list[str] = []

    async def act(turns: Turns) -> None:
        leave = asyncio.Event()

        async def visit(name: str) -> None:
            async with turns.turn(name):
                begun.append(name)
                await leave.wait()

        visits = [asyncio.create_task(visit(name)) for name in ("a", "a", "b")]
        await asyncio.sleep(0.02)
        assert begun == ["a", "b"]
        leave.set()
        await asyncio.gather(*visits)

    _run(act)
    assert begun == ["a", "b", "a"]


def test_the_next_turn_comes_after_the_pause() -> None:
    async def act(turns: Turns) -> None:
        clock = asyncio.get_running_loop().time
        async with turns.turn("a") as turn:
            turn.pause_s = 0.1
        left = clock()
        async with turns.turn("a"):
            assert clock() - left >= 0.09

    _run(act)


def test_a_turn_that_would_come_too_late_is_refused_at_once() -> None:
    async def act(turns: Turns) -> None:
        async with turns.turn("a") as turn:
            turn.pause_s = 3600
        with pytest.raises(TurnTooFar):
            async with turns.turn("a"):
                raise AssertionError
        async with turns.turn("b"):
            pass

    _run(act)


def test_a_queue_that_does_not_move_is_left() -> None:
    async def act(turns: Turns) -> None:
        async with turns.turn("a"):
            with pytest.raises(TurnTooFar):
                async with turns.turn("a"):
                    raise AssertionError
        async with turns.turn("a"):
            pass

    _run(act, patience_s=0.05)


def test_a_failure_hands_the_turn_on() -> None:
    async def act(turns: Turns) -> None:
        with pytest.raises(ZeroDivisionError):
            async with turns.turn("a"):
                raise ZeroDivisionError
        async with turns.turn("a"):
            pass

    _run(act)


def test_hosts_that_rest_are_forgotten_and_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MAX_HOSTS", 2)

    async def act(turns: Turns) -> None:
        async with turns.turn("pausing") as turn:
            turn.pause_s = 3600
        async with turns.turn("busy"):
            for name in "abcdef":
                async with turns.turn(name):
                    pass

    turns = _run(act)
    assert list(turns._hosts) == ["pausing", "busy"]
