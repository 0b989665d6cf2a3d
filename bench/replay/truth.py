"""Hold what a replay served against what the database kept: every item once, every version, nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """Counts over items that came as feed entries. All is well when the last five are zero."""

    items_served: int
    items_stored: int
    versions_served: int
    revisions_stored: int
    edited_items: int
    items_lost: int
    items_invented: int
    versions_lost: int
    revisions_twice: int
    texts_that_differ: int

    @property
    def well(self) -> bool:
        faults = (self.items_lost, self.items_invented, self.versions_lost, self.revisions_twice)
        return not any(faults) and not self.texts_that_differ

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "well": self.well}


def compare(served: Mapping[str, Sequence[str]], stored: Mapping[str, Sequence[str]]) -> Comparison:
    """Both map an address to the content hashes of its versions in order."""
    both = [(versions, stored[address]) for address, versions in served.items() if address in stored]
    return Comparison(
        items_served=len(served),
        items_stored=len(stored),
        versions_served=_count(served.values()),
        revisions_stored=_count(stored.values()),
        edited_items=sum(len(versions) > 1 for versions in served.values()),
        items_lost=len(served.keys() - stored.keys()),
        items_invented=len(stored.keys() - served.keys()),
        versions_lost=sum(max(0, len(versions) - len(kept)) for versions, kept in both),
        revisions_twice=sum(max(0, len(kept) - len(versions)) for versions, kept in both),
        texts_that_differ=sum(len(set(kept) - set(versions)) for versions, kept in both),
    )


def _count(groups: Iterable[Sequence[str]]) -> int:
    return sum(len(group) for group in groups)
