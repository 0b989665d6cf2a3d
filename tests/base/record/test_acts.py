"""How an act is named in the record: ids, never names; one moment, one text."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from haidang.accounts.models import User
from haidang.base.models import RunningNumber
from haidang.base.record.acts import NaiveTime, UnsavedSubject, actor_of, leaf_text, moment, subject_of
from haidang.information.collect.models import Revision
from haidang.information.verify.models import Case


def test_an_officer_is_known_by_an_id_that_says_nothing() -> None:
    lan = User(username="lan", display_name="Lan")
    assert actor_of(lan) == f"user:{lan.public_id}"
    assert actor_of(None) == "worker"


def test_a_case_is_known_by_its_number() -> None:
    assert subject_of(Case(pk=7, number="2026-0187")) == ("verify.case", "2026-0187")


def test_a_revision_is_known_by_its_key_for_its_number_is_not_its_own() -> None:
    assert subject_of(Revision(pk=7, number=1)) == ("collect.revision", "7")


def test_any_other_row_is_known_by_its_key() -> None:
    assert subject_of(RunningNumber(pk=3)) == ("base.runningnumber", "3")
    assert subject_of(("file", "a.pdf")) == ("file", "a.pdf")


@pytest.mark.parametrize("subject", [Case(pk=7), RunningNumber()])
def test_what_has_no_key_yet_cannot_be_recorded(subject: Case | RunningNumber) -> None:
    with pytest.raises(UnsavedSubject, match="save it before"):
        subject_of(subject)


def test_a_moment_has_one_text() -> None:
    morning = datetime(2026, 5, 12, 0, 42, tzinfo=UTC)
    assert moment(morning) == "2026-05-12T00:42:00Z"
    assert moment(morning.astimezone(timezone(timedelta(hours=7)))) == "2026-05-12T00:42:00Z"
    assert moment(morning.replace(microsecond=120)) == "2026-05-12T00:42:00.000120Z"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(NaiveTime, match="aware time"):
        moment(datetime(2026, 5, 12))  # noqa: DTZ001  the point of the test


def test_a_leaf_is_the_canonical_text_of_the_act() -> None:
    assert leaf_text(
        act="review.signed",
        actor="worker",
        at="2026-05-12T00:42:00Z",
        body={"verdict": "false"},
        subject=("verify.case", "2026-0187"),
    ) == (
        '{"act":"review.signed","actor":"worker","at":"2026-05-12T00:42:00Z","body":{"verdict":"false"},'
        '"subject":{"key":"2026-0187","kind":"verify.case"}}'
    )
