"""Serve the demo's invented sites on loopback: the collector does its real work over HTTP, offline."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from haidang.commands.demo_content import Site, load_sites, page_of, shown_at
from haidang.commands.demo_feeds import CONTENT_TYPES, feed_of

DEMO_PORT = 8801
DEMO_SITES = Path(__file__).resolve().parents[3] / "data" / "demo" / "sites"
HTML = "text/html; charset=utf-8"
ROBOTS = b"User-agent: *\nDisallow: /khong-thu-thap/\n"
Clock = Callable[[], datetime]


class PortTaken(OSError):
    """Another program listens where the demo's sites should be."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} on this machine is in use; stop the other program or choose another port."
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request gets; a pure value, so that the sites can be tried without a socket."""

    status: HTTPStatus
    content_type: str
    body: bytes
    changed_at: datetime | None = None

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'


@dataclass(frozen=True, slots=True)
class DemoSites:
    """The sites, the moment from which their times count, and the address below which they stand."""

    sites: tuple[Site, ...]
    started_at: datetime
    address: str

    def answer(self, path: str, *, now: datetime) -> Answer:
        """The answer to GET `path` at `now`."""
        code, _, rest = unquote(urlsplit(path).path).lstrip("/").partition("/")
        if code == "robots.txt":
            return Answer(HTTPStatus.OK, "text/plain; charset=utf-8", ROBOTS)
        if code == "":
            return Answer(HTTPStatus.OK, HTML, self._list_of_sites())
        site = next((site for site in self.sites if site.code == code), None)
        if site is None:
            return _nothing_here()
        if site.down:
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, HTML, "<p>Trang đang bảo trì.</p>".encode())
        return self._answer_of(site, rest, now)

    def _answer_of(self, site: Site, rest: str, now: datetime) -> Answer:
        home = f"{self.address}/{site.code}"
        shown = shown_at(site, started_at=self.started_at, now=now, home=home)
        changed_at = max((one.changed_at for one in shown), default=self.started_at)
        if rest == site.feed.path:
            listed = tuple(one for one in shown if not one.archived)
            body = feed_of(site, listed, home=home, changed_at=changed_at)
            return Answer(HTTPStatus.OK, CONTENT_TYPES[site.feed.kind], body, changed_at)
        if rest == "":
            links = "".join(
                f'<li><a href="{escape(one.address)}">{escape(one.title)}</a></li>' for one in shown
            )
            text = f"<!DOCTYPE html><title>{escape(site.name)}</title><ul>{links}</ul>"
            return Answer(HTTPStatus.OK, HTML, text.encode(), changed_at)
        for one in shown:
            if rest == site.path_of(one.slug):
                page = page_of(site, one, shown, started_at=self.started_at, home=home)
                return Answer(HTTPStatus.OK, HTML, page.encode(), one.changed_at)
        return _nothing_here()

    def _list_of_sites(self) -> bytes:
        links = "".join(f'<li><a href="/{site.code}/">{escape(site.name)}</a></li>' for site in self.sites)
        return f"<!DOCTYPE html><title>Hải Đăng demo</title><ul>{links}</ul>".encode()


def _nothing_here() -> Answer:
    return Answer(HTTPStatus.NOT_FOUND, HTML, b"<p>404</p>")


class SitesServer:
    """The sites behind a loopback socket, served from a thread until closed."""

    def __init__(self, root: Path, *, port: int, clock: Clock, started_at: datetime) -> None:
        loaded = load_sites(root)
        try:
            self._server = ThreadingHTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler)
        except OSError as taken:
            raise PortTaken(port) from taken
        self.port = int(self._server.server_address[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self.content = DemoSites(loaded, started_at, self.address)
        self._server.RequestHandlerClass = _handler_for(self.content, clock)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def serve_sites(
    root: Path = DEMO_SITES,
    port: int = DEMO_PORT,
    clock: Clock | None = None,
    started_at: datetime | None = None,
) -> SitesServer:
    """Begin serving the sites below `root`; port 0 takes a free one. Times count from `started_at`."""
    clock = clock or _utc_now
    return SitesServer(root, port=port, clock=clock, started_at=started_at or clock())


def demo_started_at(home: Path, *, at: datetime) -> datetime:
    """When this home's demo first began; kept in a file, so that a second start shows the same pages."""
    path = home / "demo-started-at"
    try:
        return datetime.fromisoformat(path.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        home.mkdir(parents=True, exist_ok=True)
        began = at.astimezone(UTC).replace(microsecond=0)
        path.write_text(began.isoformat(), encoding="ascii")
        return began


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _handler_for(content: DemoSites, clock: Clock) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 20
        server_version = "HaidangDemo"
        sys_version = ""

        def do_GET(self) -> None:
            self._send(with_body=True)

        def do_HEAD(self) -> None:
            self._send(with_body=False)

        def _send(self, *, with_body: bool) -> None:
            answer = content.answer(self.path, now=clock())
            fresh = answer.status == HTTPStatus.OK and _is_fresh(
                answer, self.headers.get("If-None-Match", ""), self.headers.get("If-Modified-Since", "")
            )
            self.send_response(HTTPStatus.NOT_MODIFIED if fresh else answer.status)
            self.send_header("ETag", answer.etag)
            if answer.changed_at is not None:
                self.send_header(
                    "Last-Modified", format_datetime(answer.changed_at.astimezone(UTC), usegmt=True)
                )
            if not fresh:
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(answer.body)))
            self.send_header("Connection", "close")
            self.end_headers()
            if with_body and not fresh:
                self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
            """Say nothing: the demo keeps no list of who asked for what."""

    return Handler


def _is_fresh(answer: Answer, if_none_match: str, if_modified_since: str) -> bool:
    """Whether the asker holds this answer already; the tag decides if both are given (RFC 9110, 13.2.2)."""
    if if_none_match:
        return answer.etag in {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    if not if_modified_since or answer.changed_at is None:
        return False
    try:
        since = parsedate_to_datetime(if_modified_since)
    except ValueError:
        return False
    if since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    return answer.changed_at.replace(microsecond=0) <= since
