"""Answer for a replay over loopback HTTP: feeds, item pages, real pages, and the trial's own questions."""

import hashlib
import json
import re
from email.utils import format_datetime
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self

from bench.replay.items import ReplayFeed, Wording
from bench.replay.state import Replay

RSS = "application/rss+xml; charset=utf-8"
HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"
# Characters that XML 1.0 cannot carry; two of 114,647 real summaries have one.
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Answer = tuple[str, bytes]


class ReplayServer:
    """A replay behind a loopback socket, served from a thread until closed."""

    def __init__(self, replay: Replay, *, port: int = 0) -> None:
        self.replay = replay
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler_for(self))
        self.port = int(self._server.server_address[1])
        self.address = f"http://127.0.0.1:{self.port}"
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

    def feeds(self) -> list[dict[str, object]]:
        """Every feed with its address: what a trial registers as sources."""
        listed: list[dict[str, object]] = [
            {
                "name": f"{feed.source} {feed.day}",
                "address": f"{self.address}/feeds/{code}.rss",
                "language": "vi",
                "items": len(feed.items),
            }
            for code, feed in self.replay.feeds.items()
        ]
        if self.replay.pages:
            address = f"{self.address}/feeds/pages.rss"
            listed.append(
                {"name": "pages", "address": address, "language": "en", "items": len(self.replay.pages)}
            )
        return listed

    def answer(self, path: str) -> Answer | None:
        """The answer to GET `path`, or None where there is nothing."""
        match path.lstrip("/").partition("/"):
            case "robots.txt", _, _:
                return "text/plain", b"User-agent: *\nDisallow:\n"
            case "feeds.json", _, _:
                return JSON, json.dumps(self.feeds(), ensure_ascii=False).encode()
            case "summary.json", _, _:
                return JSON, json.dumps(self.replay.summary()).encode()
            case "feeds", _, "pages.rss":
                return RSS, self._feed_of_pages()
            case "feeds", _, name:
                feed = self.replay.feeds.get(name.removesuffix(".rss"))
                return (RSS, feed_body(self.replay, feed, self.address)) if feed else None
            case "item", _, name:
                wording = self.replay.page_wording(name.removesuffix(".html"))
                return (HTML, _page(wording)) if wording else None
            case "pages", _, name:
                page = self.replay.pages.get(name)
                return ("text/html", page) if page is not None else None
        return None

    def _feed_of_pages(self) -> bytes:
        return _channel(
            "pages", [_entry(f"{self.address}/pages/{name}", name, "", "") for name in self.replay.pages]
        )


def feed_body(replay: Replay, feed: ReplayFeed, home: str) -> bytes:
    """The feed as it stands; what it holds is noted as served."""
    entries = [
        _entry(replay.address_of(item, home), wording.title, wording.summary, format_datetime(item.published))
        for item, wording in replay.serve(feed, home)
    ]
    return _channel(f"{feed.source} {feed.day}", entries)


def _channel(title: str, entries: list[str]) -> bytes:
    head = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
    return f"{head}<title>{escape(title)}</title>\n{''.join(entries)}</channel></rss>\n".encode()


def _entry(address: str, title: str, summary: str, published: str) -> str:
    # A description is HTML inside XML: escaped once for each, so that the text arrives as it is in the file.
    text = escape(escape(NOT_XML.sub("", summary), quote=False), quote=False)
    date = f"<pubDate>{published}</pubDate>" if published else ""
    return (
        f"<item><title>{escape(NOT_XML.sub('', title), quote=False)}</title><link>{escape(address)}</link>"
        f"<guid>{escape(address)}</guid>{date}<description>{text}</description></item>\n"
    )


def _page(wording: Wording) -> bytes:
    title, text = escape(wording.title), escape(wording.summary)
    return (
        f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body><main><article><h1>{title}</h1><p>{text}</p></article></main></body></html>"
    ).encode()


def _handler_for(server: ReplayServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 30

        def do_GET(self) -> None:
            found = server.answer(self.path)
            if found is None:
                self._send(HTTPStatus.NOT_FOUND, HTML, b"<p>404</p>")
                return
            content_type, body = found
            tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
            if self.headers.get("If-None-Match") == tag:
                self._send(HTTPStatus.NOT_MODIFIED, content_type, b"", tag)
            else:
                self._send(HTTPStatus.OK, content_type, body, tag)

        def do_POST(self) -> None:
            if self.path == "/advance":
                body = json.dumps({"stage": server.replay.advance()}).encode()
                self._send(HTTPStatus.OK, JSON, body)
            else:
                self._send(HTTPStatus.NOT_FOUND, HTML, b"")

        def _send(self, status: HTTPStatus, content_type: str, body: bytes, tag: str = "") -> None:
            server.replay.requests[str(int(status))] += 1
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            if tag:
                self.send_header("ETag", tag)
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
            """Keep quiet; `requests` in the summary counts."""

    return Handler
