"""What the steps of collecting hand to each other."""

import pytest

from haidang.base.sandbox.messages import packed, unpacked_plain
from haidang.information.collect.parsing import read_feed_document
from haidang.information.collect.values import Document, Looked, Unread
from tests.information.collect.fakes import FEED, Entry, rss


def test_rounds_add_up() -> None:
    rounds = [Looked(stored=2, failed=1), Looked(), Looked(stored=1, unchanged=4)]
    assert sum(rounds, Looked()) == Looked(stored=3, unchanged=4, failed=1)


@pytest.mark.parametrize(
    ("body", "kind"), [(rss(Entry(), Entry(address="javascript:1")), Document), (b"\x00\x01", Unread)]
)
def test_what_the_child_process_read_comes_back_as_it_was(body: bytes, kind: type) -> None:
    read = read_feed_document(body, "application/rss+xml", FEED)
    assert type(read) is kind
    assert unpacked_plain(packed(read)[8:]) == read
