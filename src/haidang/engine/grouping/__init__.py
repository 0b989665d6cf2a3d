"""Fingerprints, near-copies, stories, and what changed between two revisions."""

from haidang.engine.grouping.difference import DiffPart, diff
from haidang.engine.grouping.fingerprint import Fingerprint, fingerprint, similarity
from haidang.engine.grouping.stories import Placement, StoryIndex

__all__ = ["DiffPart", "Fingerprint", "Placement", "StoryIndex", "diff", "fingerprint", "similarity"]
