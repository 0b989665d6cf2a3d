"""Reads for the desk."""

from haidang.information.collect.models import Failure, SourceState
from haidang.information.collect.queries import (
    failures_of,
    latest_revision,
    publications_since,
    sources_by_health,
    sources_late,
)
from tests.cast import NOON, later
from tests.information.collect.fakes import FEED, Entry, Web, make_source, rss


def test_failing_sources_stand_first_and_paused_ones_last(db: None) -> None:
    for number, state in enumerate((SourceState.PAUSED, SourceState.ACTIVE, SourceState.FAILING)):
        make_source(f"Báo {number}", f"https://bao-{number}.example/rss", state=state)
    assert [source.name for source in sources_by_health()] == ["Báo 2", "Báo 1", "Báo 0"]


def test_a_late_source_is_one_that_nobody_has_in_hand(db: None) -> None:
    late = make_source()
    make_source("Đang đọc", "https://a.example/rss", leased_until=later(20))
    make_source("Nghỉ", "https://b.example/rss", state=SourceState.PAUSED)
    make_source("Chưa đến hạn", "https://c.example/rss", due_at=later(60))
    assert list(sources_late(at=later(10))) == [late]


def test_failures_are_read_newest_first(db: None) -> None:
    source = make_source()
    for minutes in (0, 5):
        Failure.objects.create(source=source, address=FEED, at=later(minutes), code="dns", reason="No host.")
    assert [failure.at for failure in failures_of(source)] == [later(5), later(0)]


def test_publications_are_read_since_a_time(web: Web) -> None:
    make_source()
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    [publication] = publications_since(NOON)
    assert publication.source.name == "Báo Mẫu"
    assert list(publications_since(later(1))) == []
    publication.revisions.all().delete()
    assert latest_revision(publication) is None
