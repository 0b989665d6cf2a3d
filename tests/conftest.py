"""What every test has at hand: the cast, a vault of its own, and doors that stay shut."""

from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from pytest_django import Settings

from tests.cast import Cast, make_cast

# A deadline would be a timed assertion: on a busy machine any example may be slow.
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture(autouse=True)
def own_home(settings: Settings, tmp_path: Path) -> Path:
    """A home folder for this test alone: vault, keys and all."""
    settings.HAIDANG_HOME = tmp_path
    return tmp_path
