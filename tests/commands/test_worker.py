"""`haidang worker`: rounds until nothing is due; what it prints is stored for good."""

import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings

from haidang.base.legal import seed_legal_parameters
from haidang.commands.demo_sites import serve_sites
from haidang.commands.worker import work
from haidang.information.collect.models import Revision
from haidang.information.collect.register_source import register_source
from tests.cast import Cast


def test_a_worker_that_runs_once_stores_what_is_due_and_says_so(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    seed_legal_parameters()
    now = datetime.now(UTC)
    with serve_sites(port=0, started_at=now - timedelta(minutes=10)) as sites:
        site = next(site for site in sites.content.sites if not site.down)
        address = f"{sites.address}/{site.code}/{site.feed.path}"
        register_source(name=site.name, address=address, by=cast.mai, at=now)
        with override_settings(HAIDANG_NET_EXCEPTIONS=frozenset({sites.address.removeprefix("http://")})):
            assert work(stop=threading.Event(), once=True, as_json=True) == 0
    promised = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    kept = set(Revision.objects.values_list("pk", "content_sha256"))
    assert {(line["revision"], line["content_sha256"]) for line in promised} == kept != set()


@pytest.mark.django_db
def test_a_worker_that_is_told_to_stop_stops() -> None:
    stop = threading.Event()
    stop.set()
    assert work(stop=stop, once=False, as_json=False) == 0
