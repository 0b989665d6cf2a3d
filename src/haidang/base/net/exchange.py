"""One question and one answer over one connection: no redirect, no cookie, no proxy, no second chance."""

import errno
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp

from haidang.base.net.body import read_body, too_large
from haidang.base.net.door import CheckedNames, LastDoor
from haidang.base.net.location import Location
from haidang.base.net.policy import NetPolicy
from haidang.base.net.resolving import Resolver, checked_addresses
from haidang.base.net.values import FetchFailed

MAX_HEADERS = 128
MAX_HEADER_LINE = 16 * 1024
SUCCESS = range(200, 300)

_UNLIMITED = aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one server said; the body is read only when the status is a success."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    peer: str

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")


class Exchange:
    """Asks one location at a time; the caller sets the deadline by cancelling."""

    def __init__(self, policy: NetPolicy, resolver: Resolver) -> None:
        self._policy = policy
        self._resolver = resolver
        self._tls = ssl.create_default_context()
        self._tls.set_alpn_protocols(["http/1.1"])

    async def ask(
        self, location: Location, *, accept: str, conditions: Mapping[str, str], limit: int, cut: bool = False
    ) -> Answer:
        """GET the location. Raises FetchFailed with the reason."""
        addresses = await checked_addresses(location, self._resolver, self._policy)
        door = LastDoor(addresses, location.port)
        headers = {
            "User-Agent": self._policy.user_agent,
            "Accept": accept,
            "Accept-Encoding": "gzip, deflate",
            **conditions,
        }
        try:
            async with (
                self._session(door, addresses) as session,
                session.get(location.url, headers=headers, allow_redirects=False) as response,
            ):
                return await _answer(response, door, location.address, limit=limit, cut=cut)
        except FetchFailed:
            raise
        except Exception as error:  # whatever a hostile wire does to a library is a failed fetch
            raise _failure(error, door, location) from error

    def _session(self, door: LastDoor, addresses: tuple[str, ...]) -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            resolver=CheckedNames(addresses),
            socket_factory=door.open,
            use_dns_cache=False,
            force_close=True,
            ssl=self._tls,
        )
        return aiohttp.ClientSession(
            connector=connector,
            trace_configs=[door.watch()],
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            timeout=_UNLIMITED,
            max_line_size=MAX_HEADER_LINE,
            max_field_size=MAX_HEADER_LINE,
            max_headers=MAX_HEADERS,
        )


async def _answer(
    response: aiohttp.ClientResponse, door: LastDoor, address: str, *, limit: int, cut: bool
) -> Answer:
    headers = tuple((_text(name), _text(value)) for name, value in response.raw_headers)
    body = b""
    if response.status in SUCCESS:
        if not cut and (response.content_length or 0) > limit:
            raise too_large(address, limit)
        encoding = ", ".join(value for name, value in headers if name.lower() == "content-encoding")
        chunks = response.content.iter_any()
        body = await read_body(chunks, encoding=encoding, limit=limit, address=address, cut=cut)
    return Answer(status=response.status, headers=headers, body=body, peer=door.peer)


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _failure(error: Exception, door: LastDoor, location: Location) -> FetchFailed:
    """The reason in our words: what happened on the wire, never a library's own message."""
    code, what = "unexpected", f"could not be read, in a way nobody foresaw ({type(error).__name__})"
    if door.refused:
        code, what = "forbidden_address", f"would have led to {door.refused}, which was not checked"
    elif isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        code, what = "tls", "could not show a certificate that we trust"
    elif isinstance(error, aiohttp.ClientConnectorError):
        refused = error.errno == errno.ECONNREFUSED
        code, what = ("refused", "refuses connections") if refused else ("connection", "cannot be reached")
    elif isinstance(error, aiohttp.ClientResponseError):
        code, what = "bad_answer", "sent something that is not HTTP as we read it"
    elif isinstance(error, aiohttp.ClientError | OSError):
        code, what = "connection", "broke the connection before its answer was complete"
    return FetchFailed(code, location.address, f"The server {location.host} {what}.")
