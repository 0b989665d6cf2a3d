"""What a notice says about who publishes it: the office's name and the address of its public site."""

from dataclasses import dataclass

from django.conf import settings

from haidang.accounts.profile import current_profile


@dataclass(frozen=True, slots=True)
class Office:
    name_vi: str
    name_en: str
    address: str  # of the public site, without a final slash

    def name_in(self, language: str) -> str:
        return self.name_vi if language == "vi" else self.name_en

    def notice_address(self, number: str, *, language: str) -> str:
        """The stable address of a notice in one language."""
        return f"{self.address}{'' if language == 'vi' else '/' + language}/notices/{number}/"


def this_office() -> Office:
    """The office of the current profile."""
    profile = current_profile()
    return Office(profile.office.vi, profile.office.en, settings.HAIDANG_ADDRESS)
