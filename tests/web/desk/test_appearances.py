"""An article and its feed entry are one place; a second page is a second place."""

from haidang.information.collect.models import Revision
from haidang.information.screen.models import Appearance, Claim
from haidang.information.verify.models import Case
from haidang.web.desk.appearances import SHOWN, places_of
from tests.cast import later
from tests.desk import RUMOUR, Desk, a_capture, a_revision
from tests.web.conftest import SignedIn


def read_again(claim: Claim, *, minutes: float, offset: int = 0) -> Revision:
    """The page behind the feed entry in which the claim was first read."""
    first = claim.appearances.earliest("pk").revision
    page = Revision.objects.create(
        publication=first.publication, number=first.publication.revisions.count() + 1,
        capture=a_capture(address=first.publication.address, body=str(minutes).encode(), at=later(minutes)),
        seen_at=later(minutes), text=RUMOUR, language="vi", from_page=True, content_sha256=f"{minutes:064}",
    )  # fmt: skip
    Appearance.objects.create(claim=claim, revision=page, quote=RUMOUR, offset=offset, seen_at=later(minutes))
    return page


def another_place(claim: Claim, number: int) -> None:
    revision = a_revision(address=f"http://127.0.0.1:8801/khac/{number}", text=RUMOUR, at=later(5 + number))
    Appearance.objects.create(claim=claim, revision=revision, quote=RUMOUR, seen_at=later(5 + number))


def test_a_feed_entry_and_its_page_are_one_place_seen_twice(desk: Desk) -> None:
    claim = desk.received().claim
    read_again(claim, minutes=1)
    another_place(claim, 1)
    places = places_of(claim)
    assert [(place.seen_at, place.times) for place in places.shown] == [(later(0), 2), (later(6), 1)]
    assert places.seen_times == [later(0), later(6)]


def test_a_claim_said_twice_in_one_revision_stands_there_once(desk: Desk) -> None:
    claim = desk.received().claim
    Appearance.objects.create(
        claim=claim, revision=claim.appearances.get().revision, quote=RUMOUR, offset=400, seen_at=later(0)
    )
    assert [place.times for place in places_of(claim).shown] == [1]


def test_the_first_places_are_quoted_and_all_stand_on_the_time_line(desk: Desk) -> None:
    claim = desk.received().claim
    for number in range(SHOWN + 2):
        another_place(claim, number)
    places = places_of(claim)
    assert (len(places.shown), len(places.seen_times)) == (SHOWN, SHOWN + 3)


def test_queue_and_case_page_show_one_card_with_a_way_to_the_revisions(
    desk: Desk, signed_in: SignedIn
) -> None:
    case = desk.received()
    revision = read_again(case.claim, minutes=1)
    lan = signed_in(desk.cast.lan)
    link = f'<a href="/desk/publications/{revision.publication.pk}/#copies">2 lần</a>'
    waiting = lan.get(f"/desk/queue/{case.number}/").content.decode()
    Case.objects.filter(pk=case.pk).update(state="queued")
    taken = lan.get(f"/desk/cases/{case.number}/").content.decode()
    for page in (waiting, taken):
        assert page.count(link) == 1
        assert page.count('<article class="card evidence">') == 1
    assert "1 nơi đăng" in waiting
