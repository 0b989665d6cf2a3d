"""What servers do to those who read them: each behaviour by its name, with the code of the failure it must give.

An empty code means that the page must come through all the same.
"""

import gzip
import socket
import struct
import zlib
from functools import cache

from tests.hostile.server import Behaviour, Visit

OK = b"HTTP/1.1 200 OK\r\n"
HTML = b"Content-Type: text/html\r\n"


@cache
def bomb_member() -> bytes:
    """64 MB of zeros as gzip: 64 kB on the wire."""
    return gzip.compress(bytes(64 * 2**20), compresslevel=9)


@cache
def deflated() -> bytes:
    """32 MB of zeros as deflate."""
    return zlib.compress(bytes(32 * 2**20))


def says_nothing(visit: Visit) -> None:
    visit.for_ever(b"", every_s=0.2)


def dribbles_its_header(visit: Visit) -> None:
    visit.send(OK)
    visit.for_ever(b"X-Slow: 1\r\n", every_s=0.05)


def dribbles_its_status_line(visit: Visit) -> None:
    for sign in OK * 10:
        visit.send(bytes([sign]))
        if not visit.wait(0.2):
            return


def dribbles_its_body(visit: Visit) -> None:
    visit.send(OK + HTML + b"Content-Length: 100000\r\n\r\n")
    visit.for_ever(b"x", every_s=0.05)


def stops_in_the_body(visit: Visit) -> None:
    visit.send(OK + HTML + b"Content-Length: 1000\r\n\r\nhalf")
    visit.for_ever(b"", every_s=0.2)


def never_ends(visit: Visit) -> None:
    visit.send(OK + HTML + b"\r\n")
    visit.for_ever(b"x" * 65536)


def never_ends_in_chunks(visit: Visit) -> None:
    visit.send(OK + HTML + b"Transfer-Encoding: chunked\r\n\r\n")
    visit.for_ever(b"10000\r\n" + b"x" * 65536 + b"\r\n")


def announces_too_much(visit: Visit) -> None:
    visit.send(OK + HTML + b"Content-Length: 99999999999\r\n\r\nx")
    visit.for_ever(b"", every_s=0.2)


def gzip_bomb_of_gigabytes(visit: Visit) -> None:
    visit.send(OK + HTML + b"Content-Encoding: gzip\r\n\r\n")
    for _ in range(48):  # 3 GB
        visit.send(bomb_member())


def deflate_bomb(visit: Visit) -> None:
    visit.answer(deflated(), "Content-Encoding: deflate")


def nested_gzip(visit: Visit) -> None:
    visit.answer(gzip.compress(bomb_member()), "Content-Encoding: gzip, gzip")


def nested_gzip_in_two_headers(visit: Visit) -> None:
    body = gzip.compress(gzip.compress(b"x"))
    visit.answer(body, "Content-Encoding: gzip", "Content-Encoding: gzip")


def gzip_of_many_empty_members(visit: Visit) -> None:
    visit.answer(gzip.compress(b"") * 100_000, "Content-Encoding: gzip")


def gzip_that_is_not(visit: Visit) -> None:
    visit.answer(b"<html>plain</html>", "Content-Encoding: gzip")


def gzip_cut_short(visit: Visit) -> None:
    visit.answer(gzip.compress(b"x" * 5000)[:-12], "Content-Encoding: gzip")


def unknown_encoding(visit: Visit) -> None:
    visit.answer(b"\x0b\x02\x80hello\x03", "Content-Encoding: br")


def codec_name_as_encoding(visit: Visit) -> None:
    visit.answer(b"x", "Content-Encoding: zlib_codec")


def odd_charset(visit: Visit) -> None:
    visit.answer("Cà Mau".encode(), "Content-Type: text/html; charset=zlib_codec")


def header_that_is_not_text(visit: Visit) -> None:
    visit.send(OK + b"X-Odd: \xff\xfe\xe0\r\nContent-Length: 2\r\n\r\nok")


def redirects_to_itself(visit: Visit) -> None:
    visit.answer(b"", f"Location: {visit.path}", status="302 Found")


def redirects_for_ever(visit: Visit) -> None:
    visit.answer(b"", f"Location: {visit.path}x", status="301 Moved Permanently")


def redirects_to_metadata(visit: Visit) -> None:
    visit.answer(b"", "Location: http://169.254.169.254/latest/meta-data/", status="302 Found")


def redirects_to_a_file(visit: Visit) -> None:
    visit.answer(b"", "Location: file:///etc/passwd", status="302 Found")


def redirects_to_another_port(visit: Visit) -> None:
    visit.answer(b"", "Location: http://127.0.0.1:22/", status="307 Temporary Redirect")


def redirects_nowhere(visit: Visit) -> None:
    visit.answer(b"", status="302 Found")


def redirects_to_nonsense(visit: Visit) -> None:
    visit.answer(b"", "Location: http://[::1", status="302 Found")


def thousands_of_headers(visit: Visit) -> None:
    visit.send(OK + b"".join(b"X-%d: 1\r\n" % number for number in range(10_000)) + b"\r\nok")


def endless_headers(visit: Visit) -> None:
    visit.send(OK)
    visit.for_ever(b"X-More: " + b"y" * 1000 + b"\r\n")


def huge_header_line(visit: Visit) -> None:
    visit.send(OK + b"X-Huge: ")
    visit.for_ever(b"y" * 65536)


def huge_status_line(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 ")
    visit.for_ever(b"y" * 65536)


def endless_trailers(visit: Visit) -> None:
    visit.send(OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n")
    visit.for_ever(b"X-More: " + b"y" * 1000 + b"\r\n")


def endless_early_hints(visit: Visit) -> None:
    visit.for_ever(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")


def no_status_line(visit: Visit) -> None:
    visit.send(b"<html>hello</html>\r\n\r\n")


def speaks_another_protocol(visit: Visit) -> None:
    visit.send(b"SSH-2.0-OpenSSH_9.2\r\n")


def impossible_status(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 abc OK\r\n\r\n")


def shorter_than_announced(visit: Visit) -> None:
    visit.send(OK + b"Content-Length: 1000\r\n\r\nshort")


def longer_than_announced(visit: Visit) -> None:
    visit.send(OK + b"Content-Length: 2\r\n\r\nok and much more")


def two_lengths(visit: Visit) -> None:
    visit.send(OK + b"Content-Length: 2\r\nContent-Length: 5\r\n\r\nok...")


def negative_length(visit: Visit) -> None:
    visit.send(OK + b"Content-Length: -1\r\n\r\nok")


def bad_chunk_size(visit: Visit) -> None:
    visit.send(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n")


def chunks_cut_short(visit: Visit) -> None:
    visit.send(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")


def resets(visit: Visit) -> None:
    visit.send(OK + b"Content-Length: 100\r\n\r\nhalf")
    visit.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    visit.connection.close()


def hangs_up_at_once(visit: Visit) -> None:
    visit.connection.close()


def closes_its_half(visit: Visit) -> None:
    visit.connection.shutdown(socket.SHUT_WR)
    visit.for_ever(b"", every_s=0.2)


def fails(visit: Visit) -> None:
    visit.answer(b"x" * 10_000_000, status="500 Internal Server Error")


def says_not_modified_unasked(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 304 Not Modified\r\n\r\n")


def switches_protocols(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n")
    visit.for_ever(b"", every_s=0.2)


EXPECTED: dict[Behaviour, set[str]] = {
    says_nothing: {"deadline"},
    dribbles_its_header: {"deadline", "bad_answer"},
    dribbles_its_status_line: {"deadline"},
    dribbles_its_body: {"deadline"},
    stops_in_the_body: {"deadline"},
    never_ends: {"too_large"},
    never_ends_in_chunks: {"too_large"},
    announces_too_much: {"too_large"},
    gzip_bomb_of_gigabytes: {"too_large"},
    deflate_bomb: {"too_large"},
    nested_gzip: {"bad_encoding"},
    nested_gzip_in_two_headers: {"bad_encoding"},
    gzip_of_many_empty_members: {"bad_encoding"},
    gzip_that_is_not: {"bad_encoding"},
    gzip_cut_short: {"bad_encoding"},
    unknown_encoding: {"bad_encoding"},
    codec_name_as_encoding: {"bad_encoding"},
    odd_charset: {""},
    header_that_is_not_text: {""},
    redirects_to_itself: {"redirects"},
    redirects_for_ever: {"redirects"},
    redirects_to_metadata: {"forbidden_address"},
    redirects_to_a_file: {"bad_address"},
    redirects_to_another_port: {"forbidden_port"},
    redirects_nowhere: {"redirects"},
    redirects_to_nonsense: {"bad_address"},
    thousands_of_headers: {"bad_answer"},
    endless_headers: {"bad_answer"},
    huge_header_line: {"bad_answer"},
    huge_status_line: {"bad_answer"},
    endless_trailers: {"bad_answer", "connection"},
    endless_early_hints: {"deadline"},
    no_status_line: {"bad_answer"},
    speaks_another_protocol: {"bad_answer", "connection"},
    impossible_status: {"bad_answer"},
    shorter_than_announced: {"connection"},
    longer_than_announced: {"", "bad_answer"},
    two_lengths: {"bad_answer"},
    negative_length: {"bad_answer"},
    bad_chunk_size: {"connection", "bad_answer"},
    chunks_cut_short: {"connection"},
    resets: {"connection"},
    hangs_up_at_once: {"connection"},
    closes_its_half: {"connection"},
    fails: {"http_500"},
    says_not_modified_unasked: {"http_304"},
    switches_protocols: {"http_101", "bad_answer"},
}
