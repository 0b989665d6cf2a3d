"""Where a claim stands, by publication: an article and its feed entry are one place, seen more than once."""

from dataclasses import dataclass
from datetime import datetime

from haidang.information.collect.models import Revision
from haidang.information.screen.models import Appearance, Claim

SHOWN = 12  # places quoted in full; the time line shows more, the number in words is exact
READ = 600  # appearances looked through for the time line


@dataclass(frozen=True, slots=True)
class Place:
    """A publication that carries the claim: how it was first read there, and in how many revisions it stands."""

    first: Appearance
    times: int

    @property
    def revision(self) -> Revision:
        return self.first.revision

    @property
    def seen_at(self) -> datetime:
        return self.first.seen_at


@dataclass(frozen=True, slots=True)
class Places:
    """The first places in full, and when each place was first seen."""

    shown: list[Place]
    seen_times: list[datetime]


def places_of(claim: Claim) -> Places:
    """Two queries, however often the claim appears."""
    rows = claim.appearances.order_by("seen_at", "pk")
    firsts: dict[int, tuple[int, datetime]] = {}
    revisions: dict[int, set[int]] = {}
    for pk, publication, revision, seen_at in rows.values_list(
        "pk", "revision__publication", "revision", "seen_at"
    )[:READ]:
        firsts.setdefault(publication, (pk, seen_at))
        revisions.setdefault(publication, set()).add(revision)
    shown = [pk for pk, _seen_at in firsts.values()][:SHOWN]
    quoted = rows.filter(pk__in=shown).select_related("revision__publication__source")
    return Places(
        [Place(row, len(revisions[row.revision.publication_id])) for row in quoted],
        [seen_at for _pk, seen_at in firsts.values()],
    )
