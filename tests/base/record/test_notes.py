"""Checkpoints in the form that other logs' witnesses read, refused at the slightest change."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from haidang.base.keys import OfficeKey
from haidang.base.record.notes import BadOrigin, NoteRefused, TreeHead, checkpoint_note, verify_note

# The secret key of RFC 8032, test 1: notes made with it never vary.
KEY = OfficeKey.of(
    Ed25519PrivateKey.from_private_bytes(
        bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    )
)
OTHER = OfficeKey.of(Ed25519PrivateKey.from_private_bytes(bytes(32)))
HEAD = TreeHead("tin.example/log", 7, hashlib.sha256(b"root").hexdigest())
NOTE = checkpoint_note(HEAD, KEY)


def signed(text: str, *, name: str = HEAD.origin, key: OfficeKey = KEY) -> str:
    """A note over any text, signed as the format says, by a second implementation."""
    key_id = hashlib.sha256(name.encode() + b"\n\x01" + key.public_bytes).digest()[:4]
    signature = base64.b64encode(key_id + key.private.sign(text.encode())).decode()
    return f"{text}\n— {name} {signature}\n"


def test_a_checkpoint_has_the_form_that_witnesses_read() -> None:
    lines = NOTE.split("\n")
    assert lines[:4] == ["tin.example/log", "7", base64.b64encode(bytes.fromhex(HEAD.root)).decode(), ""]
    assert lines[4].startswith("— tin.example/log ")
    assert lines[5:] == [""]
    assert signed("\n".join(lines[:3]) + "\n") == NOTE


def test_a_checkpoint_states_what_was_signed() -> None:
    assert verify_note(NOTE, KEY.public_bytes) == HEAD


def test_an_empty_log_can_be_vouched_for() -> None:
    head = TreeHead("tin.example/log", 0, hashlib.sha256().hexdigest())
    assert verify_note(checkpoint_note(head, KEY), KEY.public_bytes) == head


def test_lines_of_witnesses_and_extensions_are_passed_over() -> None:
    text = NOTE.partition("\n\n")[0] + "\nan extension\n"
    note = signed(text) + signed(text, name="witness.example", key=OTHER).rpartition("\n\n")[2]
    assert verify_note(note, KEY.public_bytes) == HEAD
    assert verify_note(note.replace("an ext", "an ext"), KEY.public_bytes) == HEAD


@pytest.mark.parametrize("origin", ["", "has space/log", "a+b/log", "a\nb", "a\x00b"])
def test_a_log_needs_a_name_that_a_note_can_hold(origin: str) -> None:
    with pytest.raises(BadOrigin):
        checkpoint_note(TreeHead(origin, 1, HEAD.root), KEY)


def refusal(note: str, key: OfficeKey = KEY) -> str:
    with pytest.raises(NoteRefused) as refused:
        verify_note(note, key.public_bytes)
    return str(refused.value)


TEXT = NOTE.partition("\n\n")[0] + "\n"
ROOT64 = base64.b64encode(bytes.fromhex(HEAD.root)).decode()


@pytest.mark.parametrize(
    ("note", "why"),
    [
        ("", "form of a checkpoint"),
        (TEXT, "form of a checkpoint"),
        (signed("tin.example/log\n7\n"), "form of a checkpoint"),
        (signed(f"tin.example/log\n07\n{ROOT64}\n"), "form of a checkpoint"),
        (signed(f"tin.example/log\n-7\n{ROOT64}\n"), "form of a checkpoint"),
        (signed(f"tin.example/log\n7\n{ROOT64[:-2]}\n"), "not base64"),
        (signed("tin.example/log\n7\nAAAA\n"), "right length"),
        (signed("tin.example/log\n7\nAAB=\n"), "right length"),
        (NOTE.replace("\n7\n", "\n8\n"), "signature does not fit"),
        (NOTE + signed(TEXT.replace("7", "9")).rpartition("\n\n")[2], "signature does not fit"),
        (signed(TEXT, name="other.example/log"), "did not sign"),
        (signed(TEXT, key=OTHER), "did not sign"),
        (NOTE[:-1], "last line"),
        (NOTE.replace("— ", "- "), "signature line"),
        (NOTE + "\n", "form of a checkpoint"),
        (f"{TEXT}\n— tin.example/log A\n", "not base64"),
        (f"{TEXT}\n— tin.example/log AA==\n", "did not sign"),
        (NOTE + "x" * 70_000, "too long"),
    ],
)
def test_a_note_that_is_not_ours_is_refused_with_its_reason(note: str, why: str) -> None:
    assert why in refusal(note)


def test_another_office_key_refuses_the_note() -> None:
    assert "did not sign" in refusal(NOTE, OTHER)


@given(st.integers(0, len(NOTE) - 1), st.characters(exclude_categories=["Cs"]))
def test_a_change_of_any_character_is_refused(where: int, other: str) -> None:
    changed = NOTE[:where] + other + NOTE[where + 1 :]
    if changed != NOTE:
        refusal(changed)


@given(st.text())
def test_any_text_is_refused(text: str) -> None:
    refusal(text)
