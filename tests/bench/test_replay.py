"""The replay of real items: cumulative, edited in a known share, and truthful about what it served."""

import gzip
import http.client
import json
import lzma
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bench.replay.items import (
    ReplayItem,
    Wording,
    content_hash,
    edited,
    feeds_by_source_and_day,
    is_chosen,
    read_items,
    slug,
)
from bench.replay.pages import read_pages
from bench.replay.server import ReplayServer, feed_body
from bench.replay.state import Plan, Replay
from bench.replay.truth import compare
from hypothesis import given
from hypothesis import strategies as st

from haidang.information.collect.parsing import content_hash as stored_hash

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


def item(number: int, *, summary: str = "Có 3 con cua", day: int = 12, source: str = "Báo Mẫu") -> ReplayItem:
    return ReplayItem(
        id=f"i{number}",
        title=f"Tin thứ {number}",
        summary=summary,
        link=f"https://bao.example/{number}",
        source=source,
        published=datetime(2026, 5, day, number % 24, tzinfo=UTC),
    )


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    feeds = feeds_by_source_and_day(
        [item(n) for n in range(10)] + [item(20, day=13), item(21, source="Đài Mẫu")]
    )
    replay = Replay(feeds=feeds, pages={"a.html": b"<p>\xe9</p>"}, plan=Plan(steps=2, edit_fraction=1.0))
    with ReplayServer(replay) as running:
        yield running


def ask(server: ReplayServer, path: str, *, tag: str = "", method: str = "GET") -> tuple[int, bytes, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.request(method, path, headers={"If-None-Match": tag} if tag else {})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.getheader("ETag") or ""
    finally:
        connection.close()


def titles(body: bytes) -> list[str]:
    return [found.findtext("title", "") for found in ElementTree.fromstring(body).iter("item")]


def summary_of(server: ReplayServer) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask(server, "/summary.json")[1])
    return found


def test_each_source_and_day_is_a_feed(server: ReplayServer) -> None:
    feeds = json.loads(ask(server, "/feeds.json")[1])
    assert [feed["name"] for feed in feeds] == [
        "Báo Mẫu 2026-05-12",
        "Báo Mẫu 2026-05-13",
        "Đài Mẫu 2026-05-12",
        "pages",
    ]
    assert feeds[0]["address"] == f"{server.address}/feeds/bao-mau/2026-05-12.rss"


def test_items_of_a_day_appear_cumulatively_newest_first(server: ReplayServer) -> None:
    path = "/feeds/bao-mau/2026-05-12.rss"
    first = titles(ask(server, path)[1])
    assert first == [f"Tin thứ {n}" for n in (4, 3, 2, 1, 0)]
    assert ask(server, "/advance", method="POST")[1] == b'{"stage": 2}'
    second = titles(ask(server, path)[1])
    assert len(second) == 10
    assert set(first) < set(second)


def test_only_what_was_served_before_is_edited_and_the_summary_tells_both_versions(
    server: ReplayServer,
) -> None:
    ask(server, "/feeds/bao-mau/2026-05-12.rss")
    for _ in range(2):
        ask(server, "/advance", method="POST")
    ask(server, "/feeds/bao-mau/2026-05-12.rss")
    ask(server, "/feeds/bao-mau/2026-05-13.rss")
    told = summary_of(server)
    assert told["items_edited"] == 5
    assert told["items_served"] == 11
    assert told["versions_served"] == 16
    first = item(0)
    expected = [content_hash(first.title, first.summary), edited(first).content_sha256]
    assert told["served"]["i0"]["versions"] == expected


def test_an_unchanged_feed_answers_304(server: ReplayServer) -> None:
    path = "/feeds/bao-mau/2026-05-13.rss"
    _, _, tag = ask(server, path)
    assert ask(server, path, tag=tag)[0] == 304


def test_item_pages_say_what_the_feed_said_last(server: ReplayServer) -> None:
    assert ask(server, "/item/i0.html")[0] == 404
    ask(server, "/feeds/bao-mau/2026-05-12.rss")
    assert "Có 3 con cua" in ask(server, "/item/i0.html")[1].decode()


def test_real_pages_come_as_the_bytes_they_are(server: ReplayServer) -> None:
    assert titles(ask(server, "/feeds/pages.rss")[1]) == ["a.html"]
    assert ask(server, "/pages/a.html")[1] == b"<p>\xe9</p>"
    assert ask(server, "/pages/b.html")[0] == 404
    assert ask(server, "/feeds/none.rss")[0] == 404
    assert ask(server, "/elsewhere", method="POST")[0] == 404


def test_links_can_be_kept_as_they_are() -> None:
    feeds = feeds_by_source_and_day([item(1)])
    with ReplayServer(Replay(feeds=feeds, pages={}, plan=Plan(), keep_links=True)) as server:
        body = ask(server, "/feeds/bao-mau/2026-05-12.rss")[1]
    assert b"<link>https://bao.example/1</link>" in body


@given(title=TEXTS, summary=TEXTS)
def test_any_text_arrives_in_the_feed_as_it_is_in_the_file(title: str, summary: str) -> None:
    one = ReplayItem("x", title, summary, "https://x.example/", "S", datetime(2026, 5, 12, tzinfo=UTC))
    feeds = feeds_by_source_and_day([one])
    replay = Replay(feeds=feeds, pages={}, plan=Plan())
    body = feed_body(replay, feeds["s/2026-05-12"], "http://127.0.0.1:1")
    (entry,) = ElementTree.fromstring(body).iter("item")
    assert " ".join((entry.findtext("title") or "").split()) == " ".join(title.split())


@given(title=TEXTS, text=TEXTS)
def test_the_trial_and_the_collector_hash_alike(title: str, text: str) -> None:
    import unicodedata

    composed = [unicodedata.normalize("NFC", part) for part in (title, text)]
    assert content_hash(title, text) == stored_hash(*composed)


@given(st.integers(0, 10_000), TEXTS)
def test_an_edit_changes_the_text(number: int, summary: str) -> None:
    one = item(number, summary=summary)
    assert edited(one).content_sha256 != content_hash(one.title, one.summary)
    assert edited(one) == edited(one)


def test_the_share_of_edited_items_is_near_what_was_asked() -> None:
    chosen = sum(is_chosen(f"id-{n}", 0.05) for n in range(10_000))
    assert 400 < chosen < 600
    assert not any(is_chosen(f"id-{n}", 0.0) for n in range(100))


def test_items_are_read_from_plain_and_packed_files_and_odd_times_are_borne(tmp_path: Path) -> None:
    row = {
        "id": "a",
        "title": "T",
        "summary": None,
        "link": "https://x.example/",
        "source": "VnX – Kinh Doanh",
    }
    lines = [
        json.dumps({**row, "published": "2025-08-09T01:35:18+07:07"}),
        json.dumps({**row, "published": "hôm qua", "fetched": "2025-08-09T09:06:00"}),
        json.dumps({**row, "published": ""}),
    ]
    plain, packed = tmp_path / "items.jsonl", tmp_path / "items.jsonl.xz"
    plain.write_text("\n".join(lines), encoding="utf-8")
    packed.write_bytes(lzma.compress(plain.read_bytes()))
    assert read_items(plain) == read_items(packed)
    assert [one.day for one in read_items(plain)] == ["2025-08-09", "2025-08-09", "2025-01-01"]
    assert len(read_items(packed, limit=2)) == 2
    assert slug(row["source"] or "") == "vnx-kinh-doanh"


def test_pages_are_read_from_a_folder_and_from_a_tar_file(tmp_path: Path) -> None:
    folder = tmp_path / "set" / "html"
    folder.mkdir(parents=True)
    (folder / "one.html").write_bytes(b"<p>1</p>")
    (folder / "two.html.gz").write_bytes(gzip.compress(b"<p>2</p>"))
    (folder / "expected.html").write_bytes(b"<p>what was expected</p>")
    (folder / "truth.json").write_text("{}")
    with tarfile.open(tmp_path / "set.tar.xz", "w:xz") as archive:
        archive.add(tmp_path / "set", arcname=".")
    assert read_pages(tmp_path / "set") == {"html-one.html": b"<p>1</p>", "html-two.html": b"<p>2</p>"}
    assert sorted(read_pages(tmp_path / "set.tar.xz").values()) == [b"<p>1</p>", b"<p>2</p>"]
    assert len(read_pages(tmp_path / "set", limit=1)) == 1


def test_a_perfect_office_compares_well_and_each_fault_is_counted() -> None:
    served = {"a": ["1", "2"], "b": ["3"]}
    assert compare(served, {"a": ["1", "2"], "b": ["3"]}).well
    assert compare(served, {"a": ["1", "2"]}).items_lost == 1
    assert compare(served, {"a": ["1"], "b": ["3"]}).versions_lost == 1
    assert compare(served, {"a": ["1", "2"], "b": ["3", "3"]}).revisions_twice == 1
    assert compare(served, {"a": ["1", "2"], "b": ["4"]}).texts_that_differ == 1
    stranger = compare(served, {"a": ["1", "2"], "b": ["3"], "c": ["5"]})
    assert stranger.items_invented == 1
    assert not stranger.as_json()["well"]


def test_a_wording_hash_is_blind_to_white_space() -> None:
    assert Wording("A  b", "c\nd").content_sha256 == Wording("A b", "c d").content_sha256
