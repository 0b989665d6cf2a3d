"""A fetch from beginning to end, against servers on loopback."""

import contextlib
import gzip
from collections.abc import Callable, Iterator

import pytest

from haidang.base.net import Fetcher, FetchFailed, FetchRequest, NetPolicy
from tests.fakes.net import FakeNames, guarded_sockets
from tests.hostile.server import HostileServer, Visit, serving


def _policy(*servers: HostileServer, pause_s: float = 0.0, deadline_s: float = 20.0) -> NetPolicy:
    doors = frozenset(server.door for server in servers)
    return NetPolicy(
        "Haidang/1 (+https://desk.example)", deadline_s=deadline_s, exceptions=doors, per_host_pause_s=pause_s
    )


def _site(
    robots: Callable[[Visit], None], page: Callable[[Visit], None] | None = None
) -> Callable[[Visit], None]:
    def behave(visit: Visit) -> None:
        if visit.path == "/robots.txt":
            robots(visit)
        elif page is not None:
            page(visit)
        else:
            visit.answer(b"page")

    return behave


@contextlib.contextmanager
def _fetching_from(behaviour: Callable[[Visit], None]) -> Iterator[tuple[HostileServer, Fetcher]]:
    with serving(behaviour) as server, Fetcher(_policy(server)) as fetcher:
        yield server, fetcher


def _no_robots(visit: Visit) -> None:
    visit.answer(b"", status="404 Not Found")


def test_a_page_comes_with_everything_that_evidence_needs() -> None:
    def answers(visit: Visit) -> None:
        visit.answer(
            gzip.compress("Cà Mau".encode()),
            "Content-Type: text/html; charset=utf-8",
            "Content-Encoding: gzip",
            'ETag: "v1"',
            "Last-Modified: Tue, 12 May 2026 00:00:00 GMT",
            "X-Place: Năm Căn",
        )

    with _fetching_from(_site(_no_robots, answers)) as (server, fetcher):
        page = fetcher.fetch(FetchRequest(server.address("/tin?id=1#x"), accept="text/html"))
    assert (page.asked, page.address) == (server.address("/tin?id=1#x"), server.address("/tin?id=1"))
    assert (page.status, page.body.decode(), page.peer) == (200, "Cà Mau", "127.0.0.1")
    assert page.content_type == "text/html; charset=utf-8"
    assert (page.etag, page.last_modified) == ('"v1"', "Tue, 12 May 2026 00:00:00 GMT")
    assert page.header("x-place") == "Năm Căn"
    assert page.header("Missing") == ""
    assert page.fetched_at.utcoffset() is not None
    assert not page.not_modified
    asked = server.visits[-1]
    assert asked.header("Host") == server.door
    assert asked.header("User-Agent") == "Haidang/1 (+https://desk.example)"
    assert asked.header("Accept") == "text/html"
    assert asked.header("Accept-Encoding") == "gzip, deflate"
    assert asked.header("Cookie") == ""


def test_an_unchanged_page_is_said_to_be_unchanged() -> None:
    def answers(visit: Visit) -> None:
        same = visit.header("If-None-Match") == '"v1"' and visit.header("If-Modified-Since") == "yesterday"
        visit.answer(b"" if same else b"new", status="304 Not Modified" if same else "200 OK")

    with _fetching_from(_site(_no_robots, answers)) as (server, fetcher):
        request = FetchRequest(server.address(), etag='"v1"', last_modified="yesterday")
        assert fetcher.fetch(request).not_modified
        assert fetcher.fetch(FetchRequest(server.address(), etag='"v0"')).body == b"new"


def test_redirects_are_followed_from_server_to_server() -> None:
    with serving(lambda visit: visit.answer(b"arrived")) as second:

        def sends_on(visit: Visit) -> None:
            visit.answer(b"", f"Location: {second.address('/b')}", status="308 Permanent Redirect")

        with serving(sends_on) as first, Fetcher(_policy(first, second)) as fetcher:
            page = fetcher.fetch(FetchRequest(first.address("/a"), obey_robots=False))
    assert (page.asked, page.address, page.body) == (first.address("/a"), second.address("/b"), b"arrived")


def test_cookies_do_not_travel() -> None:
    def answers(visit: Visit) -> None:
        if visit.path == "/a":
            visit.answer(b"", "Set-Cookie: who=me", "Location: /b", status="302 Found")
        else:
            visit.answer(visit.header("Cookie").encode())

    with _fetching_from(answers) as (server, fetcher):
        assert fetcher.fetch(FetchRequest(server.address("/a"), obey_robots=False)).body == b""
        assert fetcher.fetch(FetchRequest(server.address("/c"), obey_robots=False)).body == b""


@pytest.mark.parametrize(
    "status", ["400 Bad Request", "403 Forbidden", "404 Not Found", "410 Gone", "503 Busy"]
)
def test_a_refusal_is_a_failure_with_its_number(status: str) -> None:
    def answers(visit: Visit) -> None:
        visit.answer(b"sorry", status=status)

    with _fetching_from(answers) as (server, fetcher):
        failed = _failed(fetcher, server.address(), obey_robots=False)
    assert failed.code == f"http_{status[:3]}"
    assert str(failed) == f"The server answered {status[:3]} for {server.address()}."


def test_a_host_that_asks_for_time_is_left_alone() -> None:
    def answers(visit: Visit) -> None:
        visit.answer(b"", "Retry-After: 1800", status="429 Too Many Requests")

    with _fetching_from(answers) as (server, fetcher):
        codes = [_failed(fetcher, server.address(path), obey_robots=False).code for path in ("/a", "/b")]
    assert codes == ["http_429", "busy"]
    assert server.paths == ["/a"]


def test_a_date_in_retry_after_counts_as_none() -> None:
    def answers(visit: Visit) -> None:
        visit.answer(b"", "Retry-After: Tue, 12 May 2026 00:00:00 GMT", status="503 Busy")

    with _fetching_from(answers) as (server, fetcher):
        codes = [_failed(fetcher, server.address(path), obey_robots=False).code for path in ("/a", "/b")]
    assert codes == ["http_503", "http_503"]


def test_nobody_listening_is_said_so() -> None:
    with serving(lambda visit: visit.answer(b"")) as server:
        policy = _policy(server)
    with Fetcher(policy) as fetcher:
        failed = _failed(fetcher, server.address())
    assert (failed.code, str(failed)) == ("refused", "The server 127.0.0.1 refuses connections.")


def _failed(fetcher: Fetcher, address: str, *, obey_robots: bool = True) -> FetchFailed:
    with pytest.raises(FetchFailed) as failed:
        fetcher.fetch(FetchRequest(address, obey_robots=obey_robots))
    return failed.value


def test_robots_are_asked_once_and_obeyed() -> None:
    def robots(visit: Visit) -> None:
        visit.answer(b"User-agent: *\nDisallow: /secret")

    with _fetching_from(_site(robots)) as (server, fetcher):
        assert fetcher.fetch(FetchRequest(server.address("/open"))).body == b"page"
        failed = _failed(fetcher, server.address("/secret/a"))
        assert fetcher.fetch(FetchRequest(server.address("/open?again"))).body == b"page"
        assert fetcher.fetch(FetchRequest(server.address("/secret/b"), obey_robots=False)).body == b"page"
    assert (failed.code, str(failed)) == ("robots", "127.0.0.1 asks robots to leave this page alone.")
    assert server.paths == ["/robots.txt", "/open", "/open?again", "/secret/b"]


def test_robots_are_asked_again_at_the_next_host_of_a_redirect() -> None:
    def forbids(visit: Visit) -> None:
        visit.answer(b"User-agent: *\nDisallow: /")

    with serving(_site(forbids)) as second:

        def sends_on(visit: Visit) -> None:
            visit.answer(b"", f"Location: {second.address('/b')}", status="302 Found")

        with serving(_site(_no_robots, sends_on)) as first, Fetcher(_policy(first, second)) as fetcher:
            assert _failed(fetcher, first.address("/a")).code == "robots"
    assert second.paths == ["/robots.txt"]


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"])
def test_no_robots_file_means_no_rules(status: str) -> None:
    with _fetching_from(_site(lambda visit: visit.answer(b"", status=status))) as (server, fetcher):
        assert fetcher.fetch(FetchRequest(server.address())).body == b"page"


@pytest.mark.parametrize("status", ["429 Too Many Requests", "500 Internal Server Error", "503 Busy"])
def test_a_robots_file_in_trouble_closes_the_host(status: str) -> None:
    with _fetching_from(_site(lambda visit: visit.answer(b"", status=status))) as (server, fetcher):
        codes = [_failed(fetcher, server.address(path)).code for path in ("/a", "/b")]
    assert codes == ["robots", "robots"]
    assert server.paths == ["/robots.txt"]


def test_a_robots_file_that_cannot_be_unpacked_closes_the_host() -> None:
    with _fetching_from(_site(lambda visit: visit.answer(b"x", "Content-Encoding: br"))) as (server, fetcher):
        assert "cannot be read" in str(_failed(fetcher, server.address()))


def test_a_robots_file_behind_redirects_is_found() -> None:
    def answers(visit: Visit) -> None:
        if visit.path == "/robots.txt":
            visit.answer(b"", "Location: /rules", status="301 Moved Permanently")
        elif visit.path == "/rules":
            visit.answer(b"User-agent: Haidang\nDisallow: /a")
        else:
            visit.answer(b"page")

    with _fetching_from(answers) as (server, fetcher):
        assert _failed(fetcher, server.address("/a")).code == "robots"
        assert fetcher.fetch(FetchRequest(server.address("/b"))).body == b"page"


def test_a_robots_file_that_redirects_for_ever_is_no_robots_file() -> None:
    def robots(visit: Visit) -> None:
        visit.answer(b"", "Location: /robots.txt", status="302 Found")

    with _fetching_from(_site(robots)) as (server, fetcher):
        assert fetcher.fetch(FetchRequest(server.address())).body == b"page"


def test_a_robots_file_that_leads_inside_is_not_followed() -> None:
    def robots(visit: Visit) -> None:
        visit.answer(b"", "Location: http://169.254.169.254/robots.txt", status="302 Found")

    with (
        _fetching_from(_site(robots)) as (server, fetcher),
        guarded_sockets(("127.0.0.1", server.port)) as guard,
    ):
        assert _failed(fetcher, server.address()).code == "forbidden_address"
    assert guard.strangers == []


def test_a_crawl_delay_is_kept_up_to_our_limit() -> None:
    def robots(visit: Visit) -> None:
        visit.answer(b"User-agent: *\nCrawl-delay: 0.2")

    with _fetching_from(_site(robots)) as (server, fetcher):
        pages = [fetcher.fetch(FetchRequest(server.address(path))) for path in ("/a", "/b")]
    assert (pages[1].fetched_at - pages[0].fetched_at).total_seconds() >= 0.15

    def far_too_slow(visit: Visit) -> None:
        visit.answer(b"User-agent: *\nCrawl-delay: 86400")

    with serving(_site(far_too_slow)) as server:
        policy = NetPolicy("Haidang", exceptions=frozenset({server.door}), max_crawl_delay_s=0.1)
        with Fetcher(policy) as fetcher:
            assert [fetcher.fetch(FetchRequest(server.address(path))).body for path in ("/a", "/b")] == [
                b"page"
            ] * 2


def test_a_public_host_is_given_its_pause() -> None:
    """Nothing public is reached: the guard refuses, and the second turn is refused before it."""
    policy = NetPolicy("Haidang", per_host_pause_s=600, patience_s=1)
    names = FakeNames({"a.example": ["93.184.215.14"]})
    with guarded_sockets() as guard, Fetcher(policy, resolve=names) as fetcher:
        codes = [_failed(fetcher, "http://a.example/", obey_robots=False).code for _ in range(2)]
        assert _failed(fetcher, "http://a.example:443/").code == "refused"
        assert _failed(fetcher, "http://a.example:443/").code == "busy"
    assert codes == ["refused", "busy"]
    assert len(guard.seen) == 2


def test_the_time_for_redirects_is_counted_together() -> None:
    def slow(visit: Visit) -> None:
        visit.wait(0.3)
        visit.answer(b"", f"Location: {visit.path}x", status="302 Found")

    with serving(slow) as server, Fetcher(_policy(server, deadline_s=0.8)) as fetcher:
        failed = _failed(fetcher, server.address("/"), obey_robots=False)
    assert (failed.code, len(server.paths)) == ("deadline", 3)


def test_a_long_sentence_of_the_server_does_not_become_ours() -> None:
    with _fetching_from(lambda visit: visit.answer(b"", status="404 " + "x" * 3000)) as (server, fetcher):
        assert "xxx" not in str(_failed(fetcher, server.address(), obey_robots=False))


def test_a_failure_names_the_place_where_it_happened() -> None:
    def answers(visit: Visit) -> None:
        if visit.path == "/a":
            visit.answer(b"", "Location: /b", status="302 Found")
        else:
            visit.answer(b"", status="404 Not Found")

    with _fetching_from(answers) as (server, fetcher):
        assert _failed(fetcher, server.address("/a"), obey_robots=False).address == server.address("/b")


def test_what_nobody_foresaw_is_a_failed_fetch_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with _fetching_from(lambda visit: visit.answer(b"x")) as (server, fetcher):
        monkeypatch.setattr("haidang.base.net.exchange.read_body", lambda *_, **__: 1 / 0)
        failed = _failed(fetcher, server.address(), obey_robots=False)
    assert (failed.code, isinstance(failed.__cause__, ZeroDivisionError)) == ("unexpected", True)
    assert "nobody foresaw (ZeroDivisionError)" in str(failed)
