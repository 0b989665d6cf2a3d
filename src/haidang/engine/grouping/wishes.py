"""What people decided about items: these two belong together, these two do not. It binds every later placement."""

from collections.abc import Iterator


class WishesConflict(Exception):
    """Two items cannot be kept apart while others hold them together."""


class Wishes:
    """Pairs of keys, either way round. The newer of two contrary wishes about one pair holds."""

    def __init__(self) -> None:
        self._together: dict[int, set[int]] = {}
        self._apart: dict[int, set[int]] = {}

    def together(self, one: int, other: int) -> None:
        _take(self._apart, one, other)
        _put(self._together, one, other)

    def apart(self, one: int, other: int) -> None:
        """Raises WishesConflict when a chain of other pairs still holds the two together."""
        held = other in self._together.get(one, ())
        _take(self._together, one, other)
        if other in self.held_with(one):
            if held:
                _put(self._together, one, other)
            raise WishesConflict(
                f"Items {one} and {other} are held together through others; take those pairs apart first."
            )
        _put(self._apart, one, other)

    def held_with(self, key: int) -> set[int]:
        """The item and all that people put together with it, directly or through others."""
        found, waiting = {key}, [key]
        while waiting:
            for other in self._together.get(waiting.pop(), ()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def kept_from(self, key: int) -> set[int]:
        """Everything that must not stand with the item or with what is held together with it."""
        return set(self._kept_from(key))

    def _kept_from(self, key: int) -> Iterator[int]:
        for member in self.held_with(key):
            yield from self._apart.get(member, ())

    def forget(self, key: int) -> None:
        for pairs in (self._together, self._apart):
            for other in pairs.pop(key, ()):
                pairs[other].discard(key)
                if not pairs[other]:
                    del pairs[other]


def _put(pairs: dict[int, set[int]], one: int, other: int) -> None:
    if one != other:
        pairs.setdefault(one, set()).add(other)
        pairs.setdefault(other, set()).add(one)


def _take(pairs: dict[int, set[int]], one: int, other: int) -> None:
    for here, there in ((one, other), (other, one)):
        if here in pairs:
            pairs[here].discard(there)
            if not pairs[here]:
                del pairs[here]
