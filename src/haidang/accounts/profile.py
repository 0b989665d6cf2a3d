"""Read the profile of a place: names of its office, place words, agencies, dated parameters, public feeds."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings

PACKAGED = Path(__file__).resolve().parent.parent / "profiles"
T = TypeVar("T")


class ProfileInvalid(ValueError):
    """The profile cannot be used; the sentence names the file and what to write there."""

    def __init__(self, where: str, sentence: str) -> None:
        super().__init__(f"{where}: {sentence}")


@dataclass(frozen=True, slots=True)
class TwoNames:
    """One name in the two languages that every page has."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        return self.en if language.startswith("en") else self.vi


@dataclass(frozen=True, slots=True)
class Contact:
    """Where readers write to object to a notice or to report an error."""

    appeals_mail: str
    corrections_mail: str
    telephone: str
    post: TwoNames


@dataclass(frozen=True, slots=True)
class Place:
    """What makes a text ours (`words`, `bodies`), and the units a form offers (`wards`, `communes`)."""

    words: tuple[str, ...]
    bodies: tuple[str, ...]
    wards: tuple[str, ...]
    communes: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return self.words + self.bodies


@dataclass(frozen=True, slots=True)
class ProfileAgency:
    code: str
    name: TwoNames
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class ProfileParameter:
    code: str
    value: int
    unit: str
    basis: str
    valid_from: date
    verified_by: str


@dataclass(frozen=True, slots=True)
class ProfileFeed:
    name: str
    address: str
    language: str
    official: bool
    on: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """One place's office. Everything that differs between two provinces stands here and nowhere else."""

    code: str
    office: TwoNames
    unit: TwoNames
    short: TwoNames
    own_agency: str
    province_code: str
    province: TwoNames
    country: str
    time_zone: str
    languages: tuple[str, ...]
    contact: Contact
    place: Place
    agencies: tuple[ProfileAgency, ...]
    parameters: tuple[ProfileParameter, ...]
    feeds: tuple[ProfileFeed, ...]


def current_profile() -> Profile:
    """The profile named by HAIDANG_PROFILE, read once a process."""
    folder = Path(getattr(settings, "HAIDANG_PROFILES_DIR", PACKAGED))
    return _cached(folder, str(settings.HAIDANG_PROFILE))


@lru_cache(maxsize=8)
def _cached(folder: Path, code: str) -> Profile:
    return load_profile(folder, code)


def load_profile(folder: Path, code: str) -> Profile:
    """Read `folder/code.toml`. Raises ProfileInvalid with the one thing to put right."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", code):
        raise ProfileInvalid(
            repr(code), "a profile is named in small letters, digits and hyphens, such as ca-mau."
        )
    path = folder / f"{code}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ProfileInvalid(
            path.name, f"there is no such profile in {folder}; copy ca-mau.toml to begin one."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise ProfileInvalid(
            path.name, f"it is not readable TOML ({broken}); put that line right."
        ) from broken
    return profile_from(code, table)


def profile_from(code: str, table: Mapping[str, object]) -> Profile:
    """Turn the parsed table into values, naming the first key that is missing or of the wrong kind."""
    top = _Table(f"{code}.toml", table)
    office, province = top.table("office"), top.table("province")
    profile = Profile(
        code=code,
        office=office.names("name"),
        unit=office.names("unit"),
        short=office.names("short"),
        own_agency=office.get("agency", str),
        province_code=province.get("code", str),
        province=province.names("name"),
        country=province.get("country", str),
        time_zone=province.get("time_zone", str),
        languages=province.words("languages"),
        contact=_contact(top.table("contact")),
        place=_place(top.table("place")),
        agencies=tuple(_agency(row) for row in top.tables("agency")),
        parameters=tuple(_parameter(row) for row in top.tables("parameter")),
        feeds=tuple(_feed(row) for row in top.tables("feed")),
    )
    _check(profile)
    return profile


def _contact(table: "_Table") -> Contact:
    return Contact(
        appeals_mail=table.get("appeals_mail", str),
        corrections_mail=table.get("corrections_mail", str),
        telephone=table.get("telephone", str, ""),
        post=table.names("post"),
    )


def _place(table: "_Table") -> Place:
    return Place(
        words=table.words("words"),
        bodies=table.words("bodies"),
        wards=table.words("wards"),
        communes=table.words("communes"),
    )


def _agency(table: "_Table") -> ProfileAgency:
    return ProfileAgency(
        code=table.get("code", str),
        name=table.names("name"),
        valid_from=table.day("valid_from"),
        valid_to=table.day("valid_to"),
    )


def _parameter(table: "_Table") -> ProfileParameter:
    return ProfileParameter(
        code=table.get("code", str),
        value=table.get("value", int),
        unit=table.get("unit", str),
        basis=table.get("basis", str),
        valid_from=table.get("valid_from", date),
        verified_by=table.get("verified_by", str, ""),
    )


def _feed(table: "_Table") -> ProfileFeed:
    return ProfileFeed(
        name=table.get("name", str),
        address=table.get("address", str),
        language=table.get("language", str),
        official=table.get("official", bool, False),
        on=table.get("on", bool, False),
    )


def _check(profile: Profile) -> None:
    """What the types cannot say: the own agency is listed, nothing is listed twice, the zone exists."""
    where = f"{profile.code}.toml"
    codes = [agency.code for agency in profile.agencies]
    if profile.own_agency not in codes:
        raise ProfileInvalid(
            where, f"office.agency is '{profile.own_agency}' but no [[agency]] has that code."
        )
    parameters = [f"{row.code} from {row.valid_from}" for row in profile.parameters]
    for kind, keys in (
        ("agency", codes),
        ("parameter", parameters),
        ("feed", [row.address for row in profile.feeds]),
    ):
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ProfileInvalid(where, f"[[{kind}]] {twice[0]} is listed twice; keep one.")
    for feed in profile.feeds:
        if not feed.address.startswith(("https://", "http://")):
            raise ProfileInvalid(
                where, f"the address of feed '{feed.name}' must begin with https:// or http://."
            )
    try:
        ZoneInfo(profile.time_zone)
    except (KeyError, ValueError):
        raise ProfileInvalid(
            where, f"province.time_zone '{profile.time_zone}' is no known time zone."
        ) from None


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table that knows where it stands, so that an error can name the key."""

    where: str
    rows: Mapping[str, object]

    def get(self, key: str, kind: type[T], default: T | None = None) -> T:
        value = self.rows.get(key, default)
        if value is None:
            raise ProfileInvalid(self.where, f"'{key}' is missing; add it.")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ProfileInvalid(
                self.where, f"'{key}' must be of kind {kind.__name__}, not {type(value).__name__}."
            )
        return value

    def day(self, key: str) -> date | None:
        return self.get(key, date) if key in self.rows else None

    def names(self, key: str) -> TwoNames:
        return TwoNames(vi=self.get(f"{key}_vi", str), en=self.get(f"{key}_en", str))

    def words(self, key: str) -> tuple[str, ...]:
        values: list[object] = self.get(key, list)
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise ProfileInvalid(self.where, f"'{key}' must be a list of words in quotes.")
        return tuple(str(value) for value in values)

    def table(self, key: str) -> "_Table":
        rows: dict[str, object] = self.get(key, dict)
        return _Table(f"{self.where} [{key}]", rows)

    def tables(self, key: str) -> list["_Table"]:
        listed: list[object] = self.get(key, list, [])
        tables = []
        for number, rows in enumerate(listed, start=1):
            if not isinstance(rows, dict):
                raise ProfileInvalid(self.where, f"write [[{key}]] above each {key}.")
            tables.append(_Table(f"{self.where} [[{key}]] {number}", rows))
        return tables
