"""The demo's articles: described completely, appearing on time, changing when they should."""

import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from haidang.commands.demo_content import (
    DemoContentInvalid,
    Site,
    fill,
    load_site,
    load_sites,
    page_of,
    printed,
    shown_at,
)
from haidang.commands.demo_sites import DEMO_SITES

START = datetime(2026, 5, 12, 0, 42, tzinfo=UTC)
COMPLETE = (
    'name = "x"\nlanguage = "vi"\nofficial = false\npages = "{slug}"\n'
    'feed = { kind = "rss", path = "r", summary = "plain" }'
)
SITES = {site.code: site for site in load_sites(DEMO_SITES)}


def slugs(site: Site, seconds: int) -> list[str]:
    now = START + timedelta(seconds=seconds)
    return [one.slug for one in shown_at(site, started_at=START, now=now, home="http://x")]


def test_a_dozen_sites_speak_vietnamese_and_english_in_three_kinds_of_feed() -> None:
    working = [site for site in SITES.values() if not site.down]
    assert len(working) == 12
    assert {site.language for site in working} == {"vi", "en"}
    assert {site.feed.kind for site in working} == {"rss", "atom", "json"}
    assert sum(len(site.items) for site in working) >= 45


def test_every_site_says_that_it_is_a_sample() -> None:
    for site in SITES.values():
        assert site.name.endswith(("(mẫu)", "(sample)"))


def test_texts_are_composed_unicode_and_titles_need_no_escaping_in_json_ld() -> None:
    for site in SITES.values():
        for item in site.items:
            for wording in filter(None, (item.first, item.edited)):
                assert unicodedata.is_normalized("NFC", wording.title + wording.summary + wording.body)
                assert not set(wording.title) & set('<>&"\\')


def test_no_body_lies_about_that_no_manifest_names() -> None:
    for code, site in SITES.items():
        named = {f"{item.slug}.html" for item in site.items} | {"page.html"}
        named |= {f"{item.slug}.edited.html" for item in site.items if item.edited}
        assert {path.name for path in (DEMO_SITES / code).glob("*.html")} == named


def test_every_hole_in_every_page_is_filled() -> None:
    now = START + timedelta(hours=1)
    for site in SITES.values():
        shown = shown_at(site, started_at=START, now=now, home="http://x")
        for one in shown:
            page = page_of(site, one, shown, started_at=START, home="http://x")
            assert "{{" not in page
            assert one.title in page


def test_the_rumour_appears_within_seconds_and_its_retelling_after_two_minutes() -> None:
    assert "cau-qua-rach-cay-duoc" not in slugs(SITES["nam-can-cong-dong"], 4)
    assert "cau-qua-rach-cay-duoc" in slugs(SITES["nam-can-cong-dong"], 5)
    assert "cay-duoc-gay-nhip" not in slugs(SITES["xom-rach"], 119)
    assert "cay-duoc-gay-nhip" in slugs(SITES["xom-rach"], 120)
    assert "bridge-span-reported-down" in slugs(SITES["southern-cape-weekly"], 180)


def test_the_notice_of_the_repair_is_older_than_the_rumour() -> None:
    assert "thong-bao-han-che-xe-tai-qua-cau-cay-duoc" in slugs(SITES["cong-thong-tin-tinh"], 0)


def test_the_retelling_carries_no_tone_marks() -> None:
    (retold,) = [item for item in SITES["xom-rach"].items if item.slug == "cay-duoc-gay-nhip"]
    assert (retold.first.title + retold.first.body).isascii()


def test_the_edited_article_changes_its_figure_after_a_minute() -> None:
    site = SITES["bao-dat-mui"]
    before, after = (
        next(
            one
            for one in shown_at(site, started_at=START, now=START + timedelta(seconds=s), home="http://x")
            if one.slug == "ke-chan-song-dat-mui"
        )
        for s in (59, 60)
    )
    assert "3,2 km" in before.title
    assert "dài 2,3 km" in after.body
    assert before.address == after.address
    assert before.published_at == after.published_at
    assert after.changed_at == START + timedelta(seconds=60)


def test_newest_stands_first() -> None:
    shown = shown_at(SITES["bao-dat-mui"], started_at=START, now=START + timedelta(hours=1), home="http://x")
    times = [one.published_at for one in shown]
    assert times == sorted(times, reverse=True)


def test_days_count_from_the_start_in_the_language_of_the_site() -> None:
    assert fill("đêm {{day -1}}", {}, started_at=START, language="vi") == "đêm 11/5"
    assert fill("by {{day 20}}", {}, started_at=START, language="en") == "by 1 June"


def test_a_late_evening_in_utc_is_already_the_next_day_here() -> None:
    late = datetime(2026, 5, 11, 20, 0, tzinfo=UTC)
    assert fill("{{day 0}}", {}, started_at=late, language="vi") == "12/5"


def test_times_are_printed_as_outlets_print_them() -> None:
    assert printed(START, "vi") == "Thứ Ba, 12/5/2026, 07:42 (GMT+7)"
    assert printed(START, "en") == "12 May 2026, 07:42"


@pytest.mark.parametrize(
    ("manifest", "sentence"),
    [
        ("name = ", "not readable as TOML"),
        ('name = "x"', "the key 'feed' is missing"),
        (
            COMPLETE + '\n[[item]]\nslug="a"\ntitle="A"\nappears_after_s=0',
            "the file a.html is missing",
        ),
    ],
)
def test_a_wrong_manifest_is_named_with_what_is_wrong(tmp_path: Path, manifest: str, sentence: str) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "page.html").write_text("{{title}}")
    (folder / "site.toml").write_text(manifest)
    with pytest.raises(DemoContentInvalid, match=sentence):
        load_site(folder / "site.toml")


def test_an_empty_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(DemoContentInvalid, match=r"no site\.toml was found"):
        load_sites(tmp_path)
