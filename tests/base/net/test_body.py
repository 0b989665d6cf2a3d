"""Bodies are counted before and after inflating."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.base.net import FetchFailed
from haidang.base.net.body import MAX_MEMBERS, read_body

ADDRESS = "http://a.example/"


def _raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
}


def _read(wire: bytes, encoding: str, *, limit: int = 10_000, cut: bool = False, step: int = 7) -> bytes:
    async def chunks() -> AsyncIterator[bytes]:
        for begin in range(0, len(wire), step):
            yield wire[begin : begin + step]

    return asyncio.run(read_body(chunks(), encoding=encoding, limit=limit, address=ADDRESS, cut=cut))


def _code(wire: bytes, encoding: str, limit: int = 10_000) -> str:
    with pytest.raises(FetchFailed) as failed:
        _read(wire, encoding, limit=limit)
    return failed.value.code


@given(st.binary(max_size=500), st.sampled_from(sorted(PACKERS)), st.integers(1, 50))
def test_what_was_packed_is_read_in_any_pieces(data: bytes, encoding: str, step: int) -> None:
    assert _read(PACKERS[encoding](data), encoding, step=step) == data


@given(st.binary(max_size=300))
def test_deflate_without_its_wrapping_is_read_too(data: bytes) -> None:
    assert _read(_raw(data), " Deflate ") == data


@given(st.lists(st.binary(max_size=50), max_size=8))
def test_gzip_in_several_members_is_one_page(parts: list[bytes]) -> None:
    assert _read(b"".join(map(gzip.compress, parts)), "gzip") == b"".join(parts)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_what_trails_the_end_is_left_out(encoding: str) -> None:
    assert _read(PACKERS[encoding](b"page") + b"\0\0trailing", encoding) == b"page"


@pytest.mark.parametrize("encoding", sorted(PACKERS))
def test_exactly_the_limit_passes_and_one_byte_more_does_not(encoding: str) -> None:
    assert _read(PACKERS[encoding](b"x" * 100), encoding, limit=100) == b"x" * 100
    assert _code(PACKERS[encoding](b"x" * 101), encoding, limit=100) == "too_large"


@pytest.mark.parametrize("encoding", sorted(PACKERS))
def test_a_body_that_is_cut_keeps_its_beginning(encoding: str) -> None:
    data = bytes(range(256)) * 100
    assert _read(PACKERS[encoding](data), encoding, limit=1000, cut=True, step=300) == data[:1000]


def test_too_much_on_the_wire_is_too_much_even_if_nothing_comes_of_it() -> None:
    assert _code(gzip.compress(b"page") + bytes(20_000), "gzip") == "too_large"


@pytest.mark.parametrize(
    "encoding", ["br", "zstd", "compress", "gzip, gzip", "zlib_codec", "rot13", "gzip;q=1"]
)
def test_other_encodings_are_refused_with_the_reason(encoding: str) -> None:
    with pytest.raises(FetchFailed, match="we asked for gzip or deflate only") as failed:
        _read(b"x", encoding)
    assert failed.value.code == "bad_encoding"


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_what_is_cut_short_or_damaged_is_refused(encoding: str) -> None:
    wire = PACKERS[encoding](b"page" * 100)
    assert _code(wire[:-5], encoding) == "bad_encoding"
    assert _code(b"\x1f\x8b" + wire[5:], encoding) == "bad_encoding"


def test_an_empty_body_needs_no_packing() -> None:
    assert _read(b"", "gzip") == b""


def test_thousands_of_empty_members_are_refused() -> None:
    assert _code(gzip.compress(b"") * (MAX_MEMBERS + 1), "gzip", limit=10**6) == "bad_encoding"
