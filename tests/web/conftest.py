"""A desk with the cast at it, and browsers that are signed in as one of them."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import Settings

from haidang.accounts.models import User
from tests.cast import Cast
from tests.desk import Desk

SignedIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Django keeps the language of the last request for the thread; these tests begin in Vietnamese."""
    with override("vi"):
        yield


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast)


@pytest.fixture
def signed_in(settings: Settings) -> SignedIn:
    """A browser in which somebody is signed in; the second factor has tests of its own."""
    settings.HAIDANG_REQUIRE_SECOND_FACTOR = False

    def browser(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser
