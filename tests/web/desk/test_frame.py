"""The frame shows the places one may go to, and how much waits there."""

from django.test import RequestFactory

from haidang.accounts.models import User
from haidang.information.collect.models import Source
from haidang.web.desk.frame import frame_of
from tests.desk import Desk


def places(user: User) -> dict[str, int]:
    request = RequestFactory().get("/desk/")
    request.user = user
    return {place.code: place.count for group in frame_of(request).groups for place in group.items}


def test_counts_say_how_much_waits(desk: Desk) -> None:
    desk.received()
    Source.objects.create(name="x", address="http://x.example/", state="failing")
    assert places(desk.cast.lan) == {
        "today": 0,
        "queue": 1,
        "cases": 0,
        "published": 0,
        "publications": 0,
        "sources": 1,
    }


def test_an_administrator_sees_sources_and_accounts_and_no_claims(desk: Desk) -> None:
    assert set(places(desk.cast.son)) == {"today", "sources", "accounts"}


def test_a_group_without_places_is_not_named(desk: Desk) -> None:
    request = RequestFactory().get("/desk/")
    request.user = desk.cast.lan
    assert all(group.items for group in frame_of(request).groups)
    assert len(frame_of(request).groups) == 2
