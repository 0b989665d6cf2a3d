"""A small public site on loopback: one feed and its article pages, which a test may add to and edit."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Site:
    """What the site shows now. `address` is known once it is served."""

    name: str = "Trang mẫu"
    address: str = ""
    articles: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def feed(self) -> str:
        return f"{self.address}/feed.xml"

    def publish(self, slug: str, title: str, text: str) -> str:
        """Show an article, or another text of one that is shown; returns its address."""
        self.articles[slug] = (title, text)
        return f"{self.address}/{slug}"

    def page(self, path: str) -> tuple[str, bytes] | None:
        if path == "/feed.xml":
            items = "".join(
                f"<item><title>{escape(title)}</title><link>{self.address}/{slug}</link>"
                f"<description>{escape(text[:200])}</description></item>"
                for slug, (title, text) in self.articles.items()
            )
            feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{self.name}</title>{items}</channel></rss>'
            return "application/rss+xml; charset=utf-8", feed.encode()
        article = self.articles.get(path.lstrip("/"))
        if article is None:
            return None
        title, text = article
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
        html = f"<!doctype html><html lang=vi><title>{escape(title)}</title><article><h1>{escape(title)}</h1>"
        return "text/html; charset=utf-8", f"{html}{paragraphs}</article></html>".encode()


@contextmanager
def served(site: Site) -> Iterator[Site]:
    """Serve `site` on a free loopback port until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = site.page(self.path)
            content_type, body = found or ("text/plain", b"nothing here")
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
