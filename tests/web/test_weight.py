"""Pages stay light and never ask the database more as rows grow."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.desk import Desk
from tests.web.conftest import SignedIn
from tests.web.weight import LIMIT, transferred

DESK_LISTS = [
    "/desk/",
    "/desk/queue/",
    "/desk/queue/?tab=left",
    "/desk/cases/",
    "/desk/published/",
    "/desk/publications/",
]
PUBLIC_LISTS = ["/", "/en/", "/corrections/", "/feed.atom", "/feed.json", "/sitemap.xml"]


@pytest.mark.parametrize("path", [*DESK_LISTS, "/desk/sources/", "/desk/style/"])
def test_a_page_of_the_desk_transfers_at_most_150_kilobytes(
    path: str, desk: Desk, signed_in: SignedIn
) -> None:
    desk.received()
    size, response = transferred(signed_in(desk.cast.mai), path)
    assert response.status_code == 200
    assert size <= LIMIT


def test_public_pages_and_the_long_form_transfer_at_most_150_kilobytes(
    desk: Desk, signed_in: SignedIn
) -> None:
    review = desk.published()
    for path in ("/", f"/notices/{review.case.number}/", "/about/", "/verify/"):
        assert transferred(Client(), path)[0] <= LIMIT
    minh = signed_in(desk.cast.minh)
    for act in ("change", "evidence"):
        assert transferred(minh, f"/desk/cases/{review.case.number}/?act={act}")[0] <= LIMIT


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


def test_lists_ask_the_database_no_more_when_rows_grow(desk: Desk, signed_in: SignedIn) -> None:
    mai, reader = signed_in(desk.cast.mai), Client()
    _one_of_each(desk, 0)
    paths = [(mai, path) for path in DESK_LISTS] + [(reader, path) for path in PUBLIC_LISTS]
    first = {path: queries(client, path) for client, path in paths}
    for number in (1, 2):
        _one_of_each(desk, number)
    again = {path: queries(client, path) for client, path in paths}
    assert {path: (first[path], again[path]) for path in first if again[path] > first[path]} == {}


def _one_of_each(desk: Desk, number: int) -> None:
    """A waiting claim, a case in work, a claim that left, a published and corrected notice."""
    from haidang.information.verify import triage
    from tests.cast import later

    address = f"http://127.0.0.1:8801/tin/{number}"
    desk.received(f"Phát biểu chờ số {number}", address=f"{address}-a")
    desk.investigating(f"Phát biểu đang làm số {number}", address=f"{address}-b")
    left = desk.received(f"Ý kiến số {number}", address=f"{address}-c")
    triage.leave_queue(case=left, by=desk.cast.lan, at=later(3), reason="opinion")
    desk.signed_change(desk.published(f"Phát biểu đã trả lời số {number}", address=f"{address}-d"))
