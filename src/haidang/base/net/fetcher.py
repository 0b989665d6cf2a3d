"""The way out for callers that know no event loop: a thread of its own, requests in, futures back."""

import asyncio
import concurrent.futures
import threading
from types import TracebackType
from typing import Any, Self

from haidang.base.net.journey import Traveller
from haidang.base.net.policy import NetPolicy
from haidang.base.net.resolving import Resolver
from haidang.base.net.values import Fetched, FetchFailed, FetchRequest


class Fetcher:
    """Fetches many pages side by side; safe to use from several threads; a context manager."""

    def __init__(self, policy: NetPolicy, *, resolve: Resolver | None = None) -> None:
        self._policy = policy
        self._resolver = resolve
        self._lock = threading.Lock()
        self._closed = False
        ready: concurrent.futures.Future[None] = concurrent.futures.Future()
        self._thread = threading.Thread(target=self._run, args=(ready,), name="haidang.net", daemon=True)
        self._thread.start()
        ready.result()

    def start(self, request: FetchRequest) -> "concurrent.futures.Future[Fetched]":
        """Begin a fetch; the future's result is the page, or raises FetchFailed."""
        with self._lock:
            if self._closed:
                refused: concurrent.futures.Future[Fetched] = concurrent.futures.Future()
                refused.set_exception(_closed(request))
                return refused
            return asyncio.run_coroutine_threadsafe(self._fetch(request), self._loop)

    def fetch(self, request: FetchRequest) -> Fetched:
        """Fetch one page and wait for it. Raises FetchFailed."""
        return self.start(request).result()

    def close(self) -> None:
        """End what is under way (its futures raise FetchFailed `closed`) and the thread."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._loop.call_soon_threadsafe(self._leave.set)
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, ready: "concurrent.futures.Future[None]") -> None:
        asyncio.run(self._live(ready))

    async def _live(self, ready: "concurrent.futures.Future[None]") -> None:
        self._loop = asyncio.get_running_loop()
        self._leave = asyncio.Event()
        self._traveller = Traveller(self._policy, self._resolver)
        ready.set_result(None)
        await self._leave.wait()
        await _end({task for task in asyncio.all_tasks() if task is not asyncio.current_task()})

    async def _fetch(self, request: FetchRequest) -> Fetched:
        try:
            return await self._traveller.fetch(request)
        except asyncio.CancelledError:
            if not self._closed:
                raise
            raise _closed(request) from None


async def _end(tasks: "set[asyncio.Task[Any]]") -> None:
    """Cancel what is under way and wait for it; asyncio.run would cancel too, but print every reason."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _closed(request: FetchRequest) -> FetchFailed:
    sentence = "The fetcher was closed before the page had come; start the worker again."
    return FetchFailed("closed", request.address, sentence)
