"""The fetcher as its callers know it: futures from a thread of its own."""

import concurrent.futures
import pickle
import threading

import pytest

from haidang.base.net import Fetcher, FetchFailed, FetchRequest, NetPolicy
from tests.fakes.net import FakeFetcher, page
from tests.hostile.server import Visit, serving


def _hangs(visit: Visit) -> None:
    visit.for_ever(b"", every_s=0.05)


def test_no_more_are_under_way_than_the_policy_says() -> None:
    lock = threading.Lock()
    now, most = 0, 0

    def counts(visit: Visit) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        visit.wait(0.05)
        with lock:
            now -= 1
        visit.answer(b"x")

    servers = [serving(counts) for _ in range(6)]
    opened = [server.__enter__() for server in servers]
    policy = NetPolicy("Haidang", in_flight=2, exceptions=frozenset(server.door for server in opened))
    with Fetcher(policy) as fetcher:
        futures = [fetcher.start(FetchRequest(server.address(), obey_robots=False)) for server in opened]
        assert [future.result(timeout=30).body for future in futures] == [b"x"] * 6
    for server in servers:
        server.__exit__(None, None, None)
    assert most == 2


def test_many_threads_may_ask() -> None:
    with serving(lambda visit: visit.answer(visit.path.encode())) as server:
        policy = NetPolicy("Haidang", exceptions=frozenset({server.door}))
        with Fetcher(policy) as fetcher, concurrent.futures.ThreadPoolExecutor(8) as threads:
            requests = [FetchRequest(server.address(f"/{n}"), obey_robots=False) for n in range(16)]
            bodies = {found.body for found in threads.map(fetcher.fetch, requests)}
    assert bodies == {f"/{n}".encode() for n in range(16)}


def test_closing_ends_what_is_under_way_with_a_reason() -> None:
    with serving(_hangs) as server:
        fetcher = Fetcher(NetPolicy("Haidang", deadline_s=600, exceptions=frozenset({server.door})))
        futures = [fetcher.start(FetchRequest(server.address(path))) for path in ("/a", "/b")]
        fetcher.close()
        fetcher.close()
        for future in [*futures, fetcher.start(FetchRequest(server.address()))]:
            with pytest.raises(FetchFailed, match="was closed") as failed:
                future.result(timeout=10)
            assert failed.value.code == "closed"
    assert not fetcher._thread.is_alive()


def test_a_caller_may_lose_interest() -> None:
    with serving(_hangs) as server:
        policy = NetPolicy("Haidang", deadline_s=600, exceptions=frozenset({server.door}))
        with Fetcher(policy) as fetcher:
            future = fetcher.start(FetchRequest(server.address(), obey_robots=False))
            assert future.cancel()
            with pytest.raises(concurrent.futures.CancelledError):
                future.result(timeout=10)


def test_a_bad_address_is_a_failed_future_not_a_surprise() -> None:
    with Fetcher(NetPolicy("Haidang")) as fetcher:
        future = fetcher.start(FetchRequest("gopher://a.example/"))
        with pytest.raises(FetchFailed) as failed:
            future.result(timeout=10)
    assert failed.value.code == "bad_address"


def test_a_failure_travels_between_processes() -> None:
    failed = FetchFailed("dns", "http://a.example/", "The name a.example has no address.")
    copy = pickle.loads(pickle.dumps(failed))
    assert (copy.code, copy.address, str(copy)) == (failed.code, failed.address, str(failed))


def test_the_stand_in_answers_as_the_fetcher_does() -> None:
    known = page("http://a.example/", "một")
    gone = FetchFailed("http_410", "http://b.example/", "Gone.")
    with FakeFetcher({"http://a.example/": known, "http://b.example/": [gone, known]}) as fetcher:
        assert fetcher.fetch(FetchRequest("http://a.example/")) == known
        with pytest.raises(FetchFailed, match="Gone"):
            fetcher.fetch(FetchRequest("http://b.example/"))
        assert fetcher.fetch(FetchRequest("http://b.example/")) == known
        with pytest.raises(FetchFailed, match="404"):
            fetcher.fetch(FetchRequest("http://c.example/"))
    assert [request.address[7] for request in fetcher.requests] == ["a", "b", "b", "c"]
