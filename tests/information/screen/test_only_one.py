"""One worker screens at a time, and several trying at once lose and repeat nothing."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connection, transaction

from haidang.information.collect.models import Revision
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Appearance, Claim, Story
from haidang.information.screen.only_one import this_worker_screens
from haidang.information.screen.values import Screened
from tests.information.screen.fakes import OTHER_CLAIM, RUMOUR, RUMOUR_UNMARKED, make_revision, screen

real_threads = pytest.mark.skipif(
    "postgresql" not in settings.DATABASES["default"]["ENGINE"],
    reason="the tests' SQLite lives in memory, where threads cannot write side by side; the crash trial does it",
)


@pytest.mark.django_db
def test_a_worker_alone_screens() -> None:
    with transaction.atomic():
        assert this_worker_screens()


@real_threads
@pytest.mark.django_db(transaction=True)
def test_while_one_screens_another_does_not() -> None:
    screening, done = threading.Event(), threading.Event()

    def first_worker() -> bool:
        try:
            with transaction.atomic():
                mine = this_worker_screens()
                screening.set()
                done.wait(10)
                return mine
        finally:
            connection.close()

    make_revision(RUMOUR)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(first_worker)
        screening.wait(10)
        assert screen() == Screened(busy=True)
        done.set()
        assert first.result()
    assert screen().revisions == 1


@real_threads
@pytest.mark.django_db(transaction=True)
def test_workers_side_by_side_find_every_claim_once() -> None:
    for number in range(30):
        make_revision((RUMOUR, RUMOUR_UNMARKED, OTHER_CLAIM)[number % 3])

    def work(number: int) -> Screened:
        memory, screened = Memory(), Screened()
        try:
            while Revision.objects.filter(screened_at=None).exists():
                screened += screen(memory=memory, limit=4)
        finally:
            connection.close()
        return screened

    with ThreadPoolExecutor(3) as pool:
        screened = sum(pool.map(work, range(3)), Screened())
    assert screened.revisions == Appearance.objects.count() == 30
    assert Claim.objects.count() == 2
    assert Story.objects.count() == 2  # the retelling in other words joins the rumour's story
