"""Take a web address apart once, strictly, so that nothing later reads it in another way. Pure."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from yarl import URL

from haidang.base.net.policy import NetPolicy
from haidang.base.net.values import FetchFailed

MAX_ADDRESS = 4096

_DEFAULT_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_AUTHORITY = re.compile(r"(?P<host>\[[^\[\]]+\]|[^\[\]:@]+)(?::(?P<port>[0-9]{0,5}))?")
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
# getaddrinfo reads `2130706433`, `0x7f000001`, `0177.0.0.1` and `127.1` as 127.0.0.1; so do browsers.
_ENDS_IN_A_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
# Everything a path or query may hold unescaped; `%` stays, so that what was escaped is sent as it was.
_KEPT = "/?:@!$&'()*+,;=~-._%[]|"


@dataclass(frozen=True, slots=True)
class Location:
    """One address, taken apart; `host` is an ASCII name or a canonical IP address without brackets."""

    scheme: str
    host: str
    port: int
    path: str
    query: str
    is_ip: bool

    @property
    def origin(self) -> str:
        port = "" if self.port == _DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self._bracketed}{port}"

    @property
    def address(self) -> str:
        return self.origin + self.path + (f"?{self.query}" if self.query else "")

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def url(self) -> URL:
        """The same address for aiohttp, built from the parts and never parsed again."""
        return URL.build(
            scheme=self.scheme,
            host=self._bracketed,
            port=self.port,
            path=self.path,
            query_string=self.query,
            encoded=True,
        )


def read_location(address: str, policy: NetPolicy) -> Location:
    """Take an http(s) address apart. Raises FetchFailed `bad_address` or `forbidden_port`."""
    text = address.strip()
    if len(text) > MAX_ADDRESS:
        raise _bad(address, f"is longer than {MAX_ADDRESS} characters")
    if _CONTROL.search(text):
        raise _bad(address, "has control characters in it")
    try:
        parts = urlsplit(text)
        path, query = quote(parts.path or "/", _KEPT), quote(parts.query, _KEPT)
    except ValueError as error:
        raise _bad(address, "cannot be read") from error
    if parts.scheme not in _DEFAULT_PORTS:
        raise _bad(address, "does not begin with http:// or https://")
    authority = _AUTHORITY.fullmatch(parts.netloc)
    if authority is None:
        raise _bad(address, "needs a plain host name, without user name or odd signs")
    host, is_ip = _host(authority["host"], address)
    port = int(authority["port"] or _DEFAULT_PORTS[parts.scheme])
    if not policy.allows_port(port):
        raise FetchFailed("forbidden_port", address, f"Port {port} of {host} is not one that we fetch from.")
    return Location(scheme=parts.scheme, host=host, port=port, path=path, query=query, is_ip=is_ip)


def redirected(location: Location, target: str, policy: NetPolicy) -> Location:
    """Where a Location header leads, read as strictly as the first address."""
    try:
        address = urljoin(location.address, target.strip())
    except ValueError as error:
        raise _bad(target, "cannot be read") from error
    return read_location(address, policy)


def _host(written: str, address: str) -> tuple[str, bool]:
    """The host in the one spelling that we use, and whether it is an IP address."""
    try:
        if written.startswith("["):
            return _canonical_6(written[1:-1]), True
        name = written if written.isascii() else URL.build(scheme="http", host=written).raw_host or ""
        name = name.lower().removesuffix(".")
        if _ENDS_IN_A_NUMBER.fullmatch(name):
            return str(IPv4Address(name)), True
    except AddressValueError as error:
        raise _bad(address, f"has the host {written}, a number that is no plain IP address") from error
    except ValueError as error:
        raise _bad(address, f"has the host {written}, which is no host name") from error
    if _NAME.fullmatch(name) is None:
        raise _bad(address, f"has the host {written}, which is no host name")
    return name, False


def _canonical_6(written: str) -> str:
    if "%" in written:
        raise AddressValueError("an address with a zone is for one link only")
    return str(IPv6Address(written))


def _bad(address: str, why: str) -> FetchFailed:
    return FetchFailed("bad_address", address, f"The address {address[:200]!r} {why}.")
