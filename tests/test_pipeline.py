"""The whole path over loopback HTTP: an invented site is collected, screened and shown for triage."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from haidang.base.legal import seed_legal_parameters
from haidang.base.net import Fetcher, NetPolicy
from haidang.base.sandbox import Sandbox
from haidang.base.vault import office_vault
from haidang.commands.demo_sites import SitesServer, serve_sites
from haidang.information.collect.models import Failure, Revision
from haidang.information.collect.register_source import register_source
from haidang.information.screen.models import Claim
from haidang.information.verify.models import Case
from haidang.pipeline import Tools, one_round
from tests.cast import Cast

BEGAN = datetime(2026, 5, 12, 1, 0, tzinfo=UTC)


@pytest.fixture
def sites() -> Iterator[SitesServer]:
    with serve_sites(port=0, started_at=BEGAN, clock=lambda: BEGAN + timedelta(minutes=30)) as server:
        yield server


@pytest.fixture
def tools(sites: SitesServer) -> Iterator[Tools]:
    policy = NetPolicy(user_agent="test", exceptions=frozenset({sites.address.removeprefix("http://")}))
    with Fetcher(policy) as fetcher, Sandbox() as sandbox:
        yield Tools(fetcher=fetcher, sandbox=sandbox, vault=office_vault())


def test_a_rumour_goes_from_its_page_to_the_triage_queue(
    cast: Cast, sites: SitesServer, tools: Tools, own_home: Path
) -> None:
    seed_legal_parameters()
    now = BEGAN + timedelta(minutes=30)
    for site in sites.content.sites:
        address = f"{sites.address}/{site.code}/{site.feed.path}"
        register_source(name=site.name, address=address, interval_s=20, by=cast.mai, at=now)
    first = one_round(tools, at=now, wait=True)
    assert first.looked.stored > 0
    assert first.pages.stored > 0
    assert first.verified.received == Case.objects.filter(state="triage").count() > 0
    top = Claim.objects.order_by("-priority").first()
    assert top is not None
    assert "Cây Được" in top.text
    assert {"harm", "about_us"} <= {reason["code"] for reason in top.reasons}
    assert [failure.code for failure in Failure.objects.all()] == ["http_503"]
    assert one_round(tools, at=now, wait=True).idle
    assert Revision.objects.filter(screened_at=None).count() == 0
