"""Near-copies with datasketch: MinHash of 128 permutations over word triples, LSH of 32 bands of 4."""

import re
from typing import Any

PERMUTATIONS, BANDS = 128, 32
ALIKE = 0.5


class Copies:
    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH

        self._new = MinHash
        self._lsh = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))
        self._made: dict[int, Any] = {}

    def place(self, key: int, text: str) -> int | None:
        """The earlier text that this one is most like, if at least half; it is remembered itself."""
        words = re.findall(r"\w+", text.lower())
        made = self._new(num_perm=PERMUTATIONS)
        made.update_batch([" ".join(words[at : at + 3]).encode() for at in range(max(1, len(words) - 2))])
        alike = [(made.jaccard(self._made[other]), other) for other in self._lsh.query(made)]
        self._lsh.insert(key, made)
        self._made[key] = made
        best = max(alike, default=(0.0, None))
        return best[1] if best[0] >= ALIKE else None
