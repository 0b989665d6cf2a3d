"""Write the rows that a new office takes from its profile: agencies, dated parameters, public feeds (off)."""

from datetime import datetime

from haidang.accounts.models import Agency, User
from haidang.accounts.profile import Profile
from haidang.base.models import LegalParameter
from haidang.information.collect.models import Source
from haidang.information.collect.register_source import register_source


def seed_profile(profile: Profile, *, by: User, at: datetime) -> None:
    """Everything of the profile that is not there yet; safe to repeat, overwrites nothing."""
    seed_agencies(profile)
    _seed_parameters(profile)
    seed_feeds(profile, by=by, at=at)


def seed_agencies(profile: Profile) -> None:
    for agency in profile.agencies:
        Agency.objects.get_or_create(
            code=agency.code,
            defaults={
                "name_vi": agency.name.vi,
                "name_en": agency.name.en,
                "valid_from": agency.valid_from,
                "valid_to": agency.valid_to,
            },
        )


def _seed_parameters(profile: Profile) -> None:
    for row in profile.parameters:
        LegalParameter.objects.get_or_create(
            code=row.code,
            valid_from=row.valid_from,
            defaults={
                "value": row.value,
                "unit": row.unit,
                "basis": row.basis,
                "verified_by": row.verified_by,
            },
        )


def seed_feeds(profile: Profile, *, by: User, at: datetime) -> None:
    """The profile's public feeds; off until somebody switches them on, unless the profile says otherwise."""
    known = set(Source.objects.values_list("address", flat=True))
    for feed in profile.feeds:
        if feed.address not in known:
            register_source(
                name=feed.name,
                address=feed.address,
                language=feed.language,
                official=feed.official,
                on=feed.on,
                by=by,
                at=at,
            )
