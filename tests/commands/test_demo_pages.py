"""Pages of the past are stored as collected pages are: bytes first, once, and never before they existed."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import Settings

from haidang.base.legal import seed_legal_parameters
from haidang.commands.demo_content import load_sites
from haidang.commands.demo_office import seed_demo
from haidang.commands.demo_pages import PageNotFound, store_page
from haidang.commands.demo_sites import DEMO_SITES
from haidang.information.collect.models import Capture, Revision

START = datetime(2026, 5, 12, 0, 42, tzinfo=UTC)
SITES = "http://127.0.0.1:8801"


@pytest.fixture(autouse=True)
def demo_settings(db: None, settings: Settings) -> None:
    settings.HAIDANG_DEMO = True
    seed_legal_parameters()


def seed() -> None:
    seed_demo(at=START, sites=SITES)


@pytest.mark.parametrize("name", ["nowhere/x", "xom-rach/x"])
def test_a_page_that_no_site_has_is_named(name: str) -> None:
    with pytest.raises(PageNotFound, match=f"The page '{name}'"):
        store_page(load_sites(DEMO_SITES), name, started_at=START, address=SITES)


def test_a_page_is_not_evidence_before_it_was_published() -> None:
    seed()
    early = START - timedelta(days=100)
    with pytest.raises(PageNotFound):
        store_page(
            load_sites(DEMO_SITES),
            "cong-thong-tin-tinh/so-lieu-boi-lo",
            started_at=START,
            address=SITES,
            seen_at=early,
        )


def test_a_page_stored_twice_is_stored_once_with_its_bytes() -> None:
    seed()
    before = (Revision.objects.count(), Capture.objects.count())
    again = store_page(load_sites(DEMO_SITES), "xom-rach/xe-vo-dat-mui", started_at=START, address=SITES)
    assert (Revision.objects.count(), Capture.objects.count()) == before
    assert "Nghe noi xe may vo Dat Mui" in again.revision.text
    assert again.seen_at == START - timedelta(days=5) + timedelta(minutes=3)
