"""Feeds are valid, in the language of their address, and say a correction in the title."""

import json
from xml.etree import ElementTree

from django.test import Client

from haidang.engine.reading import read_feed
from tests.desk import EN, VI, Desk

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_atom_feed_can_be_read_by_our_own_collector(desk: Desk) -> None:
    desk.published()
    response = Client().get("/feed.atom")
    feed = read_feed(
        response.content, content_type=response["Content-Type"], address="http://127.0.0.1:8000/feed.atom"
    )
    assert [entry.title for entry in feed.entries] == [VI.headline]
    assert feed.entries[0].address.endswith("/notices/2026-0001/")


def test_a_correction_is_said_in_the_title_and_keeps_the_id(desk: Desk) -> None:
    review = desk.published()
    before = ElementTree.fromstring(Client().get("/feed.atom").content)
    desk.signed_change(review)
    after = ElementTree.fromstring(Client().get("/feed.atom").content)
    assert before.find(f"{ATOM}entry/{ATOM}id").text == after.find(f"{ATOM}entry/{ATOM}id").text  # type: ignore[union-attr]
    assert after.find(f"{ATOM}entry/{ATOM}title").text == f"Đính chính: {VI.headline}"  # type: ignore[union-attr]
    updated = [feed.find(f"{ATOM}entry/{ATOM}updated").text for feed in (before, after)]  # type: ignore[union-attr]
    assert updated[0] != updated[1]


def test_the_json_feed_speaks_the_language_of_its_address(desk: Desk) -> None:
    desk.published()
    vi, en = (json.loads(Client().get(path).content) for path in ("/feed.json", "/en/feed.json"))
    assert (vi["items"][0]["title"], en["items"][0]["title"]) == (VI.headline, EN.headline)
    assert en["version"] == "https://jsonfeed.org/version/1.1"
    assert en["items"][0]["_haidang"]["verdict"] == "false"


def test_the_site_map_names_both_languages_and_robots_stay_off_the_desk(desk: Desk) -> None:
    number = desk.published().case.number
    text = Client().get("/sitemap.xml").content.decode()
    ElementTree.fromstring(text)
    assert f"/notices/{number}/" in text
    assert f"/en/notices/{number}/" in text
    robots = Client().get("/robots.txt").content.decode()
    assert "Disallow: /desk/" in robots
    assert "/sitemap.xml" in robots


def test_feeds_without_notices_are_empty_and_valid(desk: Desk) -> None:
    ElementTree.fromstring(Client().get("/feed.atom").content)
    assert json.loads(Client().get("/feed.json").content)["items"] == []
