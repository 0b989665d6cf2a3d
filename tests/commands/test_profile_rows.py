"""A new office begins with what its profile lists, and keeps what people changed since."""

from haidang.accounts.models import Agency
from haidang.accounts.profile import current_profile
from haidang.commands.profile_rows import seed_profile
from haidang.information.collect.models import Source
from tests.cast import NOON, Cast


def test_the_profiles_feeds_are_there_and_off(cast: Cast) -> None:
    seed_profile(current_profile(), by=cast.mai, at=NOON)
    assert set(Source.objects.values_list("state", flat=True)) == {"paused"}
    assert Source.objects.count() == len(current_profile().feeds) > 0
    assert Agency.objects.filter(code=current_profile().own_agency).exists()


def test_repeating_overwrites_nothing(cast: Cast) -> None:
    seed_profile(current_profile(), by=cast.mai, at=NOON)
    Source.objects.update(state="active")
    Agency.objects.update(name_en="Renamed")
    seed_profile(current_profile(), by=cast.mai, at=NOON)
    assert set(Source.objects.values_list("state", flat=True)) == {"active"}
    assert Agency.objects.filter(name_en="Renamed").count() == Agency.objects.count()
