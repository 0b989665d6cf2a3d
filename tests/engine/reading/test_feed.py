"""Feeds: RSS, Atom, RDF, JSON Feed; good, odd and hostile."""

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.engine.reading import Feed, FeedEntry, Unreadable, feedparsers, read_feed

ADDRESS = "https://bao.example/rss/tin-moi.rss"
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>Tin &amp; ảnh</title><language>vi-VN</language>
<item><title>Cầu Cây Được <![CDATA[<b>đang sửa</b>]]></title><link>/tin/1?utm_source=rss</link>
<description>&lt;p&gt;Xe tải đi đường tránh.&lt;/p&gt;&lt;p&gt;Đến 20/5 &amp;amp; sau đó mở lại.&lt;/p&gt;</description>
<pubDate>Tue, 12 May 2026 07:42:00 +0700</pubDate></item>
<item><title>Lặp lại</title><link>https://bao.example/tin/1</link></item>
<item><title>Không có địa chỉ</title></item>
<item><title>Địa chỉ lạ</title><link>javascript:alert(1)</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title><entry><title>Tàu về bến</title>
<link href="tin/2"/><id>x</id><updated>2026-05-12T00:42:00Z</updated><summary>Ngắn</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Tin</title></channel><item><title>Chợ nổi</title><link>https://bao.example/tin/3</link></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tin",
        "language": "vi",
        "items": [
            {
                "id": "https://bao.example/tin/4",
                "title": "Mưa lớn",
                "content_html": "<p>Triều cao</p>",
                "date_published": "2026-05-12T00:42:00Z",
            },
            {"id": "5", "url": "tin/5", "content_text": "Không tiêu đề", "title": None},
            {"id": "6"},
            "lạ",
        ],
    }
)


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<rss><channel><title>&b;</title></channel></rss>"
)


def _read(text: str) -> Feed:
    return read_feed(text.encode(), content_type="application/xml", address=ADDRESS)


def test_an_rss_entry_is_read_resolved_and_plain() -> None:
    feed = _read(RSS)
    assert feed.title == "Tin & ảnh"
    assert feed.language == "vi"
    assert feed.entries == (
        FeedEntry(
            "https://bao.example/tin/1",
            "Cầu Cây Được đang sửa",
            "Xe tải đi đường tránh.\nĐến 20/5 & sau đó mở lại.",
            datetime(2026, 5, 12, 0, 42, tzinfo=UTC),
        ),
    )
    assert feed.skipped == 3


@pytest.mark.parametrize(
    ("text", "address", "title"),
    [
        (ATOM, "https://bao.example/rss/tin/2", "Tàu về bến"),
        (RDF, "https://bao.example/tin/3", "Chợ nổi"),
        (JSON, "https://bao.example/tin/4", "Mưa lớn"),
    ],
)
def test_other_kinds_of_feed_are_read(text: str, address: str, title: str) -> None:
    first = _read(text).entries[0]
    assert (first.address, first.title) == (address, title)


def test_a_json_feed_counts_what_it_skips() -> None:
    feed = _read(JSON)
    assert [entry.address for entry in feed.entries] == [
        "https://bao.example/tin/4",
        "https://bao.example/rss/tin/5",
    ]
    assert (feed.skipped, feed.parser) == (1, "jsonfeed")
    assert feed.entries[1].summary_text == "Không tiêu đề"


def test_a_declared_encoding_that_is_wrong_does_no_harm() -> None:
    body = RSS.replace('encoding="utf-8"', 'encoding="zlib_codec"').encode()
    assert (
        read_feed(body, content_type="text/xml; charset=base64", address=ADDRESS).entries[0].title
        == "Cầu Cây Được đang sửa"
    )
    utf16 = RSS.replace("utf-8", "utf-16").encode("utf-16")
    assert read_feed(utf16, content_type="", address=ADDRESS).entries[0].title == "Cầu Cây Được đang sửa"


def test_broken_xml_is_left_to_the_patient_parser() -> None:
    feed = _read(
        "<rss version='2.0'><channel><title>T</title><item><title>A & B</title><link>/tin/9</link></item>"
    )
    assert [entry.address for entry in feed.entries] == ["https://bao.example/tin/9"]


def test_an_empty_feed_is_a_feed_and_a_page_is_none() -> None:
    assert _read("<rss version='2.0'><channel><title>Trống</title></channel></rss>").entries == ()
    for text in (
        "<html><body><p>Không phải feed</p></body></html>",
        "chào",
        '{"items": 3}',
        "[1]",
        "{",
        "[" * 100_000,
    ):
        with pytest.raises(Unreadable) as refused:
            _read(text)
        assert refused.value.code == "not_a_feed"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<rss>" + "<a>" * 100_000, "too_deep"),
        ("<rss " + " ".join(f"a{n}='1'" for n in range(200_000)) + "/>", "too_many_attributes"),
        (
            LAUGHS,
            "entities",
        ),
        (
            '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
            "entities",
        ),
        ("", "empty"),
    ],
)
def test_a_hostile_feed_is_refused_by_name(text: str, code: str) -> None:
    for body in (text.encode(), text.encode("utf-16") if text else b""):
        with pytest.raises(Unreadable) as refused:
            read_feed(body, content_type="", address=ADDRESS)
        assert refused.value.code == code


def test_a_summary_that_hides_deep_markup_is_still_plain_text() -> None:
    deep = "<![CDATA[" + "<div>" * 5_000 + "chìm sâu]]>"
    item = f"<item><title>A</title><link>/1</link><description>{deep}</description></item>"
    feed = _read(f"<rss version='2.0'><channel>{item}</channel></rss>")
    assert feed.entries[0].summary_text == "chìm sâu"


def test_a_parser_that_breaks_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    import feedparser

    def breaks(*_: object, **__: object) -> None:
        raise KeyError("undocumented")

    monkeypatch.setattr(feedparser, "parse", breaks)
    assert feedparsers.by_feedparser(b"<rss/>") is None
    assert _read(RSS).skipped == 3
    with pytest.raises(Unreadable, match="no feed"):
        _read("<html><p>x</p></html>")


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300) | st.text(alphabet='<>/rsitemlnkchaTU &;!="{}[]:', max_size=200).map(str.encode)
)
def test_any_bytes_become_a_feed_or_a_refusal(body: bytes) -> None:
    with suppress(Unreadable):
        feed = read_feed(body, content_type="", address=ADDRESS)
        assert all(entry.address.startswith("http") for entry in feed.entries)
