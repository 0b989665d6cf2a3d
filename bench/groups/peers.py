"""Ways to find near-copies, ours and the peers', behind one shape: index texts, then ask for the copies of others."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from haidang.engine.grouping import CopyIndex, sketches
from haidang.engine.text import fold, syllables

Finder = Callable[[Sequence[str], Sequence[str]], list[list[int]]]
PERMUTATIONS, BANDS = 128, 32


def ours(indexed: Sequence[str], asked: Sequence[str]) -> list[list[int]]:
    """What ships: sketches in batches, verified inverted index."""
    index = CopyIndex()
    for number, made in enumerate(sketches(indexed)):
        index.add(number, made)
    return [[near.key for near in index.copies(made)] for made in sketches(asked)]


def stream_of_ours(texts: Sequence[str]) -> int:
    """Each text is sketched once, asked about, then added."""
    index = CopyIndex()
    found = 0
    for number, made in enumerate(sketches(texts)):
        found += bool(index.copies(made))
        index.add(number, made)
    return found


def _shingles(text: str) -> list[str]:
    words = syllables(fold(text))
    return [" ".join(words[start : start + 3]) for start in range(max(1, len(words) - 2))]


def _minhashes(texts: Sequence[str]) -> Iterator[Any]:
    from datasketch import MinHash

    for text in texts:
        made = MinHash(num_perm=PERMUTATIONS)
        made.update_batch([shingle.encode() for shingle in _shingles(text)])
        yield made


def _new_lsh() -> Any:
    from datasketch import MinHashLSH

    return MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))


def datasketch(indexed: Sequence[str], asked: Sequence[str]) -> list[list[int]]:
    """MinHash of 128 permutations over the same folded triples, LSH of 32 bands of 4."""
    lsh = _new_lsh()
    for number, made in enumerate(_minhashes(indexed)):
        lsh.insert(number, made)
    return [list(lsh.query(made)) for made in _minhashes(asked)]


def stream_of_datasketch(texts: Sequence[str]) -> int:
    lsh = _new_lsh()
    found = 0
    for number, made in enumerate(_minhashes(texts)):
        found += bool(lsh.query(made))
        lsh.insert(number, made)
    return found


def stream_of_rensa(texts: Sequence[str]) -> int:
    """RMinHash of 128 permutations and its LSH, over the same folded triples."""
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    found = 0
    for number, text in enumerate(texts):
        made = RMinHash(num_perm=PERMUTATIONS, seed=7)
        made.update(_shingles(text))
        found += bool(lsh.query(made))
        lsh.insert(number, made)
    return found
