"""A web that answers what the test says, and the shortest feeds and pages that are still real ones."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

from haidang.base.net import Fetched, FetchFailed, FetchRequest
from haidang.base.sandbox import ParseFailed
from haidang.base.vault import Vault
from haidang.information.collect.jobs import fetch_due_pages, look_at_due_sources
from haidang.information.collect.models import Source, SourceKind
from haidang.information.collect.values import Looked, StoredEvent
from tests.cast import NOON

FEED = "https://bao-mau.example/rss/thoi-su.rss"
PAGE = "https://bao-mau.example/de-bien-tay.html"


@dataclass
class Entry:
    address: str = PAGE
    title: str = "Đê biển Tây được gia cố trước mùa mưa"
    summary: str = "Tỉnh Cà Mau gia cố 12 km đê biển Tây trước mùa mưa năm 2026."
    date: str = "Tue, 12 May 2026 09:00:00 +0700"


def rss(*entries: Entry) -> bytes:
    items = "".join(
        f"<item><title>{escape(e.title)}</title><link>{escape(e.address)}</link>"
        f"<description>{escape(e.summary)}</description><pubDate>{e.date}</pubDate></item>"
        for e in entries
    )
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Báo Mẫu</title>'
    return f"{head}<link>https://bao-mau.example/</link>{items}</channel></rss>".encode()


def html(title: str, *paragraphs: str) -> bytes:
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    head = f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    return f"{head}<body><article><h1>{escape(title)}</h1>{text}</article></body></html>".encode()


ARTICLE = html(
    "Đê biển Tây được gia cố trước mùa mưa",
    "Tỉnh Cà Mau gia cố 12 km đê biển Tây trước mùa mưa năm 2026. Công việc bắt đầu từ tháng 3 và đã qua "
    "hai xã ven biển, nơi sóng đánh vào chân đê mạnh nhất trong những năm gần đây.",
    "Đơn vị thi công cho biết 8 km đã xong, 4 km còn lại sẽ xong trước ngày 30 tháng 6. Người dân hai bên "
    "đê được báo trước khi xe chở đá đi qua và có số điện thoại để phản ánh khi cần.",
)


@dataclass
class FakeFetcher:
    """Answers from `answers`: bytes, a whole Fetched, a failure, or a Future that the test ends itself."""

    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[FetchRequest] = field(default_factory=list)
    now: datetime = NOON

    def start(self, request: FetchRequest) -> "Future[Fetched]":
        self.asked.append(request)
        answer = self.answers.get(request.address, FetchFailed("dns", request.address, "No such host."))
        if isinstance(answer, Future):
            return answer
        future: Future[Fetched] = Future()
        if isinstance(answer, Exception):
            future.set_exception(answer)
        else:
            future.set_result(self.fetched(request.address, answer))
        return future

    def fetched(self, address: str, answer: Any) -> Fetched:
        if isinstance(answer, Fetched):
            return replace(answer, fetched_at=self.now)
        kind = "application/rss+xml" if answer.startswith(b"<?xml") else "text/html; charset=utf-8"
        return Fetched(address, address, 200, (("Content-Type", kind),), answer, self.now, "192.0.2.7")


class FakeSandbox:
    """Calls in this process; an answer that contains `KILL` takes too long, as the real one would say."""

    def call(self, function: Callable[..., Any], *args: Any) -> Any:
        if b"KILL" in args[0]:
            raise ParseFailed("too_slow", "Reading the document took longer than 10 s and was ended.")
        return function(*args)


@dataclass
class Web:
    """A worker with its web: `look` and `fetch_pages` are its rounds, `told` its acknowledgements."""

    vault: Vault
    fetcher: FakeFetcher = field(default_factory=FakeFetcher)
    sandbox: FakeSandbox = field(default_factory=FakeSandbox)
    told: list[StoredEvent] = field(default_factory=list)

    def say(self, address: str, answer: Any) -> None:
        self.fetcher.answers[address] = answer

    def look(self, at: datetime, **more: Any) -> Looked:
        return self._round(look_at_due_sources, at, more)

    def fetch_pages(self, at: datetime, **more: Any) -> Looked:
        return self._round(fetch_due_pages, at, more)

    def _round(self, job: Callable[..., Looked], at: datetime, more: dict[str, Any]) -> Looked:
        self.fetcher.now = at
        tools = {"fetcher": self.fetcher, "sandbox": self.sandbox, "vault": self.vault}
        return job(**{**tools, "at": at, "stored": self.told.append, **more})


def make_web(home: Path) -> Web:
    return Web(Vault(home / "vault"))


def make_source(name: str = "Báo Mẫu", address: str = FEED, **more: Any) -> Source:
    values = {"kind": SourceKind.FEED, "due_at": NOON, "reads_articles": False, **more}
    return Source.objects.create(name=name, address=address, **values)
