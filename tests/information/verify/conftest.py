"""A desk with the cast at it."""

import pytest

from tests.cast import Cast
from tests.desk import Desk


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast)
