"""The tree against the published test vectors and against a second implementation, written as RFC 6962 words it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.base.record.merkle import (
    EMPTY_ROOT,
    BadFrontier,
    Frontier,
    inclusion_proof,
    leaf_hash,
    root_of,
    sibling_ranges,
    verify_inclusion,
)

# Inputs and roots of the Certificate Transparency reference implementation.
INPUTS = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

SIZES = st.integers(1, 70)


def root_as_rfc_6962_words_it(data: list[bytes]) -> bytes:
    if not data:
        return hashlib.sha256().digest()
    if len(data) == 1:
        return hashlib.sha256(b"\x00" + data[0]).digest()
    k = 1
    while k * 2 < len(data):
        k *= 2
    left, right = root_as_rfc_6962_words_it(data[:k]), root_as_rfc_6962_words_it(data[k:])
    return hashlib.sha256(b"\x01" + left + right).digest()


def data_of(size: int) -> list[bytes]:
    return [f"entry {number}".encode() for number in range(size)]


def test_the_published_roots_come_out() -> None:
    leaves = [leaf_hash(data) for data in INPUTS]
    assert [root_of(leaves[:size]).hex() for size in range(1, 9)] == ROOTS


def test_the_published_proof_comes_out() -> None:
    leaves = [leaf_hash(data) for data in INPUTS]
    assert [digest.hex() for digest in inclusion_proof(leaves, 0)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]


def test_an_empty_log_has_the_root_of_nothing() -> None:
    assert Frontier().root() == root_of([]) == EMPTY_ROOT == hashlib.sha256().digest()


@given(st.integers(0, 70))
def test_growing_gives_the_same_root_as_the_definition(size: int) -> None:
    data = data_of(size)
    frontier = Frontier()
    for entry in data:
        frontier.append(leaf_hash(entry))
    assert frontier.root() == root_as_rfc_6962_words_it(data)
    assert len(frontier.hashes) == size.bit_count()


@given(st.integers(0, 70), st.integers(0, 20))
def test_growth_can_stop_and_go_on_from_what_is_stored(size: int, more: int) -> None:
    leaves = [leaf_hash(data) for data in data_of(size + more)]
    frontier = Frontier()
    for leaf in leaves[:size]:
        frontier.append(leaf)
    again = Frontier.of(size, frontier.stored())
    for leaf in leaves[size:]:
        again.append(leaf)
    assert again.root() == root_of(leaves)


@pytest.mark.parametrize(
    ("size", "hashes"),
    [
        (1, []),
        (0, ["00" * 32]),
        (-1, ["00" * 32]),
        (1, ["00"]),
        (1, ["no hash"]),
        (1, [None]),
        (1, None),
        ("1", ["00" * 32]),
        (2**70, None),
    ],
)
def test_a_frontier_that_does_not_fit_its_size_is_refused(size: object, hashes: object) -> None:
    with pytest.raises(BadFrontier, match="verify-log"):
        Frontier.of(size, hashes)  # type: ignore[arg-type]  # a damaged head row


@given(SIZES, st.data())
def test_every_entry_can_be_proved(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = [leaf_hash(entry) for entry in data_of(size)]
    proof = inclusion_proof(leaves, index)
    assert verify_inclusion(leaves[index], index, size, proof, root_of(leaves))
    covered = sorted([(index, index + 1), *sibling_ranges(index, size)])
    assert [start for start, _ in covered[1:]] == [end for _, end in covered[:-1]]


@given(SIZES, st.data())
def test_a_proof_proves_nothing_else(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = [leaf_hash(entry) for entry in data_of(size)]
    proof, root = inclusion_proof(leaves, index), root_of(leaves)
    other = data.draw(st.integers(0, size + 3).filter(lambda number: number != index))
    assert not verify_inclusion(leaf_hash(b"forged"), index, size, proof, root)
    assert not verify_inclusion(leaves[index], other, size, proof, root)
    assert not verify_inclusion(leaves[index], index, size, [*proof, root], root)
    assert not verify_inclusion(leaves[index], index, size, proof[:-1], root) or size == 1
    assert not verify_inclusion(leaves[index], index, size, proof, leaf_hash(root))


@pytest.mark.parametrize(("index", "size"), [(0, 0), (5, 5), (-1, 5)])
def test_there_is_no_proof_for_an_entry_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(IndexError, match="There is no entry"):
        sibling_ranges(index, size)
    assert not verify_inclusion(EMPTY_ROOT, index, size, [], EMPTY_ROOT)
