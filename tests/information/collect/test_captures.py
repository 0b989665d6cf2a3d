"""Bytes as fetched: in the vault before any row, and one capture for one answer."""

from dataclasses import replace

import pytest

from haidang.base.vault import Vault
from haidang.base.vault.warc import read_record
from haidang.information.collect.captures import keep_bytes, save_captures
from haidang.information.collect.models import Capture
from tests.cast import NOON, later
from tests.fakes.net import page
from tests.fakes.vault import MemoryVault
from tests.information.collect.fakes import PAGE

ANSWER = page(PAGE, "<p>Đê biển Tây</p>", fetched_at=NOON)


@pytest.fixture
def vault() -> Vault:
    return MemoryVault()


@pytest.mark.django_db
def test_the_vault_has_the_whole_answer_before_there_is_a_row(vault: Vault) -> None:
    kept = keep_bytes(ANSWER, vault)
    answer = read_record(vault.get(kept.warc_sha256))
    assert (answer.address, answer.body, answer.headers) == (PAGE, ANSWER.body, ANSWER.headers)
    assert not Capture.objects.exists()


@pytest.mark.django_db
def test_the_row_says_what_was_fetched(vault: Vault) -> None:
    kept = keep_bytes(ANSWER, vault)
    rows, new = save_captures([kept])
    capture = Capture.objects.get()
    assert (rows, new) == ({kept.warc_sha256: capture}, [capture])
    assert (capture.address, capture.fetched_at, capture.status) == (PAGE, NOON, 200)
    assert (capture.content_type, capture.length) == ("text/html; charset=utf-8", len(ANSWER.body))


@pytest.mark.django_db
def test_an_address_and_a_type_too_long_or_odd_for_their_row_are_cut(vault: Vault) -> None:
    answer = page(PAGE + "?" + "a" * 3000, "x", content_type="text/html\udcff;" + " b" * 200)
    save_captures([keep_bytes(answer, vault)])
    capture = Capture.objects.get()
    assert (len(capture.address), len(capture.content_type)) == (2000, 200)
    assert capture.content_type.startswith("text/html; b")
    assert read_record(vault.get(capture.warc_sha256)).address == answer.address


@pytest.mark.django_db
def test_what_another_worker_stored_already_is_the_same_capture(vault: Vault) -> None:
    first, _ = save_captures([keep_bytes(ANSWER, vault)])
    again, new = save_captures([keep_bytes(ANSWER, vault)])
    assert (again, new) == (first, [])


@pytest.mark.django_db
def test_the_same_bytes_a_minute_later_are_another_capture(vault: Vault) -> None:
    kept = [keep_bytes(replace(ANSWER, fetched_at=at), vault) for at in (NOON, later(1))]
    rows, new = save_captures(kept)
    assert len(rows) == len(new) == 2
    assert kept[0].body_sha256 == kept[1].body_sha256


@pytest.mark.django_db
def test_many_entries_of_one_document_have_one_capture(vault: Vault) -> None:
    _, new = save_captures([keep_bytes(ANSWER, vault)] * 3)
    assert new == [Capture.objects.get()]
