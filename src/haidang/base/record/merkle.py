"""The Merkle tree of RFC 6962: hashes, frontier, inclusion proofs. Pure: no Django.

Everywhere here a leaf is its hash (`leaf_hash` of its bytes), and hashes are 32 raw bytes.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

EMPTY_ROOT = hashlib.sha256(b"").digest()
HASH_LENGTH = 32


class BadFrontier(ValueError):
    """The stored right edge of the tree does not fit its size."""

    def __init__(self, size: object) -> None:
        super().__init__(f"The head of the log does not fit its size {size}; run `haidang verify-log`.")


def leaf_hash(data: bytes) -> bytes:
    """The hash of one entry's bytes."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(slots=True)
class Frontier:
    """The right edge of a growing tree: the roots of its full subtrees, largest first."""

    size: int = 0
    hashes: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, size: int, hashes: Sequence[str]) -> "Frontier":
        """From its stored form, hex hashes. Raises BadFrontier."""
        try:
            frontier = cls(size, [bytes.fromhex(text) for text in hashes])
            fits = size >= 0 and len(hashes) == size.bit_count()
        except (TypeError, ValueError, AttributeError):
            raise BadFrontier(size) from None
        if not fits or any(len(digest) != HASH_LENGTH for digest in frontier.hashes):
            raise BadFrontier(size)
        return frontier

    def stored(self) -> list[str]:
        """Its stored form, hex hashes."""
        return [digest.hex() for digest in self.hashes]

    def append(self, leaf: bytes) -> None:
        """Add one leaf: at most log2(size) hashes, two on average."""
        size = self.size
        while size & 1:
            leaf = node_hash(self.hashes.pop(), leaf)
            size >>= 1
        self.hashes.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """The root of the tree as it is now."""
        if not self.hashes:
            return EMPTY_ROOT
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node_hash(left, root)
        return root


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over all leaves, in memory that does not grow with them."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()


def sibling_ranges(index: int, size: int) -> list[tuple[int, int]]:
    """The runs of leaves whose roots prove leaf `index`, from the leaf upwards: (first, past the last)."""
    if not 0 <= index < size:
        raise IndexError(f"There is no entry {index} in a log of {size}.")
    ranges = []
    start, end = 0, size
    while end - start > 1:
        middle = start + (1 << (end - start - 1).bit_length() - 1)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    return ranges[::-1]


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from leaf `index` to the root over `leaves`."""
    return [root_of(leaves[start:end]) for start, end in sibling_ranges(index, len(leaves))]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof leads from the leaf to the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    position, last, reached = index, size - 1, leaf
    for digest in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            reached = node_hash(digest, reached)
            while position and not position & 1:
                position, last = position >> 1, last >> 1
        else:
            reached = node_hash(reached, digest)
        position, last = position >> 1, last >> 1
    return last == 0 and reached == root
