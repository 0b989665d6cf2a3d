"""Checkable sentences and their priority, with visible reasons; watch topics. Pure: no database, no clock."""

from haidang.engine.spotting.place import PlaceWords
from haidang.engine.spotting.ranking import Priority, priority
from haidang.engine.spotting.sentence import Spotted, spot
from haidang.engine.spotting.watch_index import UnknownTopic, WatchHit, WatchIndex
from haidang.engine.spotting.watch_lexer import InvalidQuery
from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_plain import Place, watch_places
from haidang.engine.spotting.watch_query import printed_query
from haidang.engine.spotting.watch_rarity import Rarity
from haidang.engine.spotting.weights import CHECKABLE_AT, WEIGHTS, Factor, Weight

__all__ = [
    "CHECKABLE_AT",
    "WEIGHTS",
    "Factor",
    "InvalidQuery",
    "Place",
    "PlaceWords",
    "Priority",
    "Rarity",
    "Spotted",
    "UnknownTopic",
    "WatchHit",
    "WatchIndex",
    "Weight",
    "parse_watch",
    "printed_query",
    "priority",
    "spot",
    "watch_places",
]
