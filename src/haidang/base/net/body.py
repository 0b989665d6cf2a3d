"""Read a body without believing it: every byte is counted, before and after inflating."""

import zlib
from collections.abc import AsyncIterator

from haidang.base.net.values import FetchFailed

_INFLATED = {"gzip", "x-gzip", "deflate"}
_PLAIN = {"", "identity"}
_MEMBER = b"\x1f\x8b"
_GZIP = zlib.MAX_WBITS | 16
_RAW = -zlib.MAX_WBITS
# Members of 20 bytes that hold nothing would keep the loop busy: 250,000 fit in 5 MB.
MAX_MEMBERS = 1000


class TooLarge(Exception):
    """More bytes than allowed."""


class Undecodable(Exception):
    """The bytes are not what Content-Encoding says."""


class Inflater:
    """Undoes one Content-Encoding, at most `limit` bytes in all; keeps what it got in `body`."""

    def __init__(self, encoding: str, *, limit: int) -> None:
        encoding = encoding.strip().lower()
        if encoding not in _INFLATED | _PLAIN:
            raise Undecodable(f"is packed as {encoding[:40]!r}, and we asked for gzip or deflate only")
        self._encoding = encoding
        self._limit = limit
        self._members = 0
        self._stream: zlib._Decompress | None = None
        self._held = b""
        self.body = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the wire. Raises TooLarge or Undecodable."""
        if self._encoding in _PLAIN:
            self._keep(data)
            return
        data, self._held = self._held + data, b""
        try:
            while data:
                data = self._inflate(data)
        except zlib.error as error:
            raise Undecodable(f"is not the {self._encoding} that it says") from error

    def finish(self) -> None:
        """Say that the wire has ended. Raises Undecodable when it ended too early."""
        if self._stream is not None and not self._stream.eof:
            raise Undecodable(f"ends in the middle of its {self._encoding}")

    def _inflate(self, data: bytes) -> bytes:
        """Inflate into the body; give back the bytes of a further gzip member."""
        if self._stream is None:
            self._stream = self._open(data)
        if self._stream.eof:
            if data == _MEMBER[:1]:
                self._held = data  # the wire may have cut a further member's mark in two
                return b""
            if self._encoding == "deflate" or not data.startswith(_MEMBER):
                return b""  # what trails the end is not part of the page
            self._stream = self._open(data)
        self._keep(self._stream.decompress(data, self._limit - len(self.body) + 1))
        return self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail

    def _open(self, data: bytes) -> "zlib._Decompress":
        self._members += 1
        if self._members > MAX_MEMBERS:
            raise Undecodable(f"is in more than {MAX_MEMBERS} pieces of gzip")
        if self._encoding != "deflate":
            return zlib.decompressobj(_GZIP)
        # RFC 9110 means zlib; some servers send the bare stream. Method 8 in the first byte is zlib.
        return zlib.decompressobj(zlib.MAX_WBITS if data[0] & 0x0F == zlib.DEFLATED else _RAW)

    def _keep(self, data: bytes) -> None:
        room = self._limit - len(self.body)
        self.body += data[:room]
        if len(data) > room:
            raise TooLarge


async def read_body(
    chunks: AsyncIterator[bytes], *, encoding: str, limit: int, address: str, cut: bool = False
) -> bytes:
    """The inflated body. Over the limit it is refused, or cut there when only its beginning matters.

    Raises FetchFailed `too_large` or `bad_encoding`.
    """
    try:
        inflater = Inflater(encoding, limit=limit)
        await _inflate_all(chunks, inflater, limit)
    except TooLarge as error:
        if not cut:
            raise too_large(address, limit) from error
    except Undecodable as error:
        raise FetchFailed("bad_encoding", address, f"The answer from {address} {error}.") from error
    return bytes(inflater.body)


async def _inflate_all(chunks: AsyncIterator[bytes], inflater: Inflater, limit: int) -> None:
    received = 0
    async for chunk in chunks:
        received += len(chunk)
        inflater.feed(chunk)
        if received > limit:
            raise TooLarge
    inflater.finish()


def too_large(address: str, limit: int) -> FetchFailed:
    return FetchFailed("too_large", address, f"The answer from {address} is larger than {limit:,} bytes.")
