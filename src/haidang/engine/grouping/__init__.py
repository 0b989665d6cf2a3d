"""Sketches, near-copies, stories, and what changed between two revisions."""

from haidang.engine.grouping.copies import CopyIndex, Near, is_copy
from haidang.engine.grouping.difference import DiffPart, diff
from haidang.engine.grouping.placement import Placement, Shared
from haidang.engine.grouping.sketch import Likeness, Sketch, likeness, sketch, sketches
from haidang.engine.grouping.stories import StoryIndex
from haidang.engine.grouping.wishes import WishesConflict

__all__ = [
    "CopyIndex",
    "DiffPart",
    "Likeness",
    "Near",
    "Placement",
    "Shared",
    "Sketch",
    "StoryIndex",
    "WishesConflict",
    "diff",
    "is_copy",
    "likeness",
    "sketch",
    "sketches",
]
