"""Opening the office prepares tables, keys and first rows, and may be repeated."""

from pathlib import Path

import pytest
from django.conf import settings

from haidang.base.models import LegalParameter
from haidang.commands.office import prepare


@pytest.mark.django_db
def test_preparing_twice_changes_nothing(own_home: Path) -> None:
    prepare()
    keys = {path.name: path.read_bytes() for path in (Path(settings.HAIDANG_HOME) / "keys").iterdir()}
    rows = LegalParameter.objects.count()
    assert prepare() is False
    assert {path.name: path.read_bytes() for path in (Path(settings.HAIDANG_HOME) / "keys").iterdir()} == keys
    assert LegalParameter.objects.count() == rows > 0
