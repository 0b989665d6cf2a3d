"""Who gets in where: every address x method x role hears exactly what the matrix says; a new address needs a row.

After a change of addresses: HAIDANG_WRITE_MATRIX=1 pytest tests/access/test_matrix.py, then read the difference.
"""

import csv
import os

import pytest

from haidang.accounts.access import ACTS
from haidang.information.verify.models import Case, Review
from tests.access.doors import MATRIX, METHODS, ROLES, answers, doors, expected, heard, people
from tests.desk import Desk


@pytest.fixture
def desk(cast: object) -> Desk:
    return Desk(cast)  # type: ignore[arg-type]  # the cast fixture


def test_every_address_lets_in_whom_the_matrix_names(desk: Desk, settings: object) -> None:
    settings.HAIDANG_REQUIRE_SECOND_FACTOR = False  # type: ignore[attr-defined]
    settings.HAIDANG_DEMO = False  # type: ignore[attr-defined]
    settings.ACCOUNT_RATE_LIMITS = False  # type: ignore[attr-defined]  # so many knocks are too many
    everybody = people()
    found = {
        (door.pattern, method, role): heard(response)
        for door in doors(desk)
        for method, role, response in answers(door, people() if "logout" in door.path else everybody)
    }
    if os.environ.get("HAIDANG_WRITE_MATRIX"):
        write(found)
    known = expected()
    wrong = [
        f"{method} {pattern} as {role}: heard '{answer}', the matrix says '{known.get((pattern, method, role))}'"
        for (pattern, method, role), answer in found.items()
        if known.get((pattern, method, role)) != answer
    ]
    gone = {key[0] for key in known} - {key[0] for key in found}
    assert (wrong, gone) == ([], set())


def test_the_matrix_itself_lets_no_stranger_onto_the_desk() -> None:
    strangers = ("nobody", "khach", "tuan")
    open_to_all = {"/desk/language/", "/desk/demo-sign-in/"}
    open_doors = {
        f"{method} {pattern}"
        for (pattern, method, role), answer in expected().items()
        if role in strangers and pattern.startswith(("/desk/", "/api/desk/")) and pattern not in open_to_all
        and answer in {"yes", "goes on", "bad form", "too late"}
    }  # fmt: skip
    assert open_doors == set()


def test_the_matrix_lets_the_auditor_write_nothing() -> None:
    written = {
        f"{method} {pattern}"
        for (pattern, method, role), answer in expected().items()
        if role == "thu" and method != "GET" and pattern.startswith(("/desk/", "/api/desk/"))
        and pattern != "/desk/language/" and answer in {"yes", "goes on", "bad form", "too late"}
    }  # fmt: skip
    assert written == set()


def test_every_power_has_somebody_who_holds_it() -> None:
    assert {act for act, roles in ACTS.items() if not roles} == set()


def test_knocking_at_every_door_changed_no_verdict(desk: Desk) -> None:
    review = desk.published()
    assert Review.objects.get(pk=review.pk).state == "published"
    assert Case.objects.get(pk=review.case.pk).state == "published"


def write(found: dict[tuple[str, str, str], str]) -> None:
    rows = list(dict.fromkeys((pattern, method) for pattern, method, _ in found))
    with MATRIX.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["address", "method", *ROLES])
        for pattern, method in rows:
            writer.writerow([pattern, method, *(found[pattern, method, role] for role in ROLES)])
    assert set(METHODS)
