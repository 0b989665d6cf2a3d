"""Names are asked once, and every answer is checked."""

import asyncio
import socket
import threading
from collections.abc import Sequence

import pytest

from haidang.base.net import FetchFailed, NetPolicy
from haidang.base.net import resolving as module
from haidang.base.net.location import read_location
from haidang.base.net.resolving import SystemResolver, checked_addresses
from tests.fakes.net import A_PUBLIC_ADDRESS, FakeNames

POLICY = NetPolicy("Haidang", exceptions=frozenset({"127.0.0.1:8801"}))


def _check(address: str, names: dict[str, Sequence[str]]) -> tuple[str, ...]:
    return asyncio.run(checked_addresses(read_location(address, POLICY), FakeNames(names), POLICY))


def test_all_answers_come_back_once_each() -> None:
    answers = [A_PUBLIC_ADDRESS, "2606:4700:0:0::1", A_PUBLIC_ADDRESS]
    assert _check("http://a.example/", {"a.example": answers}) == (A_PUBLIC_ADDRESS, "2606:4700::1")


def test_one_inside_answer_refuses_the_name() -> None:
    with pytest.raises(FetchFailed, match=r"a\.example leads to 10\.0\.0\.1 \(a private network\)") as failed:
        _check("http://a.example/", {"a.example": [A_PUBLIC_ADDRESS, "10.0.0.1"]})
    assert failed.value.code == "forbidden_address"


@pytest.mark.parametrize("answer", ["", "nonsense", "fe80::1%eth0"])
def test_an_answer_that_is_no_address_refuses_the_name(answer: str) -> None:
    with pytest.raises(FetchFailed) as failed:
        _check("http://a.example/", {"a.example": [answer]})
    assert failed.value.code == "forbidden_address"


def test_an_open_door_may_have_a_name() -> None:
    assert _check("http://demo.example:8801/", {"demo.example": ["127.0.0.1"]}) == ("127.0.0.1",)


def test_an_open_port_does_not_open_the_rest_of_the_world() -> None:
    with pytest.raises(FetchFailed, match="not ours to ask on port 8801"):
        _check("http://a.example:8801/", {"a.example": [A_PUBLIC_ADDRESS]})


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    with pytest.raises(FetchFailed, match=r"The name a\.example has no address") as failed:
        _check("http://a.example/", {})
    assert failed.value.code == "dns"


def test_a_name_without_addresses_is_unknown() -> None:
    class Empty:
        async def resolve(self, host: str, port: int) -> Sequence[str]:
            return ()

    with pytest.raises(FetchFailed) as failed:
        asyncio.run(checked_addresses(read_location("http://a.example/", POLICY), Empty(), POLICY))
    assert failed.value.code == "dns"


def test_the_system_knows_localhost_and_it_is_refused() -> None:
    found = asyncio.run(SystemResolver().resolve("localhost", 80))
    assert set(found) <= {"127.0.0.1", "::1"}
    with pytest.raises(FetchFailed) as failed:
        asyncio.run(checked_addresses(read_location("http://localhost/", POLICY), SystemResolver(), POLICY))
    assert failed.value.code == "forbidden_address"


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), UnicodeError("label too long")])
def test_the_system_s_failures_are_failures_of_the_name(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: object, **__: object) -> list[object]:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    with pytest.raises(OSError, match="cannot be looked up"):
        asyncio.run(SystemResolver().resolve("a.example", 80))


def test_a_hung_lookup_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller's deadline ends the wait; the answer that comes later, or after the loop, goes nowhere."""
    go, gone = threading.Event(), threading.Event()

    def hangs(*_: object, **__: object) -> list[object]:
        go.wait()
        gone.set()
        return []

    async def give_up(*, then_let_it_answer: bool) -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await SystemResolver().resolve("a.example", 80)
        if then_let_it_answer:
            go.set()
            await asyncio.to_thread(gone.wait)
            await asyncio.sleep(0.05)

    monkeypatch.setattr(socket, "getaddrinfo", hangs)
    asyncio.run(give_up(then_let_it_answer=True))
    go.clear()
    asyncio.run(give_up(then_let_it_answer=False))
    go.set()
    for thread in threading.enumerate():
        if thread.name.startswith("lookup"):
            thread.join()


def test_lookups_without_end_are_not_piled_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_LOOKUPS", 0)
    resolver = SystemResolver.__new__(SystemResolver)
    resolver._free = threading.BoundedSemaphore(1)
    resolver._free.acquire()
    with pytest.raises(OSError, match="lookups are under way"):
        asyncio.run(resolver.resolve("a.example", 80))
