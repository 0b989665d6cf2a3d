"""The head of a page: titles and meta data that are right, missing, shortened or wrong, as outlets have them."""

import html
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bench.pages_vi.printed_dates import iso
from bench.pages_vi.sheet import Sheet


@dataclass(frozen=True, slots=True)
class HeadStyle:
    """What a template says about its article outside the text."""

    charset: str = "utf-8"
    graph: Literal["right", "none", "site"] = "right"
    dated: Literal["right", "none", "wrong"] = "right"
    linked_data: Literal["none", "news", "webpage", "whole", "broken"] = "none"
    canonical: bool = True
    alternate: bool = False
    title: str = "{} | {site}"
    extra: str = ""


def head(sheet: Sheet, style: HeadStyle) -> str:
    """The inside of `<head>`; a page with `dated="wrong"` claims the day it was moved to a new system."""
    story, site = sheet.story, sheet.site()
    title = html.escape(sheet.plain(story.title))
    lines = [f'<meta charset="{style.charset}">'] if style.charset else []
    lines.append("<title>" + style.title.replace("{}", title).replace("{site}", site) + "</title>")
    summary = html.escape(sheet.plain(story.lead or story.parts[0].text)[:160])
    if style.graph == "right":
        lines += [
            f'<meta property="og:title" content="{title}">',
            f'<meta property="og:description" content="{summary}">',
            f'<meta property="og:url" content="{sheet.address}">',
            '<meta property="og:type" content="article">',
            f'<meta name="description" content="{summary}">',
        ]
    elif style.graph == "site":
        lines += [
            f'<meta property="og:title" content="{site}">',
            f'<meta name="description" content="{site}">',
        ]
    if style.dated != "none":
        at = sheet.published if style.dated == "right" else sheet.published + timedelta(days=417)
        lines.append(f'<meta property="article:published_time" content="{iso(at)}">')
    if style.canonical:
        lines.append(f'<link rel="canonical" href="{sheet.address}">')
    if style.alternate:
        other = "en" if story.kind != "english" else "vi"
        twin = sheet.address.replace("://", f"://{other}.")
        lines.append(f'<link rel="alternate" hreflang="{other}" href="{twin}">')
    return "\n".join([*lines, _linked_data(sheet, style), style.extra])


def _linked_data(sheet: Sheet, style: HeadStyle) -> str:
    if style.linked_data == "none":
        return ""
    if style.linked_data == "broken":
        return '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + "\n" + "</script>"
    about: dict[str, object] = {"@context": "https://schema.org", "@type": "WebPage", "url": sheet.address}
    if style.linked_data != "webpage":
        about |= {
            "@type": "NewsArticle",
            "headline": sheet.plain(sheet.story.title),
            "datePublished": iso(sheet.published),
            "dateModified": iso(sheet.updated),
            "publisher": {"@type": "Organization", "name": sheet.site()},
        }
    if style.linked_data == "whole":
        about["articleBody"] = sheet.plain(" ".join(part.text for part in sheet.story.parts))
    text = json.dumps(about, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'
