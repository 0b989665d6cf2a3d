"""Pages that explain the office in both languages, with the basis of every number."""

import pytest
from django.test import Client

from haidang.base.legal import seed_legal_parameters
from haidang.base.models import Checkpoint
from tests.desk import Desk


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/about/", "/en/about/", "/verify/", "/en/verify/"])
def test_every_explaining_page_answers_without_any_rows(path: str) -> None:
    assert Client().get(path).status_code == 200


@pytest.mark.django_db
def test_the_time_for_an_objection_stands_with_its_basis_and_whether_it_was_verified() -> None:
    seed_legal_parameters()
    page = Client().get("/about/").content.decode()
    assert "7 ngày làm việc" in page
    assert "căn cứ chưa được đối chiếu" in page


def test_the_newest_checkpoint_is_public(desk: Desk) -> None:
    assert Client().get("/verify/checkpoint.txt").status_code == 404
    desk.published()
    note = Client().get("/verify/checkpoint.txt").content.decode()
    assert note == Checkpoint.objects.latest("size").note
