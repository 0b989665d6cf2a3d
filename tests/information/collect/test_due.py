"""What is due is claimed fairly: the longest due first, nobody's twice, and no site takes all the places."""

from concurrent.futures import Future
from datetime import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from haidang.base.hashes import sha256_hex
from haidang.information.collect.due import PAGES_A_SOURCE, claim_pages, claim_sources
from haidang.information.collect.models import Publication, Source, SourceState
from haidang.information.collect.under_way import UnderWay
from haidang.information.collect.values import Looked
from tests.cast import NOON, later
from tests.information.collect.fakes import ARTICLE, FEED, Entry, Web, make_source, rss

pytestmark = pytest.mark.django_db
LEASE_S = 60.0


def site(name: str, *, pages: int, due_at: datetime | None = NOON) -> Source:
    source = make_source(name, f"https://{name}.example/rss")
    for number in range(pages):
        address = f"https://{name}.example/{number}"
        Publication.objects.create(
            source=source,
            address=address,
            address_sha256=sha256_hex(address.encode()),
            first_seen_at=NOON,
            due_at=due_at,
        )
    return source


def sources(at: datetime = NOON, limit: int = 10) -> list[str]:
    return [row.name for row in claim_sources(at=at, limit=limit, lease_s=LEASE_S)]


def pages(*, at: datetime = NOON, limit: int = 10, busy: tuple[Source, ...] = ()) -> list[str]:
    """Claimed pages as "site/number", in alphabetical order."""
    claimed = claim_pages(at=at, limit=limit, busy=[row.pk for row in busy], lease_s=LEASE_S)
    return sorted(row.address.removeprefix("https://").replace(".example", "") for row in claimed)


def test_the_source_that_has_waited_longest_is_first() -> None:
    for name, minutes in (("muộn", 5), ("sớm", 1), ("vừa", 3)):
        make_source(name, f"https://{name}.example/rss", due_at=later(minutes))
    assert sources(at=later(9), limit=2) == ["sớm", "vừa"]


def test_a_source_is_claimed_by_one_worker_until_its_lease_runs_out() -> None:
    make_source()
    assert sources() == ["Báo Mẫu"]
    assert sources(at=later(0.5)) == []
    assert sources(at=later(1)) == ["Báo Mẫu"]


def test_what_is_due_later_or_never_is_left_alone() -> None:
    make_source("sau", "https://a.example/rss", due_at=later(1))
    make_source("không", "https://b.example/rss", due_at=None)
    site("bao", pages=2, due_at=later(1))
    site("tin", pages=2, due_at=None)
    assert pages() == []
    assert sources() == ["bao", "tin"]


@pytest.mark.parametrize("limit", [0, -3])
def test_a_worker_with_full_hands_claims_nothing(limit: int) -> None:
    site("bao", pages=1)
    assert (sources(limit=limit), pages(limit=limit)) == ([], [])


def test_a_paused_source_is_not_looked_at(web: Web) -> None:
    make_source(state=SourceState.PAUSED)
    assert web.look(NOON) == Looked()
    assert not web.fetcher.asked


def test_pages_of_a_paused_source_wait() -> None:
    source = site("bao", pages=1)
    Source.objects.update(state=SourceState.PAUSED)
    assert pages() == []
    Source.objects.filter(pk=source.pk).update(state=SourceState.FAILING)
    assert pages() == ["bao/0"]


def test_the_first_page_of_every_site_comes_before_the_second_of_any() -> None:
    for name in ("a", "b", "c"):
        site(name, pages=3)
    assert pages(limit=4) == ["a/0", "a/1", "b/0", "c/0"]


def test_pages_in_flight_count_against_the_places_of_their_site() -> None:
    busy = site("dong", pages=PAGES_A_SOURCE)
    site("vang", pages=1)
    assert pages(limit=20, busy=(busy,) * (PAGES_A_SOURCE - 2)) == ["dong/0", "dong/1", "vang/0"]


def test_a_page_in_another_workers_hands_is_not_claimed() -> None:
    site("bao", pages=3)
    assert pages(limit=2) == ["bao/0", "bao/1"]
    assert pages() == ["bao/2"]
    assert pages(at=later(1)) == ["bao/0", "bao/1", "bao/2"]


def test_claimed_pages_know_their_source(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    site("bao", pages=2)
    claimed = claim_pages(at=NOON, limit=2, busy=[], lease_s=LEASE_S)
    with django_assert_num_queries(0):
        assert [row.source.name for row in claimed] == ["bao", "bao"]


def test_no_site_takes_all_the_places(web: Web) -> None:
    small = "https://bao-nho.example/rss"
    make_source(reads_articles=True)
    make_source("Báo nhỏ", small, reads_articles=True)
    web.say(FEED, rss(*(Entry(address=f"https://bao-mau.example/{n}") for n in range(30))))
    web.say(small, rss(Entry(address="https://bao-nho.example/1")))
    web.look(NOON)
    for n in range(30):
        web.say(f"https://bao-mau.example/{n}", Future())
    web.say("https://bao-nho.example/1", ARTICLE)
    under_way: UnderWay[Publication] = UnderWay()
    assert web.fetch_pages(NOON, limit=10, wait=False, under_way=under_way) == Looked(stored=1)
    assert len(under_way) == 8
    assert web.fetch_pages(NOON, limit=20, wait=False, under_way=under_way) == Looked()
    assert len(under_way) == 8
