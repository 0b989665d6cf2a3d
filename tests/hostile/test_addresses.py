"""No way of writing, resolving or redirecting leads a socket to a place that is not public."""

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address
from random import Random
from urllib.parse import quote, unquote

import pytest

from haidang.base.net import Fetched, Fetcher, FetchFailed, FetchRequest, NetPolicy
from haidang.base.net.addresses import why_forbidden
from tests.fakes.net import A_PUBLIC_ADDRESS, FakeNames, guarded_sockets, ipv6_here
from tests.hostile.addresses import FORBIDDEN, FORBIDDEN_4, PUBLIC_4, PUBLIC_6, bracketed, spellings
from tests.hostile.server import HostileServer, Visit, serving

IPV6_HERE = ipv6_here()
REFUSED = {"forbidden_address", "bad_address"}

SPELT = [
    pytest.param(host, id=f"{address} {how}")
    for address in ("127.0.0.1", "169.254.169.254", "10.0.0.1", "0.0.0.0", "192.168.1.1")
    for how, host in spellings(address).items()
] + [
    pytest.param(host, id=host)
    for host in ("0", "127.1", "127.0.1", "0x7f.1", "0177.1", "00000000177.1", "0x", "1", "[::]", "[0:0::1]")
]


@dataclass(frozen=True, slots=True)
class World:
    fetcher: Fetcher
    names: FakeNames
    home: HostileServer

    def outcome(self, address: str) -> Fetched | FetchFailed:
        try:
            return self.fetcher.fetch(FetchRequest(address, obey_robots=False))
        except FetchFailed as failed:
            return failed


def _home(visit: Visit) -> None:
    visit.answer(b"", f"Location: {unquote(visit.path.partition('?')[2])}", status="302 Found")


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """A fetcher whose resolver knows a name for every address, and one open door: a server that redirects."""
    names = {f"a{number}.example": [address] for number, address in enumerate(FORBIDDEN)}
    mixed = {f"m{number}.example": [A_PUBLIC_ADDRESS, address] for number, address in enumerate(FORBIDDEN)}
    rebound = {
        f"r{number}.example": [[A_PUBLIC_ADDRESS], [address]] for number, address in enumerate(FORBIDDEN)
    }
    resolver = FakeNames({**names, **mixed, **rebound, "news.example": [A_PUBLIC_ADDRESS]})
    with serving(_home) as home:
        policy = NetPolicy(
            "Haidang", deadline_s=10, per_host_pause_s=0, patience_s=600, exceptions=frozenset({home.door})
        )
        with Fetcher(policy, resolve=resolver) as fetcher:
            yield World(fetcher, resolver, home)


def _refused(outcome: Fetched | FetchFailed) -> bool:
    return isinstance(outcome, FetchFailed) and outcome.code in REFUSED


@pytest.mark.parametrize("address", FORBIDDEN)
def test_a_forbidden_address_is_never_connected_to(world: World, address: str) -> None:
    with guarded_sockets() as guard:
        assert _refused(world.outcome(f"http://{bracketed(address)}/"))
        assert _refused(world.outcome(f"https://{bracketed(address)}/"))
    assert guard.seen == []


@pytest.mark.parametrize("host", SPELT)
def test_no_spelling_of_a_forbidden_address_is_connected_to(world: World, host: str) -> None:
    with guarded_sockets() as guard:
        assert _refused(world.outcome(f"http://{host}/"))
        assert _refused(world.outcome(f"https://{host}:443/"))
    assert guard.seen == []


@pytest.mark.parametrize("number", range(len(FORBIDDEN)), ids=FORBIDDEN)
def test_no_name_leads_to_a_forbidden_address(world: World, number: int) -> None:
    with guarded_sockets() as guard:
        assert _refused(world.outcome(f"http://a{number}.example/"))
        assert _refused(world.outcome(f"http://m{number}.example/"))
    assert guard.seen == []


@pytest.mark.parametrize("number", range(len(FORBIDDEN)), ids=FORBIDDEN)
def test_a_name_that_changes_its_mind_is_held_to_the_first_answer(world: World, number: int) -> None:
    name = f"r{number}.example"
    with guarded_sockets() as guard:
        first = world.outcome(f"http://{name}/")
        assert isinstance(first, FetchFailed)
        assert first.code == "refused"
        assert guard.seen == [(A_PUBLIC_ADDRESS, 80)]
        assert _refused(world.outcome(f"http://{name}/"))
    assert guard.seen == [(A_PUBLIC_ADDRESS, 80)]
    assert world.names.asked.count(name) == 2


@pytest.mark.parametrize("address", FORBIDDEN)
def test_no_redirect_leads_to_a_forbidden_address(world: World, address: str) -> None:
    home = ("127.0.0.1", world.home.port)
    with guarded_sockets(home) as guard:
        assert _refused(world.outcome(world.home.address(f"/?http://{bracketed(address)}/")))
        assert _refused(world.outcome(world.home.address(f"/?//{bracketed(address)}/")))
    assert guard.strangers == []
    assert guard.seen == [home, home]


@pytest.mark.parametrize("host", SPELT)
def test_no_redirect_leads_to_a_spelling(world: World, host: str) -> None:
    with guarded_sockets(("127.0.0.1", world.home.port)) as guard:
        target = quote(f"http://{host}/", safe="")
        assert _refused(world.outcome(world.home.address(f"/?{target}")))
    assert guard.strangers == []


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_in_the_environment_is_not_asked(
    world: World, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:3128")
    policy = NetPolicy("Haidang")
    with Fetcher(policy, resolve=world.names) as fetcher, guarded_sockets() as guard:
        with pytest.raises(FetchFailed) as failed:
            fetcher.fetch(FetchRequest(f"{scheme}://news.example/", obey_robots=False))
        assert failed.value.code == "refused"
        with pytest.raises(FetchFailed, match="not a place"):
            fetcher.fetch(FetchRequest(f"{scheme}://169.254.169.254/", obey_robots=False))
    assert guard.seen == [(A_PUBLIC_ADDRESS, 443 if scheme == "https" else 80)]


@pytest.mark.parametrize("address", PUBLIC_4 + PUBLIC_6)
def test_a_public_address_is_the_one_that_the_socket_uses(world: World, address: str) -> None:
    with guarded_sockets() as guard:
        outcome = world.outcome(f"http://{bracketed(address)}/")
    assert isinstance(outcome, FetchFailed)
    if ":" in address and not IPV6_HERE:
        assert outcome.code == "connection"  # let through, and then there was no such socket to be had
        return
    assert outcome.code == "refused"
    assert [(ip_address(host), port) for host, port in guard.seen] == [(ip_address(address), 80)]


def test_a_thousand_public_addresses_are_not_blocked() -> None:
    """Drawn from /8 blocks that hold no special range."""
    draw = Random(2026)
    blocks = (1, 5, 14, 27, 42, 45, 58, 93, 103, 113, 115, 116, 117, 118, 123, 125, 171, 175, 210, 222)
    addresses = [str(IPv4Address(draw.choice(blocks) << 24 | draw.getrandbits(24))) for _ in range(1000)]
    assert [address for address in addresses if why_forbidden(address)] == []


def test_an_open_door_is_open_on_its_own_port_only(world: World) -> None:
    with guarded_sockets() as guard:
        assert _refused(world.outcome("http://127.0.0.1/"))
        assert _refused(world.outcome(f"http://127.0.0.2:{world.home.port}/"))
        assert _refused(world.outcome(f"http://[::1]:{world.home.port}/"))
        assert _refused(world.outcome(f"http://{A_PUBLIC_ADDRESS}:{world.home.port}/"))
        assert _refused(world.outcome(f"http://news.example:{world.home.port}/"))
    assert guard.seen == []


def test_the_table_is_large_enough() -> None:
    assert len(FORBIDDEN) >= 60
    assert len(FORBIDDEN_4) * 2 + len(FORBIDDEN) * 4 + len(SPELT) * 2 >= 250
