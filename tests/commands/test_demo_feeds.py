"""The demo's feeds are well formed in every habit, and say what the sites show."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from haidang.commands.demo_content import Shown, Site, load_sites, shown_at
from haidang.commands.demo_feeds import feed_of
from haidang.commands.demo_sites import DEMO_SITES

START = datetime(2026, 5, 12, 0, 42, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
SITES = {site.code: site for site in load_sites(DEMO_SITES) if not site.down}


def feed(site: Site) -> tuple[bytes, tuple[Shown, ...]]:
    home = f"http://127.0.0.1:8801/{site.code}"
    shown = shown_at(site, started_at=START, now=START + timedelta(hours=1), home=home)
    return feed_of(site, shown, home=home, changed_at=START), shown


@pytest.mark.parametrize("code", [code for code, site in SITES.items() if site.feed.kind == "rss"])
def test_an_rss_feed_lists_each_article_with_its_time(code: str) -> None:
    body, shown = feed(SITES[code])
    items = ElementTree.fromstring(body).findall("channel/item")
    assert [item.findtext("title") for item in items] == [one.title for one in shown]
    assert [item.findtext("link") for item in items] == [one.address for one in shown]
    times = [parsedate_to_datetime(item.findtext("pubDate", "")) for item in items]
    assert times == [one.published_at for one in shown]


@pytest.mark.parametrize("code", [code for code, site in SITES.items() if site.feed.kind == "atom"])
def test_an_atom_feed_lists_each_article_with_its_time(code: str) -> None:
    body, shown = feed(SITES[code])
    entries = ElementTree.fromstring(body).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [one.title for one in shown]
    times = [datetime.fromisoformat(entry.findtext(f"{ATOM}updated", "")) for entry in entries]
    assert times == [one.changed_at for one in shown]


@pytest.mark.parametrize("code", [code for code, site in SITES.items() if site.feed.kind == "json"])
def test_a_json_feed_lists_each_article_with_its_time(code: str) -> None:
    body, shown = feed(SITES[code])
    items = json.loads(body)["items"]
    assert [item["url"] for item in items] == [one.address for one in shown]
    assert [datetime.fromisoformat(item["date_published"]) for item in items] == [
        one.published_at for one in shown
    ]


def test_feeds_differ_in_their_habits_as_in_life() -> None:
    assert {site.feed.summary for site in SITES.values()} == {
        "none",
        "plain",
        "escaped",
        "cdata",
        "encoded",
        "full",
    }
    assert b"\r\n" in feed(SITES["dai-song-nuoc"])[0]
    assert b"<![CDATA[<a href=" in feed(SITES["bao-dat-mui"])[0]
    assert b"<description>&lt;p&gt;" in feed(SITES["dai-song-nuoc"])[0]
