"""The words that make a sentence ours, from the profile of the place."""

from functools import lru_cache

from haidang.accounts.profile import current_profile
from haidang.engine.spotting import PlaceWords


def our_place() -> PlaceWords:
    """The names of our place, its communes and its bodies; built once for a profile."""
    return _words(current_profile().place.names)


@lru_cache(maxsize=8)
def _words(names: tuple[str, ...]) -> PlaceWords:
    return PlaceWords(names)
