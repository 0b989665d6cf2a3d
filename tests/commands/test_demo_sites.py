"""The demo's sites over HTTP: on loopback, in time, and forgetful of who asked."""

import http.client
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from haidang.commands.demo_sites import DEMO_SITES, PortTaken, SitesServer, demo_started_at, serve_sites

START = datetime(2026, 5, 12, 0, 42, tzinfo=UTC)


class SetClock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def after(self, seconds: int) -> None:
        self.now = START + timedelta(seconds=seconds)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def sites(clock: SetClock) -> Iterator[SitesServer]:
    with serve_sites(DEMO_SITES, port=0, clock=clock) as server:
        yield server


def get(
    sites: SitesServer, path: str, headers: dict[str, str] | None = None, method: str = "GET"
) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", sites.port, timeout=10)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        return (
            answer.status,
            {key.lower(): value for key, value in answer.getheaders()},
            answer.read().decode(),
        )
    finally:
        connection.close()


def test_a_feed_leads_to_its_pages(sites: SitesServer, clock: SetClock) -> None:
    clock.after(5)
    status, headers, feed = get(sites, "/nam-can-cong-dong/feed.atom")
    assert status == 200
    assert headers["content-type"].startswith("application/atom+xml")
    address = f"{sites.address}/nam-can-cong-dong/bai/cau-qua-rach-cay-duoc"
    assert address in feed
    status, _, page = get(sites, address.removeprefix(sites.address))
    assert status == 200
    assert "Cầu qua rạch Cây Được ở xã Năm Căn bị sập một nhịp vào đêm 11/5." in page


def test_an_article_is_not_there_before_its_time(sites: SitesServer, clock: SetClock) -> None:
    path = "/xom-rach/chu-de/cay-duoc-gay-nhip"
    assert get(sites, path)[0] == 404
    clock.after(120)
    assert get(sites, path)[0] == 200


def test_an_unchanged_feed_answers_304_until_something_appears(sites: SitesServer, clock: SetClock) -> None:
    path = "/bao-dat-mui/rss/tin-moi-nhat.rss"
    _, headers, _ = get(sites, path)
    assert get(sites, path, {"If-None-Match": headers["etag"]})[0] == 304
    assert get(sites, path, {"If-Modified-Since": headers["last-modified"]})[0] == 304
    clock.after(60)
    status, changed, body = get(sites, path, {"If-None-Match": headers["etag"]})
    assert status == 200
    assert "2,3 km" in body
    assert changed["etag"] != headers["etag"]
    assert get(sites, path, {"If-Modified-Since": headers["last-modified"]})[0] == 200


def test_a_nonsense_date_is_no_reason_to_fail(sites: SitesServer) -> None:
    assert get(sites, "/bao-dat-mui/rss/tin-moi-nhat.rss", {"If-Modified-Since": "yesterday"})[0] == 200


def test_head_sends_no_body(sites: SitesServer) -> None:
    status, headers, body = get(sites, "/bao-dat-mui/rss/tin-moi-nhat.rss", method="HEAD")
    assert status == 200
    assert int(headers["content-length"]) > 1000
    assert body == ""


def test_one_site_is_down_so_that_the_desk_has_a_failing_source(sites: SitesServer) -> None:
    assert get(sites, "/ban-tin-cang/rss.xml")[0] == 503


def test_robots_lists_and_unknown_paths(sites: SitesServer) -> None:
    assert get(sites, "/robots.txt")[2].startswith("User-agent: *")
    assert "Báo Đất Mũi Online (mẫu)" in get(sites, "/")[2]
    assert "Hoàn thành 3,2 km" in get(sites, "/bao-dat-mui/")[2]
    assert get(sites, "/khong-co")[0] == 404
    assert "Về đám lửa" not in get(sites, "/cong-thong-tin-tinh/rss.aspx")[2]
    assert get(sites, "/cong-thong-tin-tinh/chi-tiet/dam-chay-co-kho")[0] == 200
    assert get(sites, "/bao-dat-mui/../../etc/passwd")[0] == 404


def test_the_same_moment_gives_the_same_bytes(clock: SetClock) -> None:
    clock.after(200)
    bodies = []
    for _ in range(2):
        with serve_sites(DEMO_SITES, port=0, clock=clock, started_at=START) as server:
            _, _, body = get(server, "/southern-cape-weekly/atom.xml")
            bodies.append(body.replace(server.address, ""))
    assert bodies[0] == bodies[1]


def test_a_taken_port_is_said_in_words(sites: SitesServer, clock: SetClock) -> None:
    with pytest.raises(PortTaken, match=f"Port {sites.port} on this machine is in use"):
        serve_sites(DEMO_SITES, port=sites.port, clock=clock)


def test_a_second_start_keeps_the_first_beginning(tmp_path: Path) -> None:
    home = tmp_path / "home"
    began = demo_started_at(home, at=START)
    assert began == START
    assert demo_started_at(home, at=START + timedelta(days=3)) == START


def test_the_server_prints_nothing_about_its_askers(
    sites: SitesServer, capfd: pytest.CaptureFixture[str]
) -> None:
    get(sites, "/")
    assert capfd.readouterr() == ("", "")
