"""The demo's office: a team, watched sites and a past that was really played; a second start changes nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import authenticate
from pytest_django import Settings

from haidang.accounts import access
from haidang.accounts.models import Agency, User
from haidang.base import record
from haidang.base.legal import seed_legal_parameters
from haidang.base.models import LogEntry
from haidang.base.net import Fetcher
from haidang.base.net.policy import policy_from_settings
from haidang.base.sandbox import Sandbox
from haidang.base.vault import office_vault
from haidang.commands import demo_past
from haidang.commands.demo_office import DEMO_PASSWORD, DEMO_STAFF, NotADemo, seed_demo
from haidang.commands.demo_sites import serve_sites
from haidang.information.collect.jobs import fetch_due_pages, look_at_due_sources
from haidang.information.collect.models import Failure, Publication, Source
from haidang.information.collect.queries import revisions_of
from haidang.information.screen.jobs import screen_new_revisions
from haidang.information.screen.models import Claim
from haidang.information.screen.queries import claims_set_aside
from haidang.information.verify.bundle import build_bundle
from haidang.information.verify.bundle_check import check_bundle
from haidang.information.verify.handle_case import reopen_case
from haidang.information.verify.models import Case, Review
from haidang.information.verify.queries import cases_awaiting_triage
from haidang.information.verify.receive_claims import receive_claims

START = datetime(2026, 5, 12, 0, 42, tzinfo=UTC)
SITES = "http://127.0.0.1:8801"


@pytest.fixture(autouse=True)
def demo_settings(db: None, settings: Settings) -> None:
    settings.HAIDANG_DEMO = True
    seed_legal_parameters()


def seed() -> None:
    seed_demo(at=START, sites=SITES)


def states() -> list[str]:
    return list(Case.objects.order_by("pk").values_list("state", flat=True))


WHOLE = [
    "monitoring",
    "monitoring",
    "monitoring",
    "not_checkable",
    "already_reviewed",
    "cross_check",
    "investigating",
    "approval",
]


def test_the_past_leaves_something_on_every_page() -> None:
    seed()
    assert states() == WHOLE
    assert sorted(Review.objects.filter(published_at__isnull=False).values_list("kind", "state")) == [
        ("corrected", "published"),
        ("first", "published"),
        ("first", "published"),
        ("first", "superseded"),
    ]
    assert not Claim.objects.filter(state="waiting").exists()


def test_a_second_start_changes_nothing() -> None:
    seed()
    acts, cases = LogEntry.objects.count(), list(Case.objects.values_list("number", "version"))
    seed()
    assert LogEntry.objects.count() == acts
    assert list(Case.objects.values_list("number", "version")) == cases


def test_a_start_that_was_killed_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[int] = []
    really = demo_past.leave_queue

    def power_cut(**_: object) -> None:
        played.append(1)
        raise KeyboardInterrupt

    monkeypatch.setattr(demo_past, "leave_queue", power_cut)
    with pytest.raises(KeyboardInterrupt):
        seed()
    assert states() == ["monitoring", "monitoring", "monitoring", "triage"]
    monkeypatch.setattr(demo_past, "leave_queue", really)
    seed()
    assert states() == WHOLE
    assert played == [1]


def test_what_somebody_did_since_is_left_alone() -> None:
    seed()
    case = Case.objects.get(state="not_checkable")
    reopen_case(case=case, by=User.objects.get(username="lan"), at=START, reason="Xem lại")
    seed()
    case.refresh_from_db()
    assert case.state == "triage"


def test_the_record_is_whole_and_each_notice_proves_itself() -> None:
    seed()
    assert record.verify_log().problems == ()
    for review in Review.objects.filter(published_at__isnull=False):
        report = check_bundle(build_bundle(review, vault=office_vault()))
        assert report.proven, [finding.says for finding in report.findings if not finding.holds]


def test_the_team_can_sign_in_and_each_has_one_role() -> None:
    seed()
    for person in DEMO_STAFF:
        user = authenticate(username=person.username, password=DEMO_PASSWORD)
        assert isinstance(user, User)
        assert access.roles_of(user) == {person.role}
        assert user.agency == Agency.objects.get(code="so-vhttdl")


def test_invented_sites_are_watched_and_real_feeds_are_off() -> None:
    seed()
    invented = Source.objects.filter(address__startswith=SITES)
    assert invented.count() == 13
    assert set(invented.values_list("state", "interval_s")) == {("active", 10)}
    real = Source.objects.exclude(address__startswith=SITES)
    assert real.count() >= 8
    assert set(real.values_list("state", flat=True)) == {"paused"}


def test_invented_staff_never_enter_a_real_office(settings: Settings) -> None:
    settings.HAIDANG_DEMO = False
    with pytest.raises(NotADemo, match="use `haidang demo`"):
        seed()
    assert not User.objects.exists()


class SetClock:
    now = START

    def __call__(self) -> datetime:
        return self.now


def test_the_demo_runs_by_itself_over_http(settings: Settings) -> None:
    """What a newcomer sees in the first minutes: rumour, notice, retelling, an edit, copies, reasons to leave."""
    clock = SetClock()
    with serve_sites(port=0, clock=clock, started_at=START) as sites:
        settings.HAIDANG_NET_EXCEPTIONS = frozenset({f"127.0.0.1:{sites.port}"})
        seed_demo(at=START, sites=sites.address)
        with Fetcher(policy_from_settings()) as fetcher, Sandbox() as sandbox:
            tools = {"fetcher": fetcher, "sandbox": sandbox, "vault": office_vault()}
            for seconds in (10, 130, 420):
                clock.now = START + timedelta(seconds=seconds)
                for _ in range(2):
                    look_at_due_sources(**tools, at=clock.now)
                    fetch_due_pages(**tools, at=clock.now)
                    screen_new_revisions(at=clock.now)
                    receive_claims(at=clock.now)
    assert_first_minutes()


def assert_first_minutes() -> None:
    queue = [case.claim.text for case in cases_awaiting_triage()]
    assert any("sập một nhịp vào đêm 11/5" in text for text in queue[:4])
    assert any(text.startswith("Cay cau bac qua rach Cay Duoc") for text in queue)
    assert any(text.startswith("A span of the bridge over Cay Duoc creek") for text in queue)
    aside = set(claims_set_aside().values_list("set_aside_reason", flat=True))
    assert {"opinion", "criticism", "satire", "prediction", "question", "advertisement"} <= aside
    edited = Publication.objects.get(address__contains="ke-chan-song-dat-mui-bdm")
    titles = [revision.title[:22] for revision in revisions_of(edited) if revision.from_page]
    assert titles == ["Hoàn thành 3,2 km kè c", "Hoàn thành 2,3 km kè c"]
    copies = {member.publication.source.name for member in edited.story_member.story.members.all()}
    assert {"Đài Sông Nước (mẫu)", "Tin nhanh Châu Thổ (mẫu)"} <= copies
    assert [row.reason for row in Failure.objects.exclude(source__name="Bản tin Bến cảng (mẫu)")] == []
    assert Source.objects.get(name="Bản tin Bến cảng (mẫu)").failures > 0
    assert record.verify_log().problems == ()
