"""Find what has been verified before, and say where it agrees and where it conflicts."""

from haidang.engine.retrieval.index import ClaimIndex, Hit
from haidang.engine.retrieval.shelf import KnownItem
from haidang.engine.retrieval.slots import SlotComparison, compare_slots

__all__ = ["ClaimIndex", "Hit", "KnownItem", "SlotComparison", "compare_slots"]
