"""Whatever a server does, the fetch ends in time, with a reason, in little memory; the others go on."""

import resource
import time
from concurrent.futures import Future
from contextlib import ExitStack

import pytest

from haidang.base.net import Fetched, Fetcher, FetchFailed, FetchRequest, NetPolicy
from tests.hostile.behaviours import EXPECTED, bomb_member, deflated
from tests.hostile.server import Behaviour, Visit, serving

# Generous against a busy machine, far below what an unlimited reader would take.
MEMORY_KB = 96 * 1024


def a_good_page(visit: Visit) -> None:
    visit.answer(b"good", "Content-Type: text/plain")


@pytest.fixture(scope="module")
def outcomes() -> dict[Behaviour, Fetched | FetchFailed]:
    """Those that hang all at once under a short deadline, the others one by one under a long one."""
    hanging = [behaviour for behaviour, codes in EXPECTED.items() if "deadline" in codes]
    others = [behaviour for behaviour in EXPECTED if behaviour not in hanging]
    bomb_member(), deflated()  # made before the memory is looked at
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = _ask(hanging, deadline_s=1.0)
    for behaviour in others:
        found |= _ask([behaviour], deadline_s=30.0)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEMORY_KB
    return found


def _ask(behaviours: list[Behaviour], *, deadline_s: float) -> dict[Behaviour, Fetched | FetchFailed]:
    with ExitStack() as stack:
        servers = {behaviour: stack.enter_context(serving(behaviour)) for behaviour in behaviours}
        doors = frozenset(server.door for server in servers.values())
        fetcher = stack.enter_context(Fetcher(NetPolicy("Haidang", deadline_s=deadline_s, exceptions=doors)))
        futures = {
            behaviour: fetcher.start(FetchRequest(server.address("/page"), obey_robots=False))
            for behaviour, server in servers.items()
        }
        return {behaviour: _outcome(future) for behaviour, future in futures.items()}


def _outcome(future: "Future[Fetched]") -> Fetched | FetchFailed:
    try:
        return future.result(timeout=60)
    except FetchFailed as failed:
        return failed


@pytest.mark.parametrize("behaviour", EXPECTED, ids=lambda behaviour: behaviour.__name__)
def test_it_ends_with_a_reason(
    behaviour: Behaviour, outcomes: dict[Behaviour, Fetched | FetchFailed]
) -> None:
    outcome = outcomes[behaviour]
    assert getattr(outcome, "code", "") in EXPECTED[behaviour], str(outcome)
    if isinstance(outcome, FetchFailed):
        assert str(outcome).endswith(".")
        assert len(str(outcome)) < 300


def test_an_odd_charset_is_passed_on_and_the_bytes_are_kept(
    outcomes: dict[Behaviour, Fetched | FetchFailed],
) -> None:
    outcome = next(found for behaviour, found in outcomes.items() if behaviour.__name__ == "odd_charset")
    assert isinstance(outcome, Fetched)
    assert outcome.content_type == "text/html; charset=zlib_codec"
    assert outcome.body.decode() == "Cà Mau"


def test_hung_hosts_do_not_hold_up_a_good_one() -> None:
    """Ten pages of one hung host, all asked first; two may be on the network at a time."""

    def hangs(visit: Visit) -> None:
        visit.for_ever(b"", every_s=0.1)

    with serving(hangs) as hung, serving(a_good_page) as good:
        policy = NetPolicy(
            "Haidang", deadline_s=30, in_flight=2, exceptions=frozenset({hung.door, good.door})
        )
        with Fetcher(policy) as fetcher:
            waiting = [
                fetcher.start(FetchRequest(hung.address(f"/{n}"), obey_robots=False)) for n in range(10)
            ]
            page = fetcher.start(FetchRequest(good.address(), obey_robots=False))
            assert page.result(timeout=20).body == b"good"
            assert not any(future.done() for future in waiting)
            assert len(hung.paths) == 1


@pytest.mark.parametrize("slow", [False, True], ids=["fast", "slow"])
def test_a_robots_file_that_never_ends_ends(slow: bool) -> None:
    def endless(visit: Visit) -> None:
        if visit.path != "/robots.txt":
            a_good_page(visit)
            return
        visit.send(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\r\nDisallow: /secret\r\n")
        visit.for_ever(b"Disallow: /x\r\n", every_s=0.05) if slow else visit.for_ever(
            b"Disallow: /x\r\n" * 999
        )

    with serving(endless) as server:
        policy = NetPolicy("Haidang", deadline_s=1.0, exceptions=frozenset({server.door}))
        with Fetcher(policy) as fetcher:
            begun = time.monotonic()
            secret, page = (
                _outcome(fetcher.start(FetchRequest(server.address(path)))) for path in ("/secret", "/page")
            )
            assert time.monotonic() - begun < 20
    assert isinstance(secret, FetchFailed)
    assert secret.code == "robots"
    assert isinstance(page, FetchFailed) == slow
