"""Put a page of the demo's sites into the office as if it had been collected at a past time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from haidang.base import record
from haidang.base.net import Fetched
from haidang.base.vault import office_vault
from haidang.commands.demo_content import Shown, Site, page_of, shown_at
from haidang.information.collect.models import Revision, Source
from haidang.information.collect.parsing import read_page_document
from haidang.information.collect.store_publications import Found, address_hash, keep_news, write_news
from haidang.information.collect.values import Document

SEEN_AFTER = timedelta(minutes=3)
HTML = "text/html; charset=utf-8"


class PageNotFound(LookupError):
    """The past speaks of a page that no site has, or that nothing can be read from."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The page '{name}' of the past cannot be read from data/demo/sites; correct its name."
        )


@dataclass(frozen=True, slots=True)
class StoredPage:
    revision: Revision
    seen_at: datetime


def store_page(
    sites: tuple[Site, ...], name: str, *, started_at: datetime, address: str, seen_at: datetime | None = None
) -> StoredPage:
    """Store `site/slug`, seen at `seen_at` or a few minutes after it was published. Twice is once."""
    code, _, slug = name.partition("/")
    site = next((site for site in sites if site.code == code), None)
    if site is None:
        raise PageNotFound(name)
    home = f"{address}/{code}"
    shown = shown_at(site, started_at=started_at, now=seen_at or started_at, home=home)
    page = next((one for one in shown if one.slug == slug), None)
    if page is None:
        raise PageNotFound(name)
    seen_at = seen_at or page.published_at + SEEN_AFTER
    body = page_of(site, page, shown, started_at=started_at, home=home).encode()
    _store(Source.objects.get(address=f"{home}/{site.feed.path}"), page, body, name, at=seen_at)
    latest = Revision.objects.select_related("publication", "capture").filter(
        publication__address_sha256=address_hash(page.address)
    )
    return StoredPage(latest.latest("number"), seen_at)


def _store(source: Source, page: Shown, body: bytes, name: str, *, at: datetime) -> None:
    fetched = Fetched(
        asked=page.address,
        address=page.address,
        status=200,
        headers=(("Content-Type", HTML), ("Content-Length", str(len(body)))),
        body=body,
        fetched_at=at,
        peer="127.0.0.1",
    )
    document = read_page_document(body, HTML, page.address)
    if not isinstance(document, Document):
        raise PageNotFound(name)
    kept = keep_news([Found(source, document.readings[0], fetched, from_page=True)], vault=office_vault())
    with transaction.atomic():
        record.append_many(list(write_news(kept, at=at).acts))
