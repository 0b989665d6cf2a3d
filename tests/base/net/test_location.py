"""An address is read in one way, or refused in one sentence."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.base.net import FetchFailed, NetPolicy
from haidang.base.net.location import MAX_ADDRESS, read_location, redirected

POLICY = NetPolicy("Haidang", exceptions=frozenset({"127.0.0.1:8801", "[::1]:8802"}))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("http://news.example", "http://news.example/"),
        ("  https://News.Example:443/a ", "https://news.example/a"),
        ("HTTP://news.example:80/?q=1#top", "http://news.example/?q=1"),
        ("https://news.example:80/", "https://news.example:80/"),
        ("http://news.example./a", "http://news.example/a"),
        ("http://a_b.news.example/", "http://a_b.news.example/"),
        (
            "https://báo.example/tin-tức?từ=khoá",
            "https://xn--bo-mia.example/tin-t%E1%BB%A9c?t%E1%BB%AB=kho%C3%A1",
        ),
        ("http://news.example/a b", "http://news.example/a%20b"),
        ("http://news.example/a%2Fb%7e?c=%41+%20", "http://news.example/a%2Fb%7e?c=%41+%20"),
        ("http://news.example/a|b[1]", "http://news.example/a|b[1]"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700::1]/", "http://[2606:4700::1]/"),
        ("http://[2606:4700:0:0::1]:443/", "http://[2606:4700::1]:443/"),
        ("http://127.0.0.1:8801/x", "http://127.0.0.1:8801/x"),
        ("http://①②⑦.⓪.⓪.①/", "http://127.0.0.1/"),
    ],
)
def test_an_address_is_read(written: str, read: str) -> None:
    location = read_location(written, POLICY)
    assert location.address == read
    assert str(location.url) == read
    assert read_location(location.address, POLICY) == location


@pytest.mark.parametrize(
    "written",
    [
        "",
        "news.example",
        "//news.example/",
        "http:news.example",
        "http:///a",
        "http://",
        "ftp://news.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://user@news.example/",
        "http://user:word@news.example/",
        "http://news.example\\@127.0.0.1/",
        "http://news.example\n/",
        "http://news\t.example/",
        "http://news.example/\x00",
        "http://news..example/",
        "http://.example/",
        "http://news example/",
        "http://news%2eexample/",
        "http://[::1/",
        "http://a[::1]/",
        "http://[::1]a/",
        "http://[127.0.0.1]/",
        "http://[fe80::1%25eth0]/",
        "http://[]/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://0/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://news.example.7/",
        "http://news.example:port/",
        "http://news.example:999999/",
        "http://news.example:８０/",
        "http://\udc80.example/",
        "http://news.example/\udc80",
        f"http://{'a' * 64}.example/",
        f"http://{'a.' * 130}example/",
        f"http://news.example/{'a' * MAX_ADDRESS}",
        "http://xn--\uff0f.example/",
    ],
)
def test_what_cannot_be_read_in_one_way_is_refused_in_one_sentence(written: str) -> None:
    with pytest.raises(FetchFailed) as failed:
        read_location(written, POLICY)
    assert failed.value.code == "bad_address"
    assert failed.value.address == written
    assert str(failed.value).startswith("The address ")
    assert str(failed.value).endswith(".")


@pytest.mark.parametrize("port", ["0", "22", "25", "8080", "65535", "65536", "99999"])
def test_other_ports_are_refused(port: str) -> None:
    with pytest.raises(FetchFailed, match="Port") as failed:
        read_location(f"http://news.example:{port}/", POLICY)
    assert failed.value.code == "forbidden_port"


@pytest.mark.parametrize(
    ("target", "read"),
    [
        ("/b", "https://news.example/b"),
        ("b?c", "https://news.example/a/b?c"),
        ("?c", "https://news.example/a/x?c"),
        ("//other.example/b", "https://other.example/b"),
        (" http://other.example ", "http://other.example/"),
        ("tin tức", "https://news.example/a/tin%20t%E1%BB%A9c"),
    ],
)
def test_a_redirect_is_read_from_where_it_was_met(target: str, read: str) -> None:
    location = read_location("https://news.example/a/x?q", POLICY)
    assert redirected(location, target, POLICY).address == read


@pytest.mark.parametrize("target", ["http://[::1", "gopher://x/", "http://127.1/"])
def test_a_redirect_is_read_as_strictly(target: str) -> None:
    location = read_location("https://news.example/", POLICY)
    with pytest.raises(FetchFailed) as failed:
        redirected(location, target, POLICY)
    assert failed.value.code == "bad_address"


@given(st.text() | st.text(alphabet="htps:/@[]%.\\?#0x17f①。a ").map(lambda text: f"http://{text}"))
def test_anything_is_read_or_refused_and_read_again_alike(written: str) -> None:
    try:
        location = read_location(written, POLICY)
    except FetchFailed:
        return
    assert read_location(location.address, POLICY) == location
    assert location.address.isascii()
    assert urlsplit(location.address).hostname == location.host
    assert (location.url.host, location.url.port) == (location.host, location.port)
