"""Register a public place to watch."""

from datetime import datetime
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base import record
from haidang.information.collect.models import Source, SourceKind, SourceState
from haidang.information.collect.parsing import identity_of

LONGEST_NAME = 120
LONGEST_ADDRESS = 1_000
INTERVALS_S = range(5, 7 * 86_400 + 1)


class SourceInvalid(ValueError):
    """One value of the form cannot be used; `field` says which, the sentence what to write there."""

    def __init__(self, field: str, sentence: str) -> None:
        self.field = field
        super().__init__(sentence)


class SourceKnown(SourceInvalid):
    """The address is watched already; `source` is the row."""

    def __init__(self, source: Source) -> None:
        self.source = source
        sentence = _("This address is watched already, as “%(name)s”. Switch that source on instead.")
        super().__init__("address", sentence % {"name": source.name})


def register_source(
    *,
    name: str,
    address: str,
    kind: str = SourceKind.FEED,
    language: str = "vi",
    official: bool = False,
    reads_articles: bool = True,
    interval_s: int = 600,
    on: bool = True,
    by: User,
    at: datetime,
) -> Source:
    """Watch a public place from now on. Raises `NotAllowed`, `SourceInvalid`, `SourceKnown`."""
    access.require(by, "source.register")
    source = Source(
        name=_usable_name(name),
        address=_usable_address(address),
        kind=_listed_kind(kind),
        state=SourceState.ACTIVE if on else SourceState.PAUSED,
        language=_usable_language(language),
        official=official,
        reads_articles=reads_articles,
        interval_s=_possible_interval(interval_s),
        due_at=at,
    )
    try:
        with transaction.atomic():
            source.save(force_insert=True)
            record.append(act="source.registered", subject=source, by=by, at=at, body=_body(source, on=on))
    except IntegrityError as twice:
        known = Source.objects.filter(address=source.address).first()
        if known is None:
            raise
        raise SourceKnown(known) from twice
    return source


def _body(source: Source, *, on: bool) -> dict[str, record.JsonValue]:
    return {"address": source.address, "kind": source.kind, "official": source.official, "on": on}


def _usable_name(name: str) -> str:
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise SourceInvalid("name", _("Give the source a name of 1 to 120 characters."))
    return name


def _usable_address(address: str) -> str:
    address = address.strip()
    canonical = None if any(char.isspace() for char in address) else identity_of(address)
    if canonical is None or len(canonical) > LONGEST_ADDRESS:
        raise SourceInvalid(
            "address", _("Write the whole address, beginning with https:// or http://, without spaces.")
        )
    parts = urlsplit(canonical)
    if parts.username is not None or parts.password is not None:
        raise SourceInvalid(
            "address", _("Leave out the user name and password: only public places are watched.")
        )
    return canonical


def _listed_kind(kind: str) -> str:
    if kind not in SourceKind.values:
        raise SourceInvalid("kind", _("Choose whether the address is a feed or a single page."))
    return kind


def _usable_language(language: str) -> str:
    if not (2 <= len(language) <= 5 and language.replace("-", "").isalpha()):  # noqa: PLR2004  vi, en, zh-TW
        raise SourceInvalid("language", _("Write the language as its code, such as vi or en."))
    return language


def _possible_interval(interval_s: int) -> int:
    if interval_s not in INTERVALS_S:
        raise SourceInvalid("interval_s", _("Choose how often to look: from every 5 seconds to once a week."))
    return interval_s
