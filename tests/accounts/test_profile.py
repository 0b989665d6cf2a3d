"""The profile of a place: what ships is complete, and a wrong one is refused in words."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from haidang.accounts.profile import PACKAGED, ProfileInvalid, current_profile, load_profile, profile_from


def shipped() -> dict[str, Any]:
    return tomllib.loads((PACKAGED / "ca-mau.toml").read_text(encoding="utf-8"))


def test_ca_mau_is_the_profile_until_another_is_chosen() -> None:
    profile = current_profile()
    assert profile.province.vi == "Tỉnh Cà Mau"
    assert profile.province.in_language("en") == "Ca Mau Province"
    assert profile.office.in_language("vi").startswith("Sở Văn hóa")
    assert profile is current_profile()


def test_ca_mau_has_55_communes_and_9_wards() -> None:
    place = load_profile(PACKAGED, "ca-mau").place
    assert (len(set(place.communes)), len(set(place.wards))) == (55, 9)
    assert {"Cà Mau", "Năm Căn", "UBND tỉnh Cà Mau"} <= set(place.names)


def test_no_feed_is_looked_at_before_somebody_switches_it_on() -> None:
    feeds = load_profile(PACKAGED, "ca-mau").feeds
    assert len(feeds) >= 8
    assert not any(feed.on for feed in feeds)
    assert {feed.language for feed in feeds} == {"vi", "en"}


def test_every_number_names_its_basis_and_the_day_it_holds_from() -> None:
    for parameter in load_profile(PACKAGED, "ca-mau").parameters:
        assert parameter.basis
        assert isinstance(parameter.valid_from, date)
        assert parameter.value > 0


def test_addresses_of_the_sample_office_can_reach_nobody() -> None:
    contact = load_profile(PACKAGED, "ca-mau").contact
    assert contact.appeals_mail.endswith(".example")
    assert contact.corrections_mail.endswith(".example")


def test_another_folder_and_profile_can_be_chosen(settings: Settings, tmp_path: Path) -> None:
    text = (PACKAGED / "ca-mau.toml").read_text(encoding="utf-8")
    (tmp_path / "hai-dang.toml").write_text(text.replace("Tỉnh Cà Mau", "Tỉnh Mẫu"), encoding="utf-8")
    settings.HAIDANG_PROFILES_DIR = tmp_path
    settings.HAIDANG_PROFILE = "hai-dang"
    assert current_profile().province.vi == "Tỉnh Mẫu"


@pytest.mark.parametrize("name", ["../ca-mau", "Ca Mau", "", "ca_mau"])
def test_a_name_that_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ProfileInvalid, match="small letters, digits and hyphens"):
        load_profile(PACKAGED, name)


def test_a_missing_profile_says_how_to_begin_one(tmp_path: Path) -> None:
    with pytest.raises(ProfileInvalid, match=r"copy ca-mau\.toml to begin one"):
        load_profile(tmp_path, "bac-lieu")


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("[office\n")
    with pytest.raises(ProfileInvalid, match=r"x\.toml: it is not readable TOML .*line 1"):
        load_profile(tmp_path, "x")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda t: t["office"].pop("name_en"), r"\[office\]: 'name_en' is missing"),
        (lambda t: t["office"].update(agency="nobody"), "no \\[\\[agency\\]\\] has that code"),
        (lambda t: t["parameter"][0].update(value="60"), "'value' must be of kind int, not str"),
        (lambda t: t["parameter"][0].update(value=True), "'value' must be of kind int, not bool"),
        (lambda t: t["feed"].append(t["feed"][0]), "is listed twice"),
        (lambda t: t["feed"][0].update(address="ftp://x"), "must begin with https:// or http://"),
        (lambda t: t["place"].update(words=[""]), "'words' must be a list of words"),
        (lambda t: t["province"].update(time_zone="Asia/Nowhere"), "is no known time zone"),
        (lambda t: t.update(agency=["x"]), r"write \[\[agency\]\] above each agency"),
        (lambda t: t.pop("place"), "'place' is missing"),
    ],
)
def test_a_wrong_profile_names_the_key(change: Any, sentence: str) -> None:
    table = shipped()
    change(table)
    with pytest.raises(ProfileInvalid, match=sentence):
        profile_from("ca-mau", table)
