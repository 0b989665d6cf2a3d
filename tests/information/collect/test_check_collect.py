"""The doctor's look at what was collected: rows, bytes and log must agree."""

import pytest

from haidang.base.models import LogEntry
from haidang.information.collect.check_collect import check_collect
from haidang.information.collect.models import Capture, Publication, Revision
from tests.cast import NOON
from tests.information.collect.fakes import FEED, PAGE, Entry, Web, make_source, rss


@pytest.fixture
def collected(web: Web) -> Web:
    make_source()
    web.say(FEED, rss(Entry(), Entry(address=PAGE + "?n=2")))
    web.look(NOON)
    return web


def problem(web: Web) -> str:
    [sentence] = check_collect(web.vault)
    return sentence


def test_what_was_collected_is_in_order(collected: Web) -> None:
    assert check_collect(collected.vault) == []


def test_a_flipped_byte_is_named(collected: Web) -> None:
    file = collected.vault.path(Capture.objects.get().warc_sha256)
    file.chmod(0o600)
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    assert "is damaged in the vault; 2 revisions rest on it" in problem(collected)


def test_a_file_that_is_gone_is_named(collected: Web) -> None:
    collected.vault.path(Capture.objects.get().warc_sha256).unlink()
    assert "is not in the vault" in problem(collected)


def test_a_file_that_is_no_record_is_named(collected: Web) -> None:
    other = collected.vault.put(b"something else")
    Capture.objects.update(warc_sha256=other)
    assert any("cannot be read" in sentence for sentence in check_collect(collected.vault))


def test_a_capture_of_another_address_is_named(collected: Web) -> None:
    Capture.objects.update(address=PAGE)
    assert "holds the bytes of another address" in problem(collected)


def test_a_text_that_was_changed_in_the_database_is_named(collected: Web) -> None:
    first = Revision.objects.order_by("pk")[0]
    Revision.objects.filter(pk=first.pk).update(text="Không có gì xảy ra.")
    assert f"Revision {first.pk}" in problem(collected)
    assert "another text" in problem(collected)


def test_a_hash_that_was_changed_in_the_database_is_named(collected: Web) -> None:
    Capture.objects.update(body_sha256="0" * 64)
    assert "differs from its entry in the log" in problem(collected)
    Capture.objects.all()
    Revision.objects.update(content_sha256="0" * 64)
    assert len(check_collect(collected.vault)) == 5


@pytest.mark.parametrize(("act", "word"), [("capture.stored", "Capture"), ("revision.stored", "Revision")])
def test_a_row_without_a_log_entry_is_named(collected: Web, act: str, word: str) -> None:
    first = LogEntry.objects.filter(act=act)[0]
    first.delete()
    assert problem(collected).startswith(f"{word} {first.subject_key}")
    assert "no entry in the log" in problem(collected)


def test_a_row_that_is_gone_is_named(collected: Web) -> None:
    last = Revision.objects.order_by("pk")[1]
    last.delete()
    sentences = check_collect(collected.vault)
    assert any(f"revision {last.pk or ''}" in sentence and "gone" in sentence for sentence in sentences)
    assert any("no text at all" in sentence for sentence in sentences)
    Publication.objects.filter(revisions__isnull=True).delete()
    assert len(check_collect(collected.vault)) == 1
