"""The past of the demo's office: in order, complete in both languages, resting on pages that were kept."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from haidang.base.legal import seed_legal_parameters
from haidang.base.models import LogEntry
from haidang.commands.demo_content import load_sites
from haidang.commands.demo_office import seed_demo
from haidang.commands.demo_past import PAST, PastNotFound, play_past
from haidang.commands.demo_sites import DEMO_SITES
from haidang.information.verify.models import Evidence

START = datetime(2026, 5, 12, 0, 42, tzinfo=UTC)
SITES = "http://127.0.0.1:8801"
NEEDED = ("headline", "summary", "misleading_content", "effect", "facts")
PAGES = tomllib.loads(PAST.read_text(encoding="utf-8"))["past"]


@pytest.fixture(autouse=True)
def demo_settings(db: None, settings: Settings) -> None:
    settings.HAIDANG_DEMO = True
    seed_legal_parameters()


def seed() -> None:
    seed_demo(at=START, sites=SITES)


def test_acts_lie_in_the_past_in_the_order_of_the_record() -> None:
    seed()
    acts = LogEntry.objects.filter(act__startswith="case.").order_by("index")
    times = list(acts.values_list("at", flat=True))
    assert times == sorted(times)
    assert times[-1] < START


def test_every_passage_of_evidence_stands_on_the_page_that_was_kept() -> None:
    seed()
    for evidence in Evidence.objects.select_related("publication"):
        assert evidence.publication is not None
        texts = evidence.publication.revisions.values_list("text", flat=True)
        assert any(evidence.passage in text for text in texts), evidence.title


def test_notices_are_complete_in_both_languages() -> None:
    for past in PAGES:
        if past["ends"] in {"published", "corrected", "second_reading", "signature"}:
            for language in ("vi", "en"):
                words = past[language]
                assert all(
                    words[name].strip()
                    for name in ("headline", "summary", "misleading_content", "effect", "facts")
                )
                assert len(words["headline"]) <= 110


def test_a_past_that_no_longer_fits_its_pages_is_named(tmp_path: Path) -> None:
    seed()
    wrong = tmp_path / "past.toml"
    wrong.write_text(
        '[[past]]\npages = ["xom-rach/nuoc-len-cao"]\nwords = "không ai viết"\nproof = []\nends = "opinion"\n'
    )
    with pytest.raises(PastNotFound, match="No case says 'không ai viết'"):
        play_past(load_sites(DEMO_SITES), staff={}, started_at=START, address=SITES, path=wrong)
