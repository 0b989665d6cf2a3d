"""A desk with the cast at it, for commands that read what people did."""

import pytest

from tests.cast import Cast
from tests.desk import Desk


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast)
