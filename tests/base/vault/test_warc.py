"""A fetched answer as a WARC record: others can read it, it never varies, and any change shows."""

import gzip
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from haidang.base.vault import warc
from haidang.base.vault.warc import (
    DamagedRecord,
    NotRecordable,
    WarcResponse,
    body_of,
    read_record,
    warc_record,
)

AT = datetime(2026, 5, 12, 0, 42, 7, 250000, tzinfo=UTC)
HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Encoding", "gzip"),
    ("Content-Length", "51"),
    ("Set-Cookie", "a=1"),
    ("Set-Cookie", "b=2"),
    ("X-Title", "Cà Mau"),
)
BODY = "<p>Cầu Đầm Cùng vẫn thông xe.</p>".encode()
ADDRESS = "https://tin.example/cau-dam-cung?q=1"


def record(**changes: object) -> bytes:
    values: dict[str, object] = {
        "address": ADDRESS,
        "status": 200,
        "headers": HEADERS,
        "body": BODY,
        "fetched_at": AT,
        "peer": "203.0.113.9",
    }
    return warc_record(**{**values, **changes})  # type: ignore[arg-type]  # values are put together by name


def test_warcio_reads_the_record_and_finds_its_digests_right() -> None:
    records = ArchiveIterator(BytesIO(record()), check_digests="raise")
    read = next(records)
    fields = dict(read.rec_headers.headers)
    assert read.rec_headers.protocol == "WARC/1.1"
    assert read.rec_type == "response"
    assert fields["WARC-Target-URI"] == ADDRESS
    assert fields["WARC-Date"] == "2026-05-12T00:42:07.250000Z"
    assert fields["WARC-IP-Address"] == "203.0.113.9"
    assert fields["WARC-Record-ID"].startswith("<urn:uuid:")
    assert fields["WARC-Block-Digest"].startswith("sha256:")
    assert fields["WARC-Payload-Digest"].startswith("sha256:")
    assert read.http_headers.get_statuscode() == "200"
    assert read.http_headers.get_header("Content-Type") == "text/html; charset=utf-8"
    assert read.content_stream().read() == BODY
    assert read.digest_checker.passed is True
    assert list(records) == []


def test_warcio_sees_a_digest_that_does_not_fit() -> None:
    torn = gzip.decompress(record()).replace(b"<p>", b"<q>")
    read = next(ArchiveIterator(BytesIO(gzip.compress(torn)), check_digests="raise"))
    with pytest.raises(ArchiveLoadFailed, match="digest failed"):
        read.content_stream().read()


def test_what_was_recorded_is_read_back() -> None:
    assert read_record(record()) == WarcResponse(ADDRESS, AT, 200, HEADERS, BODY, "203.0.113.9")
    assert body_of(record()) == BODY


def test_the_same_answer_is_the_same_bytes() -> None:
    hanoi = AT.astimezone(timezone(timedelta(hours=7)))
    assert record() == record(fetched_at=hanoi)
    assert record() != record(fetched_at=AT + timedelta(microseconds=1))
    assert record()[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"  # no time, no operating system


def test_the_body_is_kept_inflated_so_its_encoding_is_kept_aside() -> None:
    plain = gzip.decompress(record())
    assert b"\r\nContent-Encoding:" not in plain
    assert b"\r\nX-Haidang-As-Sent-Content-Encoding: gzip\r\n" in plain


def test_a_record_without_headers_body_or_peer_is_read_back() -> None:
    read = read_record(record(headers=(), body=b"", peer="", status=304))
    assert (read.headers, read.body, read.peer, read.status) == ((), b"", "", 304)


def test_the_zone_of_a_link_local_peer_is_dropped() -> None:
    assert read_record(record(peer="fe80::1%eth0")).peer == "fe80::1"


@given(
    status=st.integers(100, 599),
    headers=st.lists(
        st.tuples(
            st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,20}", fullmatch=True),
            st.text(st.characters(exclude_characters="\r\n\x00", exclude_categories=["Cs"])).map(
                lambda value: value.strip(" \t")
            ),
        )
    ),
    body=st.binary(),
    at=st.datetimes(timezones=st.just(UTC)),
)
def test_any_answer_survives(status: int, headers: list[tuple[str, str]], body: bytes, at: datetime) -> None:
    read = read_record(record(status=status, headers=headers, body=body, fetched_at=at))
    assert (read.status, list(read.headers), read.body, read.fetched_at) == (status, headers, body, at)


def test_header_bytes_that_are_not_utf8_come_back_as_they_were() -> None:
    odd = ("X-Odd", b"caf\xe9".decode("utf-8", "surrogateescape"))
    assert read_record(record(headers=[odd])).headers == (odd,)


def test_a_header_cannot_smuggle_in_a_line() -> None:
    read = read_record(record(headers=[("X-Odd", "a\r\nWARC-Type: metadata\r\n\r\nb")]))
    assert read.headers == (("X-Odd", "a WARC-Type: metadata b"),)


@pytest.mark.parametrize(
    "changes",
    [
        {"address": ""},
        {"address": "https://a.example/\r\nWARC-Type: x"},
        {"headers": [("Bad Name", "x")]},
        {"headers": [("", "x")]},
        {"headers": [("X", "\ud800")]},
        {"peer": "tin.example"},
        {"fetched_at": datetime(2026, 5, 12)},  # noqa: DTZ001  the point of the test
    ],
)
def test_what_would_break_the_record_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(NotRecordable):
        record(**changes)


@given(st.data())
def test_a_change_of_any_byte_is_seen(data: st.DataObject) -> None:
    whole = record()
    where = data.draw(st.integers(10, len(whole) - 1))  # the ten bytes before say nothing about the content
    torn = bytearray(whole)
    torn[where] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DamagedRecord):
        read_record(bytes(torn))


@given(st.binary())
def test_any_bytes_are_a_record_or_refused(data: bytes) -> None:
    with pytest.raises(DamagedRecord):
        read_record(data)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"WARC/1.1", b"WARC/0.9", "WARC/1.1"),
        (b"Content-Type: application/http; msgtype=response\r\nContent-Length", b"X", "length"),
        (BODY, BODY.replace(b"p", b"q"), "block digest"),
        (b"WARC-Block-Digest", b"X", "block digest"),
        (b"WARC-Payload-Digest: sha256:", b"X: ", "payload digest"),
        (b"WARC-Target-URI", b"X", "a line that it needs"),
        (b"WARC-Date: 2", b"WARC-Date: x", "a line that it needs"),
        (b"\r\n\r\n", b"\n\n", "headers do not end"),
    ],
)
def test_a_damaged_record_says_what_is_wrong(old: bytes, new: bytes, why: str) -> None:
    torn = gzip.compress(gzip.decompress(record()).replace(old, new))
    with pytest.raises(DamagedRecord, match=why):
        read_record(torn)


def test_two_members_or_a_torn_end_are_refused() -> None:
    for torn in (record() + record(), record()[:-1]):
        with pytest.raises(DamagedRecord, match="one gzip member"):
            read_record(torn)


def test_a_bomb_is_refused_before_it_is_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_RECORD", 1000)
    with pytest.raises(DamagedRecord, match="sensible size"):
        read_record(gzip.compress(bytes(10_000)))
