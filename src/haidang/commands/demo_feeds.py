"""Write the demo's feeds as RSS 2.0, Atom or JSON Feed, with the mark-up habits of each site."""

import json
from datetime import datetime
from email.utils import format_datetime
from html import escape

from haidang.commands.demo_content import HERE, Shown, Site

CONTENT_TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
}
HEAD = '<?xml version="1.0" encoding="utf-8"?>'


def feed_of(site: Site, shown: tuple[Shown, ...], *, home: str, changed_at: datetime) -> bytes:
    """The site's feed with the articles it shows now."""
    writer = {"rss": _rss, "atom": _atom, "json": _json}[site.feed.kind]
    text = writer(site, shown, home, changed_at)
    if site.feed.line_ends == "crlf":
        text = text.replace("\n", "\r\n")
    return text.encode()


def _rss(site: Site, shown: tuple[Shown, ...], home: str, changed_at: datetime) -> str:
    items = "\n".join(
        "<item>\n"
        f"<title>{escape(one.title)}</title>\n"
        f"<link>{escape(one.address)}</link>\n"
        f'<guid isPermaLink="true">{escape(one.address)}</guid>\n'
        f"<pubDate>{format_datetime(one.published_at.astimezone(HERE))}</pubDate>\n"
        f"{_rss_summary(site, one)}</item>"
        for one in shown
    )
    return (
        f'{HEAD}\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>\n'
        f"<title>{escape(site.name)}</title>\n<link>{escape(home)}/</link>\n"
        f"<description>{escape(site.name)}</description>\n<language>{site.language}</language>\n"
        f"<lastBuildDate>{format_datetime(changed_at.astimezone(HERE))}</lastBuildDate>\n"
        f"{items}\n</channel>\n</rss>\n"
    )


def _rss_summary(site: Site, one: Shown) -> str:
    summary = escape(one.summary)
    match site.feed.summary:
        case "cdata":
            picture = (
                f'<a href="{one.address}"><img width="130" height="100" src="{one.address}.jpg" alt=""></a>'
            )
            return f"<description><![CDATA[{picture}</br>{summary}]]></description>\n"
        case "escaped":
            return f"<description>{escape(f'<p>{summary}</p>')}</description>\n"
        case "encoded":
            return (
                f"<description>{summary}</description>\n"
                f"<content:encoded><![CDATA[{one.body}]]></content:encoded>\n"
            )
        case "plain":
            return f"<description>{summary}</description>\n"
        case _:
            return ""


def _atom(site: Site, shown: tuple[Shown, ...], home: str, changed_at: datetime) -> str:
    entries = "\n".join(
        "<entry>\n"
        f"<id>{escape(one.address)}</id>\n"
        f'<title type="text">{escape(one.title)}</title>\n'
        f'<link rel="alternate" type="text/html" href="{escape(one.address)}"/>\n'
        f"<published>{_rfc3339(one.published_at)}</published>\n<updated>{_rfc3339(one.changed_at)}</updated>\n"
        f"{_atom_summary(site, one)}</entry>"
        for one in shown
    )
    return (
        f'{HEAD}\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">\n'
        f"<id>{escape(home)}/</id>\n<title>{escape(site.name)}</title>\n"
        f'<link rel="self" href="{escape(home)}/{escape(site.feed.path)}"/>\n<link href="{escape(home)}/"/>\n'
        f"<author><name>{escape(site.name)}</name></author>\n<updated>{_rfc3339(changed_at)}</updated>\n"
        f"{entries}\n</feed>\n"
    )


def _atom_summary(site: Site, one: Shown) -> str:
    if site.feed.summary == "full":
        return f'<content type="html">{escape(one.body)}</content>\n'
    kind = "html" if site.feed.summary == "escaped" else "text"
    text = f"<p>{escape(one.summary)}</p>" if kind == "html" else one.summary
    return f'<summary type="{kind}">{escape(text)}</summary>\n'


def _json(site: Site, shown: tuple[Shown, ...], home: str, changed_at: datetime) -> str:
    del changed_at  # JSON Feed dates each item, not the feed
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": site.name,
            "home_page_url": f"{home}/",
            "feed_url": f"{home}/{site.feed.path}",
            "language": site.language,
            "items": [
                {
                    "id": one.address,
                    "url": one.address,
                    "title": one.title,
                    **(
                        {"content_html": one.body}
                        if site.feed.summary == "full"
                        else {"content_text": one.summary}
                    ),
                    "date_published": _rfc3339(one.published_at),
                    "date_modified": _rfc3339(one.changed_at),
                }
                for one in shown
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _rfc3339(moment: datetime) -> str:
    return moment.astimezone(HERE).isoformat(timespec="seconds")
