"""A worker and its web for the tests of collecting."""

from pathlib import Path

import pytest

from tests.information.collect.fakes import Web, make_web


@pytest.fixture
def web(own_home: Path, db: None) -> Web:
    return make_web(own_home)
