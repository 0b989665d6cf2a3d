"""Is it about us? Names of our place against names of other places."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from haidang.engine.spotting.place_names import PlaceNames
from haidang.engine.spotting.vocabulary import ELSEWHERE, NO_PLACE
from haidang.engine.text import fold


@dataclass(frozen=True)
class PlaceWords:
    """Names of our place, its communes, waters, roads and bodies, as printed (or folded, which tells less)."""

    names: tuple[str, ...] = ()

    @cached_property
    def all_names(self) -> PlaceNames:
        """Our names under `us`; other provinces and countries, without those that are ours, under `elsewhere`."""
        return _names(self.names)


@lru_cache(maxsize=64)
def _names(names: tuple[str, ...]) -> PlaceNames:
    ours = {fold(name) for name in names}
    others = [name for name in ELSEWHERE if fold(name.removeprefix("=")) not in ours]
    nothing = [name for name in NO_PLACE if fold(name) not in ours]
    return PlaceNames([("", nothing), ("us", dict.fromkeys(names)), ("elsewhere", others)])
