"""Find texts that are near-copies or excerpts of one another: an inverted index of sketches, every hit verified."""

from dataclasses import dataclass

from haidang.engine.grouping.sketch import Likeness, Sketch, compared

CONTAINED_AT = (
    0.35  # share of the shorter text's triples: one word in five deleted leaves .64, one in seven changed .61
)
_ENOUGH = 4  # triples in common below which only texts that are alike as a whole count
_ALIKE_AT = 0.5  # and how alike
_POSTINGS = 64  # texts remembered for one triple, the newest: what more texts share is a stock phrase


@dataclass(frozen=True, slots=True)
class Near:
    """A text in the index that is like the one asked about."""

    key: int
    likeness: Likeness


def is_copy(likeness: Likeness) -> bool:
    """Whether so much is shared that one text was made from the other."""
    if likeness.shared >= _ENOUGH:
        return likeness.contained >= CONTAINED_AT
    return likeness.jaccard >= _ALIKE_AT


class CopyIndex:
    """Sketches by key. Memory: some 110 bytes a kept triple, at most 48 triples a text. Not thread-safe."""

    def __init__(self) -> None:
        self._sketches: dict[int, Sketch] = {}
        self._where: dict[int, int | list[int]] = {}  # triple -> the one text that has it, or several

    def __len__(self) -> int:
        return len(self._sketches)

    def __contains__(self, key: int) -> bool:
        return key in self._sketches

    def add(self, key: int, sketch: Sketch) -> None:
        """Remember a text; the same key again replaces what was remembered."""
        self.drop(key)
        self._sketches[key] = sketch
        where = self._where
        for triple in sketch.hashes:
            known = where.setdefault(triple, key)
            if known is key:
                continue
            if isinstance(known, int):
                where[triple] = [known, key]
            else:
                known.append(key)
                if len(known) > _POSTINGS:
                    del known[0]

    def drop(self, key: int) -> None:
        """Forget a text; nothing happens when it is not there."""
        sketch = self._sketches.pop(key, None)
        for triple in sketch.hashes if sketch else ():
            known = self._where.get(triple)
            if isinstance(known, list):
                if key in known:
                    known.remove(key)
                if not known:
                    del self._where[triple]
            elif known == key:
                del self._where[triple]

    def copies(self, sketch: Sketch) -> list[Near]:
        """The near-copies and excerpts of a text, the most alike first, then by key."""
        # Few common triples make a copy of very short texts only; most candidates go here, before they cost time.
        least = _ENOUGH if len(sketch.hashes) > 2 * _ENOUGH else 1
        sketches = self._sketches
        found = []
        for key, shared in self._shared(sketch).items():
            if shared >= least:
                alike = compared(sketch, sketches[key], shared)
                if is_copy(alike):
                    found.append(Near(key, alike))
        return sorted(found, key=lambda near: (-near.likeness.jaccard, near.key))

    def _shared(self, sketch: Sketch) -> dict[int, int]:
        """How many triples each text has in common with this one."""
        counts: dict[int, int] = {}
        where = self._where
        for triple in sketch.hashes:
            known = where.get(triple)
            if known is None:
                continue
            if isinstance(known, int):
                counts[known] = counts.get(known, 0) + 1
            else:
                for key in known:
                    counts[key] = counts.get(key, 0) + 1
        return counts
