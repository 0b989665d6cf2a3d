"""The tables of collecting: nothing twice, nothing overwritten, nothing pulled from under a text."""

from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from haidang.information.collect.models import Capture, Failure, Publication, Revision, Source
from tests.cast import NOON
from tests.information.collect.fakes import FEED, PAGE, Entry, Web, make_source, rss


@pytest.fixture(autouse=True)
def collected(web: Web) -> Web:
    """One entry of one feed, stored."""
    make_source()
    web.say(FEED, rss(Entry()))
    web.look(NOON)
    return web


def a_second(row: models.Model, **changes: Any) -> models.Model:
    """The same row once more but for the changes."""
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**{**fields, "id": None, **changes})


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Source, {"name": "Tên khác"}),
        (Publication, {"address": "https://khac.example/"}),
        (Revision, {"title": "Chữ khác"}),
        (Capture, {"address": "https://khac.example/"}),
    ],
)
def test_nothing_is_stored_twice(model: type[models.Model], changes: dict[str, str]) -> None:
    row = model._default_manager.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        a_second(row, **changes).save(force_insert=True)
    assert model._default_manager.count() == 1


def test_an_edit_has_the_next_number_and_stands_after_its_before() -> None:
    for number in (3, 2):
        a_second(Revision.objects.get(number=1), number=number).save(force_insert=True)
    assert [revision.number for revision in Revision.objects.all()] == [1, 2, 3]


@pytest.mark.parametrize("model", [Source, Publication, Capture])
def test_what_a_text_rests_on_cannot_be_deleted(model: type[models.Model]) -> None:
    with pytest.raises(ProtectedError):
        model._default_manager.get().delete()


def test_rows_are_read_as_people_would_name_them() -> None:
    failure = Failure(source=Source.objects.get(), address=PAGE, at=NOON, code="dns", reason="No such host.")
    rows = [Source.objects.get(), Publication.objects.get(), Revision.objects.get(), Capture.objects.get()]
    assert [str(row) for row in (*rows, failure)] == [
        "Báo Mẫu",
        PAGE,
        "Đê biển Tây được gia cố trước mùa mưa (r1)",
        f"{FEED} at 2026-05-12 05:00",
        f"dns: {PAGE}",
    ]
