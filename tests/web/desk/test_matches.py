"""A person decides on a suggested match; the machine only suggested it."""

import pytest

from haidang.information.screen.models import Known, Match
from tests.cast import NOON
from tests.desk import Desk
from tests.web.conftest import SignedIn


def a_match(desk: Desk) -> Match:
    case = desk.received()
    known = Known.objects.create(kind="review", key="2025-0911", language="vi", claim="Cầu sập", title="Cầu không sập",
                                 verdict="false", known_at=NOON)  # fmt: skip
    slots = [{"slot": "date", "here": "12/5", "there": "20/9", "agrees": False},
             {"slot": "polarity", "here": "affirmed", "there": "không", "agrees": False}]  # fmt: skip
    return Match.objects.create(
        claim=case.claim, known=known, score=0.81, level="related", slots=slots, suggested_at=NOON
    )


def test_the_queue_shows_what_agrees_and_what_differs_in_words(desk: Desk, signed_in: SignedIn) -> None:
    a_match(desk)
    page = signed_in(desk.cast.lan).get("/desk/queue/").content.decode()
    assert "liên quan, không tự ghép" in page
    assert "khác" in page
    assert "nói là có" in page
    assert "81 %" in page


@pytest.mark.parametrize(("decision", "state"), [("confirm", "confirmed"), ("refuse", "refused")])
def test_confirming_and_refusing_go_back_to_the_claim(
    decision: str, state: str, desk: Desk, signed_in: SignedIn
) -> None:
    match = a_match(desk)
    back = f"/desk/queue/{match.claim.case.number}/"
    response = signed_in(desk.cast.lan).post(
        f"/desk/matches/{match.pk}/", {"decision": decision, "next": back}
    )
    assert response["Location"] == back
    assert Match.objects.get().state == state


def test_a_decision_of_somebody_else_is_told_and_kept(desk: Desk, signed_in: SignedIn) -> None:
    match = a_match(desk)
    signed_in(desk.cast.lan).post(f"/desk/matches/{match.pk}/", {"decision": "confirm"})
    response = signed_in(desk.cast.minh).post(
        f"/desk/matches/{match.pk}/", {"decision": "refuse"}, follow=True
    )
    assert "Lan đã quyết định" in response.content.decode()
    assert Match.objects.get().state == "confirmed"


def test_one_is_never_sent_to_another_site(desk: Desk, signed_in: SignedIn) -> None:
    match = a_match(desk)
    typed = {"decision": "confirm", "next": "https://elsewhere.example/"}
    assert signed_in(desk.cast.lan).post(f"/desk/matches/{match.pk}/", typed)["Location"] == "/desk/queue/"
