"""Score blocks with a hundred small decision trees, all at once: the learnt part of the choice of the main text.

The trees are data (`choosing.json`), learnt by bench/readers/fit.py on development pages only. They are not walked: for
every row of the table, each tree has a mask of the leaves that the row leaves open; the one leaf open after all rows of
a block is where it ends (QuickScorer, Lucchese and others, 2015). In numpy this costs about 0.2 ms a page.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from haidang.engine.reading.features import COLUMNS, Columns

_FILE = Path(__file__).with_name("choosing.json")
MOST_LEAVES = 16
_BITS = 8


@dataclass(frozen=True, slots=True)
class Trees:
    """The masks of leaves for each row and tree, and what each leaf of each tree adds to the score."""

    masks: NDArray[np.uint16]
    leaves: NDArray[np.float32]
    firsts: NDArray[np.intp]


@lru_cache(maxsize=1)
def shipped_trees() -> Trees:
    """The trees that come with the program."""
    return read_trees(json.loads(_FILE.read_text(encoding="utf-8"))["trees"], COLUMNS)


def read_trees(trees: list[dict[str, list[list[object]]]], columns: Columns) -> Trees:
    """Trees as written by the fitting script: nodes [column, where if not, where if so]; below zero are leaves (~leaf)."""
    masks = np.full((columns.count, len(trees)), 0xFFFF, dtype=np.uint16)
    leaves = np.zeros((len(trees), MOST_LEAVES), dtype=np.float32)
    for number, tree in enumerate(trees):
        leaves[number, : len(tree["leaves"])] = np.array(tree["leaves"], dtype=np.float32)
        for name, otherwise, so in tree["nodes"]:
            first, value = columns.names[str(name)]
            closed_if_so = _leaves_under(tree["nodes"], int(str(otherwise)))
            closed_otherwise = _leaves_under(tree["nodes"], int(str(so)))
            size, holds = _rows_where(columns, first, value)
            column = masks[first : first + size, number]
            column[holds] &= np.uint16(~closed_if_so & 0xFFFF)
            column[~holds] &= np.uint16(~closed_otherwise & 0xFFFF)
    return Trees(masks, leaves.ravel(), np.arange(len(trees)) * MOST_LEAVES)


def _rows_where(columns: Columns, first: int, value: int) -> tuple[int, NDArray[np.bool_]]:
    """The size of the feature that begins at a row, and for which of its rows the column holds."""
    sizes = dict(columns.ranges)
    if first in sizes:
        return sizes[first], np.arange(sizes[first]) == value
    every = np.arange(1 << _BITS)
    return every.size, (every >> value & 1).astype(bool)


def _leaves_under(nodes: list[list[object]], place: int) -> int:
    if place < 0:
        return 1 << ~place
    _, otherwise, so = nodes[place]
    return _leaves_under(nodes, int(str(otherwise))) | _leaves_under(nodes, int(str(so)))


@lru_cache(maxsize=1)
def _leaf_of_mask() -> NDArray[np.intp]:
    """The number of the only bit that is set."""
    table = np.zeros(1 << MOST_LEAVES, dtype=np.intp)
    table[1 << np.arange(MOST_LEAVES)] = np.arange(MOST_LEAVES)
    return table


def scores(rows: list[list[int]], trees: Trees) -> list[float]:
    """How much each described block looks like main text: above zero rather yes, below rather no (log odds)."""
    if not rows:
        return []
    features = np.array(rows, dtype=np.intp).T
    open_leaves = trees.masks[features[0]]
    for feature in features[1:]:
        open_leaves &= trees.masks[feature]
    reached = _leaf_of_mask()[open_leaves]
    reached += trees.firsts
    found: list[float] = trees.leaves[reached].sum(axis=1).tolist()
    return found
