"""Manners towards one host: one request at a time, a pause after each, and a limit to our own patience."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

MAX_HOSTS = 4096


class TurnTooFar(Exception):
    """The host's turn would come later than we are willing to wait."""


@dataclass(slots=True)
class Turn:
    """Held while one request runs; `pause_s` is how long the host is left alone afterwards."""

    pause_s: float = 0.0


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    waiting: int = 0


class Turns:
    """Who may ask which host when; lives in one event loop."""

    def __init__(self, *, patience_s: float, now: Callable[[], float]) -> None:
        self._patience_s = patience_s
        self._now = now
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[Turn]:
        """Wait for the host's turn and hold it. Raises TurnTooFar."""
        host = self._hosts.setdefault(name, _Host())
        self._hosts.move_to_end(name)
        host.waiting += 1
        try:
            try:
                async with asyncio.timeout(self._patience_s):
                    await host.lock.acquire()
            except TimeoutError as error:
                raise TurnTooFar from error
            try:
                async with self._rested(host) as turn:
                    yield turn
            finally:
                host.lock.release()
        finally:
            host.waiting -= 1
            self._forget_idle()

    @asynccontextmanager
    async def _rested(self, host: _Host) -> AsyncIterator[Turn]:
        wait_s = host.free_at - self._now()
        if wait_s > self._patience_s:
            raise TurnTooFar
        if wait_s > 0:
            await asyncio.sleep(wait_s)
        turn = Turn()
        try:
            yield turn
        finally:
            host.free_at = self._now() + turn.pause_s

    def _forget_idle(self) -> None:
        """Keep memory bounded: hosts that nobody waits for and that have rested go, oldest first."""
        if len(self._hosts) <= MAX_HOSTS:
            return
        at = self._now()
        idle = [name for name, host in self._hosts.items() if not host.waiting and host.free_at <= at]
        for name in idle[: len(self._hosts) - MAX_HOSTS]:
            del self._hosts[name]
