"""The last door: even if everything before it is fooled, the socket goes to a checked address or nowhere."""

import asyncio
import socket

import pytest

from haidang.base.net import FetchFailed, NetPolicy
from haidang.base.net import exchange as module
from haidang.base.net.door import CheckedNames, LastDoor
from haidang.base.net.exchange import Exchange
from haidang.base.net.location import read_location
from tests.fakes.net import A_PUBLIC_ADDRESS, FakeNames, guarded_sockets


def _info(address: str, port: int) -> tuple[int, int, int, str, tuple[str, int]]:
    return socket.AF_INET, socket.SOCK_STREAM, 0, "", (address, port)


def test_the_checked_address_gets_a_socket() -> None:
    door = LastDoor([A_PUBLIC_ADDRESS], 443)
    opened = door.open(_info(A_PUBLIC_ADDRESS, 443))
    assert (opened.family, opened.type) == (socket.AF_INET, socket.SOCK_STREAM)
    opened.close()


@pytest.mark.parametrize(("address", "port"), [("127.0.0.1", 443), (A_PUBLIC_ADDRESS, 80), ("8.8.8.8", 443)])
def test_every_other_address_or_port_gets_none(address: str, port: int) -> None:
    door = LastDoor([A_PUBLIC_ADDRESS], 443)
    with pytest.raises(PermissionError, match="was not checked"):
        door.open(_info(address, port))
    assert door.refused == f"{address} port {port}"


def test_names_are_answered_from_what_was_checked() -> None:
    async def ask() -> list[tuple[str, int]]:
        names = CheckedNames([A_PUBLIC_ADDRESS, "2606:4700::1"])
        found = await names.resolve("a.example", 443)
        await names.close()
        return [(answer["host"], answer["family"]) for answer in found]

    assert asyncio.run(ask()) == [(A_PUBLIC_ADDRESS, socket.AF_INET), ("2606:4700::1", socket.AF_INET6)]


@pytest.mark.parametrize("host", ["news.example", "8.8.8.8"])
def test_a_fooled_resolver_between_check_and_connect_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    """The check sees a public address; then the library is made to connect to loopback."""

    async def lies(*_: object) -> tuple[str, ...]:
        return (A_PUBLIC_ADDRESS,)

    monkeypatch.setattr(module, "checked_addresses", lies)
    monkeypatch.setattr(module, "CheckedNames", lambda _: CheckedNames(["127.0.0.1"]))
    policy = NetPolicy("Haidang")

    async def ask() -> None:
        exchange = Exchange(policy, FakeNames({}))
        location = read_location(f"http://{host}/", policy)
        await exchange.ask(location, accept="*/*", conditions={}, limit=1000)

    with guarded_sockets() as guard, pytest.raises(FetchFailed, match="was not checked") as failed:
        asyncio.run(ask())
    assert failed.value.code == "forbidden_address"
    assert guard.seen == []
