"""A fetched answer as one WARC/1.1 response record in one gzip member, the same bytes every time. Pure.

Our own writer: warcio rewrites HTTP headers that are not ASCII and invents record ids. The tests read what is
written here with warcio. The body is kept inflated, so the headers that describe how it was sent
(Content-Encoding and the like) are kept under another name, and given back under their own.
"""

import hashlib
import ipaddress
import re
import struct
import uuid
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

MAX_RECORD = 64 * 2**20  # a bundle comes from outside; base.net never fetches more than 5 MiB
_AS_SENT = "X-Haidang-As-Sent-"
_TRANSPORT = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"  # no name, no time, no operating system


class NotRecordable(ValueError):
    """A value would break the record's lines."""

    def __init__(self, what: str, value: str) -> None:
        super().__init__(f"The {what} {value[:80]!r} cannot stand in a WARC record; fetch the page again.")


class DamagedRecord(ValueError):
    """The bytes are not one of our records, or were changed."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The WARC record is not intact: {why}; take it from the vault or a backup again.")


@dataclass(frozen=True, slots=True)
class WarcResponse:
    """What a record says was fetched."""

    address: str
    fetched_at: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    peer: str


def warc_record(
    *,
    address: str,
    status: int,
    headers: Iterable[tuple[str, str]],
    body: bytes,
    fetched_at: datetime,
    peer: str,
) -> bytes:
    """Return the record of one answer. Raises NotRecordable for values that no HTTP client hands out."""
    if fetched_at.tzinfo is None:
        raise NotRecordable("time without a zone", fetched_at.isoformat())
    if not address or re.search(r"[\x00-\x20\x7f]", address):
        raise NotRecordable("address", address)
    block = _http_head(status, headers) + body
    fields = [
        ("WARC-Type", "response"),
        ("WARC-Target-URI", address),
        ("WARC-Date", fetched_at.astimezone(UTC).isoformat().replace("+00:00", "Z")),
        *_peer_field(peer),
        ("WARC-Block-Digest", _digest(block)),
        ("WARC-Payload-Digest", _digest(body)),
        ("Content-Type", "application/http; msgtype=response"),
        ("Content-Length", str(len(block))),
    ]
    identity = uuid.uuid5(uuid.NAMESPACE_URL, _digest(_lines("WARC/1.1", fields)))
    fields.insert(1, ("WARC-Record-ID", f"<urn:uuid:{identity}>"))
    return _gzip(_lines("WARC/1.1", fields) + block + b"\r\n\r\n")


def read_record(warc: bytes) -> WarcResponse:
    """Read a record and check both digests again. Raises DamagedRecord with the reason."""
    version, fields, rest = _split_head(_gunzip(warc))
    if version != "WARC/1.1":
        raise DamagedRecord("it does not begin with WARC/1.1")
    named = dict(fields)
    block = rest.removesuffix(b"\r\n\r\n")
    if named.get("Content-Length") != str(len(block)) or len(rest) != len(block) + 4:
        raise DamagedRecord("its length is not the one it states")
    if named.get("WARC-Block-Digest") != _digest(block):
        raise DamagedRecord("its block digest does not fit its bytes")
    status_line, http_fields, body = _split_head(block)
    if named.get("WARC-Payload-Digest") != _digest(body):
        raise DamagedRecord("its payload digest does not fit its body")
    try:
        return WarcResponse(
            address=named["WARC-Target-URI"],
            fetched_at=datetime.fromisoformat(named["WARC-Date"]),
            status=int(status_line.split(" ")[1]),
            headers=tuple((_own_name(name), value) for name, value in http_fields),
            body=body,
            peer=named.get("WARC-IP-Address", ""),
        )
    except (KeyError, IndexError, ValueError) as cause:
        raise DamagedRecord("a line that it needs is missing or unreadable") from cause


def body_of(warc: bytes) -> bytes:
    """The body alone, checked as `read_record` does."""
    return read_record(warc).body


def _http_head(status: int, headers: Iterable[tuple[str, str]]) -> bytes:
    kept: list[tuple[str, str]] = []
    for name, value in headers:
        if not _TOKEN.fullmatch(name):
            raise NotRecordable("header name", name)
        moved = name.lower() in _TRANSPORT or name.startswith(_AS_SENT)
        kept.append((f"{_AS_SENT}{name}" if moved else name, re.sub(r"[\x00\r\n]+", " ", value).strip(" \t")))
    # No reason phrase: Python's table of them changes between versions, and the record must not.
    return _lines(f"HTTP/1.1 {status} ", kept)


def _own_name(name: str) -> str:
    return name.removeprefix(_AS_SENT)


def _peer_field(peer: str) -> list[tuple[str, str]]:
    if not peer:
        return []
    try:
        return [("WARC-IP-Address", str(ipaddress.ip_address(peer.partition("%")[0])))]
    except ValueError:
        raise NotRecordable("peer address", peer) from None


def _lines(first: str, fields: Sequence[tuple[str, str]]) -> bytes:
    text = "\r\n".join([first, *(f"{name}: {value}" for name, value in fields), "", ""])
    try:
        return text.encode("utf-8", "surrogateescape")  # bytes that are not UTF-8 come back as they were
    except UnicodeEncodeError as cause:
        raise NotRecordable("text", ascii(text[cause.start : cause.end])) from cause


def _split_head(data: bytes) -> tuple[str, list[tuple[str, str]], bytes]:
    head, blank, rest = data.partition(b"\r\n\r\n")
    if not blank:
        raise DamagedRecord("its headers do not end")
    first, *lines = head.decode("utf-8", "surrogateescape").split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    return first, [(name, value) for name, _, value in pairs], rest


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _gzip(data: bytes) -> bytes:
    compressor = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = compressor.compress(data) + compressor.flush()
    return _GZIP_HEADER + deflated + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def _gunzip(data: bytes) -> bytes:
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        inflated = inflater.decompress(data, MAX_RECORD)
    except zlib.error as cause:
        raise DamagedRecord("it cannot be inflated") from cause
    if not inflater.eof or inflater.unused_data:
        raise DamagedRecord("it is not exactly one gzip member of sensible size")
    return inflated
