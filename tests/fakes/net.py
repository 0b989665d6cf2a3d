"""Stand-ins for the network: names that lead where a test says, a guard at the socket, and canned pages."""

import concurrent.futures
import contextlib
import errno
import socket
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from haidang.base.net import Fetched, FetchFailed, FetchRequest

A_PUBLIC_ADDRESS = "93.184.215.14"


class FakeNames:
    """A resolver: each name has one list of addresses, or several that it answers one after another."""

    def __init__(self, names: Mapping[str, Sequence[str] | Sequence[Sequence[str]]]) -> None:
        self._answers: dict[str, list[list[str]]] = {
            name: [list(map(str, answer))] if isinstance(answer[0], str) else [list(one) for one in answer]
            for name, answer in names.items()
        }
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self._answers.get(host)
        if answers is None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return answers.pop(0) if len(answers) > 1 else answers[0]


@dataclass(slots=True)
class Guard:
    """Every address that some socket was to be connected to; only those of `homes` really were."""

    homes: set[tuple[str, int]] = field(default_factory=set)
    seen: list[tuple[str, int]] = field(default_factory=list)

    @property
    def strangers(self) -> list[tuple[str, int]]:
        return [address for address in self.seen if address not in self.homes]


@contextlib.contextmanager
def guarded_sockets(*homes: tuple[str, int]) -> Iterator[Guard]:
    """Note each connect of this process at the socket itself, and refuse all but the homes."""
    guard = Guard(homes=set(homes))
    real = socket.socket.connect

    def connect(self: socket.socket, address: tuple[str, int]) -> None:
        place = (str(address[0]), int(address[1]))
        guard.seen.append(place)
        if place not in guard.homes:
            raise ConnectionRefusedError(errno.ECONNREFUSED, "the guard lets nothing out")
        real(self, address)

    socket.socket.connect = connect  # type: ignore[assignment,method-assign]
    try:
        yield guard
    finally:
        socket.socket.connect = real  # type: ignore[method-assign]


def ipv6_here() -> bool:
    """Whether this machine can make an IPv6 socket at all."""
    try:
        socket.socket(socket.AF_INET6, socket.SOCK_STREAM).close()
    except OSError:
        return False
    return True


def page(
    address: str,
    body: bytes | str,
    *,
    content_type: str = "text/html; charset=utf-8",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    fetched_at: datetime = datetime(2026, 5, 12, 1, 0, tzinfo=UTC),
    asked: str = "",
) -> Fetched:
    """A page as the fetcher would bring it."""
    every = {"Content-Type": content_type, **(headers or {})}
    return Fetched(
        asked=asked or address,
        address=address,
        status=status,
        headers=tuple(every.items()),
        body=body.encode() if isinstance(body, str) else body,
        fetched_at=fetched_at,
        peer=A_PUBLIC_ADDRESS,
    )


class FakeFetcher:
    """Has the methods of Fetcher; answers from `pages`: a page, a failure, or several one after another."""

    def __init__(self, pages: Mapping[str, Fetched | FetchFailed | list[Fetched | FetchFailed]]) -> None:
        self.pages = dict(pages)
        self.requests: list[FetchRequest] = []

    def start(self, request: FetchRequest) -> "concurrent.futures.Future[Fetched]":
        self.requests.append(request)
        future: concurrent.futures.Future[Fetched] = concurrent.futures.Future()
        answer = self._answer(request.address)
        if isinstance(answer, FetchFailed):
            future.set_exception(answer)
        else:
            future.set_result(answer)
        return future

    def fetch(self, request: FetchRequest) -> Fetched:
        return self.start(request).result()

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> "FakeFetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _answer(self, address: str) -> Fetched | FetchFailed:
        known = self.pages.get(address)
        if isinstance(known, list):
            return known.pop(0) if len(known) > 1 else known[0]
        return known or FetchFailed("http_404", address, f"The server answered 404 for {address}.")
