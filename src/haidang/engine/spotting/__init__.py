"""Checkable sentences and their priority, with visible reasons. Pure: no database, no clock, no model."""

from haidang.engine.spotting.place import PlaceWords
from haidang.engine.spotting.ranking import Priority, priority
from haidang.engine.spotting.sentence import Spotted, spot
from haidang.engine.spotting.weights import CHECKABLE_AT, WEIGHTS, Factor, Weight

__all__ = [
    "CHECKABLE_AT",
    "WEIGHTS",
    "Factor",
    "PlaceWords",
    "Priority",
    "Spotted",
    "Weight",
    "priority",
    "spot",
]
