"""Read the demo's sites from data/demo/sites: what each publishes, when it appears and how it changes."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Literal, cast
from zoneinfo import ZoneInfo

FeedKind = Literal["rss", "atom", "json"]
SummaryHabit = Literal["none", "plain", "escaped", "cdata", "encoded", "full"]
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
VIETNAMESE_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
HOLE = re.compile(r"\{\{(?:day (-?\d+)|([a-z_]+))\}\}")


class DemoContentInvalid(ValueError):
    """A site of the demo is described wrongly; the sentence names the file."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(f"{path.parent.name}/{path.name}: {sentence}")


@dataclass(frozen=True, slots=True)
class Wording:
    """What an article says, before or after an edit. `body` is HTML with `{{day N}}` for dates."""

    title: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Item:
    """One article: from when it is there, and its later wording if it is edited. Archived: no longer in the feed."""

    slug: str
    byline: str
    appears_after_s: int
    first: Wording
    edited: Wording | None
    edited_after_s: int
    archived: bool


@dataclass(frozen=True, slots=True)
class FeedForm:
    kind: FeedKind
    path: str
    summary: SummaryHabit
    line_ends: str


@dataclass(frozen=True, slots=True)
class Site:
    code: str
    name: str
    language: str
    official: bool
    down: bool
    feed: FeedForm
    pages: str
    template: str
    items: tuple[Item, ...]

    def path_of(self, slug: str) -> str:
        return self.pages.replace("{slug}", slug)


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as it stands at a moment, with its dates filled in."""

    slug: str
    address: str
    title: str
    summary: str
    body: str
    byline: str
    published_at: datetime
    changed_at: datetime
    archived: bool


def load_sites(root: Path) -> tuple[Site, ...]:
    """Every site below `root`, in the order of their folders."""
    manifests = sorted(root.glob("*/site.toml"))
    if not manifests:
        raise DemoContentInvalid(root / "*", "no site.toml was found; run from a copy of the repository.")
    return tuple(load_site(path) for path in manifests)


def load_site(path: Path) -> Site:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        feed = table["feed"]
        return Site(
            code=path.parent.name,
            name=table["name"],
            language=table["language"],
            official=table["official"],
            down=table.get("down", False),
            feed=FeedForm(feed["kind"], feed["path"], feed["summary"], feed.get("line_ends", "lf")),
            pages=table["pages"],
            template=(path.parent / "page.html").read_text(encoding="utf-8"),
            items=tuple(_item(path.parent, row) for row in table.get("item", ())),
        )
    except KeyError as missing:
        raise DemoContentInvalid(path, f"the key {missing} is missing.") from missing
    except tomllib.TOMLDecodeError as broken:
        raise DemoContentInvalid(path, f"not readable as TOML ({broken}).") from broken
    except FileNotFoundError as absent:
        raise DemoContentInvalid(path, f"the file {Path(str(absent.filename)).name} is missing.") from absent


def _item(folder: Path, row: Mapping[str, Any]) -> Item:
    slug = cast("str", row["slug"])
    first = Wording(row["title"], row.get("summary", ""), _body(folder / f"{slug}.html"))
    edit = row.get("edit")
    edited = None
    if edit is not None:
        edited = Wording(
            edit.get("title", first.title),
            edit.get("summary", first.summary),
            _body(folder / f"{slug}.edited.html"),
        )
    return Item(
        slug=slug,
        byline=row.get("byline", ""),
        appears_after_s=row["appears_after_s"],
        first=first,
        edited=edited,
        edited_after_s=edit["after_s"] if edit else 0,
        archived=row.get("archived", False),
    )


def _body(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()


def shown_at(site: Site, *, started_at: datetime, now: datetime, home: str) -> tuple[Shown, ...]:
    """What the site shows at `now`, newest first. `home` is the site's address without a last slash."""
    shown = [
        _shown(site, item, started_at, now, home)
        for item in site.items
        if started_at + timedelta(seconds=item.appears_after_s) <= now
    ]
    return tuple(sorted(shown, key=lambda one: (one.published_at, one.slug), reverse=True))


def _shown(site: Site, item: Item, started_at: datetime, now: datetime, home: str) -> Shown:
    published_at = started_at + timedelta(seconds=item.appears_after_s)
    edited_at = started_at + timedelta(seconds=item.edited_after_s)
    wording, changed_at = item.first, published_at
    if item.edited is not None and edited_at <= now:
        wording, changed_at = item.edited, edited_at
    dated = partial(fill, values={}, started_at=started_at, language=site.language)
    return Shown(
        slug=item.slug,
        address=f"{home}/{site.path_of(item.slug)}",
        title=wording.title,
        summary=dated(wording.summary),
        body=dated(wording.body),
        byline=item.byline,
        published_at=published_at,
        changed_at=changed_at,
        archived=item.archived,
    )


def page_of(site: Site, shown: Shown, others: tuple[Shown, ...], *, started_at: datetime, home: str) -> str:
    """The article's page in the site's own mark-up. It links to older articles only, so it changes by edits alone."""
    links = "".join(
        f'<li><a href="{escape(one.address)}">{escape(one.title)}</a></li>'
        for one in others
        if one.published_at < shown.published_at and not one.archived
    )
    values = {
        "site": escape(site.name),
        "home": escape(home + "/"),
        "address": escape(shown.address),
        "menu": f'<a href="{escape(home)}/">{"Home" if site.language == "en" else "Trang chủ"}</a>',
        "title": escape(shown.title),
        "summary": escape(shown.summary),
        "byline": escape(shown.byline),
        "body": shown.body,
        "related": f"<ul>{links}</ul>",
        "published_iso": shown.published_at.astimezone(HERE).isoformat(timespec="seconds"),
        "changed_iso": shown.changed_at.astimezone(HERE).isoformat(timespec="seconds"),
        "published_print": printed(shown.published_at, site.language),
    }
    return fill(site.template, values, started_at=started_at, language=site.language)


def fill(text: str, values: Mapping[str, str], *, started_at: datetime, language: str) -> str:
    """Put `values` into `{{name}}` and dates, counted from the day the demo began, into `{{day N}}`."""

    def hole(found: re.Match[str]) -> str:
        if found[1] is None:
            return values[found[2]]
        day = (started_at.astimezone(HERE) + timedelta(days=int(found[1]))).date()
        return f"{day.day} {day:%B}" if language == "en" else f"{day.day}/{day.month}"

    return HOLE.sub(hole, text)


def printed(moment: datetime, language: str) -> str:
    """A time as outlets print it: `Thứ Hai, 23/11/2026, 07:42 (GMT+7)`, `23 November 2026, 07:42`."""
    here = moment.astimezone(HERE)
    if language == "en":
        return f"{here.day} {here:%B %Y, %H:%M}"
    return f"{VIETNAMESE_DAYS[here.weekday()]}, {here.day}/{here.month}/{here:%Y, %H:%M} (GMT+7)"
