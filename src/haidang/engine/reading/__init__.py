"""Bytes become an article or a list of feed entries. Nothing here touches a network, a clock or a file."""

from haidang.engine.reading.addresses import canonical_address
from haidang.engine.reading.charset import decode
from haidang.engine.reading.feed import Feed, FeedEntry, read_feed
from haidang.engine.reading.limits import MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, Unreadable
from haidang.engine.reading.page import Article, read_page

__all__ = [
    "MAX_ATTRIBUTES",
    "MAX_BYTES",
    "MAX_DEPTH",
    "Article",
    "Feed",
    "FeedEntry",
    "Unreadable",
    "canonical_address",
    "decode",
    "read_feed",
    "read_page",
]
