"""Several workers at once on a database that really lets them: nothing twice, nothing missing, no deadlock."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from haidang.base import record
from haidang.base.models import LogEntry
from haidang.information.collect.check_collect import check_collect
from haidang.information.collect.models import Publication, Revision, Source
from haidang.information.collect.values import Looked
from tests.cast import NOON, later
from tests.information.collect.fakes import ARTICLE, Entry, Web, make_source, make_web, rss

pytestmark = [
    pytest.mark.skipif(
        "postgresql" not in settings.DATABASES["default"]["ENGINE"],
        reason="the tests' SQLite lives in memory, where threads cannot write side by side; the crash trial does it",
    ),
    pytest.mark.django_db(transaction=True),
]
WORKERS, SOURCES, ENTRIES = 4, 12, 15


def overlapping_web(home: Path) -> Web:
    """Twelve feeds that share most of their addresses, in different orders."""
    web = make_web(home)
    for number in range(SOURCES):
        address = f"https://bao-{number}.example/rss"
        make_source(f"Báo {number}", address, reads_articles=True)
        pages = [f"https://bao.example/{(number + n) % (ENTRIES + 3)}" for n in range(ENTRIES)]
        web.say(address, rss(*(Entry(address=page) for page in pages)))
        for page in pages:
            web.say(page, ARTICLE)
    return web


def side_by_side(work: Callable[[int], Looked]) -> list[Looked]:
    def with_own_connection(number: int) -> Looked:
        try:
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(with_own_connection, range(WORKERS)))


def test_workers_side_by_side_store_everything_once(own_home: Path) -> None:
    web = overlapping_web(own_home)

    def work(number: int) -> Looked:
        mine = Web(web.vault, web.fetcher, web.sandbox)
        looked = Looked()
        for _ in range(6):
            looked += mine.look(NOON, limit=3) + mine.fetch_pages(NOON, limit=5)
        return looked

    looked = sum(side_by_side(work), Looked())
    web.fetch_pages(NOON, limit=100)
    assert looked.failed == 0
    assert Publication.objects.count() == ENTRIES + 3
    assert Revision.objects.count() == 2 * (ENTRIES + 3)
    assert LogEntry.objects.filter(act="revision.stored").count() == Revision.objects.count()
    assert not Source.objects.exclude(due_at=later(10)).exists()
    assert check_collect(web.vault) == []
    assert record.verify_log().problems == ()


def test_workers_that_all_lose_their_leases_store_everything_once(own_home: Path) -> None:
    web = overlapping_web(own_home)

    def work(number: int) -> Looked:
        mine = Web(web.vault, web.fetcher, web.sandbox)
        return mine.look(later(number), limit=SOURCES, lease_s=0)

    assert sum(side_by_side(work), Looked()).failed == 0
    assert Publication.objects.count() == Revision.objects.count() == ENTRIES + 3
    assert check_collect(web.vault) == []
