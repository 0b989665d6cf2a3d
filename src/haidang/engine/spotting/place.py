"""Is it about us? Names of our place against names of other places."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from haidang.engine.spotting.vocabulary import ELSEWHERE
from haidang.engine.text import Phrases, fold


@dataclass(frozen=True)
class PlaceWords:
    """Names of our place, its communes, waters, roads and bodies, folded or as printed."""

    names: tuple[str, ...] = ()

    @cached_property
    def ours(self) -> Phrases:
        """Our names under `us`. Looked for folded always: people drop the marks of names first."""
        return _ours(self.names)

    @cached_property
    def others(self) -> Phrases:
        """Other provinces and countries under `elsewhere`, without those that are ours."""
        return _others(self.names)


@lru_cache(maxsize=64)
def _ours(names: tuple[str, ...]) -> Phrases:
    return Phrases({"us": dict.fromkeys(fold(name) for name in names)})


@lru_cache(maxsize=64)
def _others(names: tuple[str, ...]) -> Phrases:
    ours = {fold(name) for name in names}
    return Phrases({"elsewhere": [name for name in ELSEWHERE if fold(name.removeprefix("=")) not in ours]})
