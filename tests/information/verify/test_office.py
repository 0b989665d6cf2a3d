"""Who publishes: name and stable addresses in both languages."""

from haidang.information.verify.office import this_office
from tests.desk import OFFICE


def test_addresses_are_stable_in_both_languages() -> None:
    assert OFFICE.notice_address("2026-0001", language="vi") == "http://127.0.0.1:8000/notices/2026-0001/"
    assert OFFICE.notice_address("2026-0001", language="en") == "http://127.0.0.1:8000/en/notices/2026-0001/"


def test_the_profile_names_the_office_in_both_languages() -> None:
    office = this_office()
    assert office.name_in("vi") != office.name_in("en")
    assert "Cà Mau" in office.name_in("vi")
