"""What the office signs about its log, and the proof that an entry is in it."""

import pytest
from pytest_django import Settings

from haidang.base import record
from haidang.base.keys import office_key
from haidang.base.models import Checkpoint, LogEntry
from haidang.base.record.checkpoint import LogIncomplete, log_origin
from haidang.base.record.merkle import EMPTY_ROOT, leaf_hash, root_of, verify_inclusion
from tests.base.record.test_log import acts
from tests.fakes.clock import OFFICE_MORNING

pytestmark = pytest.mark.django_db


def test_the_log_is_named_after_the_site(settings: Settings) -> None:
    settings.HAIDANG_ADDRESS = "https://tin.camau.example/haidang/"
    assert log_origin() == "tin.camau.example/haidang/log"


def test_a_checkpoint_vouches_for_the_log_as_it_stands() -> None:
    record.append_many(acts(11))
    checkpoint = record.make_checkpoint(OFFICE_MORNING)
    head = record.verify_note(checkpoint.note, office_key().public_bytes)
    leaves = [leaf_hash(entry.leaf.encode()) for entry in LogEntry.objects.all()]
    assert (head.size, head.root) == (11, root_of(leaves).hex())
    assert (checkpoint.size, checkpoint.root_sha256, checkpoint.made_at) == (11, head.root, OFFICE_MORNING)
    assert str(checkpoint) == "checkpoint at 11"


def test_a_log_that_did_not_grow_needs_no_second_checkpoint() -> None:
    record.append_many(acts(2))
    assert record.make_checkpoint(OFFICE_MORNING) == record.make_checkpoint(OFFICE_MORNING)
    assert Checkpoint.objects.count() == 1


def test_an_empty_log_can_be_signed() -> None:
    assert record.make_checkpoint(OFFICE_MORNING).root_sha256 == EMPTY_ROOT.hex()


def test_every_entry_can_be_proved_from_the_database() -> None:
    record.append_many(acts(13))
    entries = list(LogEntry.objects.all())
    for size in (1, 8, 13):
        root = root_of(leaf_hash(entry.leaf.encode()) for entry in entries[:size])
        for index in range(size):
            proof = [bytes.fromhex(text) for text in record.inclusion_for(index, size)]
            assert verify_inclusion(leaf_hash(entries[index].leaf.encode()), index, size, proof, root)


def test_a_proof_that_needs_entries_that_are_gone_says_so() -> None:
    record.append_many(acts(4))
    LogEntry.objects.filter(index=3).delete()
    with pytest.raises(LogIncomplete, match="Entries 2 to 3"):
        record.inclusion_for(0, 4)
    with pytest.raises(IndexError):
        record.inclusion_for(4, 4)
