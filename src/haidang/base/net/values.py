"""What goes into a fetch and what comes out of it: plain values, and one named failure."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """One page asked for; `etag` and `last_modified` make the question conditional."""

    address: str
    etag: str = ""
    last_modified: str = ""
    accept: str = "*/*"
    obey_robots: bool = True

    @property
    def conditional(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer: the headers as the server sent them, the body inflated."""

    asked: str
    address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: datetime
    peer: str

    def header(self, name: str) -> str:
        """The first header of that name, or an empty text."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")

    @property
    def content_type(self) -> str:
        return self.header("content-type")

    @property
    def etag(self) -> str:
        return self.header("etag")

    @property
    def last_modified(self) -> str:
        return self.header("last-modified")

    @property
    def not_modified(self) -> bool:
        return self.status == 304  # noqa: PLR2004 - the number is the name


class FetchFailed(Exception):
    """A page could not be had: `code` for programs, `str()` is one sentence for people."""

    def __init__(self, code: str, address: str, sentence: str) -> None:
        super().__init__(code, address, sentence)
        self.code = code
        self.address = address
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence
