"""Checkpoints as signed notes (C2SP signed-note and tlog-checkpoint, Ed25519). Pure: no Django, no clock."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from haidang.base.keys import OfficeKey, verify
from haidang.base.record.merkle import HASH_LENGTH

MAX_NOTE = 64 * 1024
_ED25519 = b"\x01"
_KEY_ID_LENGTH = 4
_BODY = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/=]+)\n(?:[^\n]+\n)*")
_SIGNATURE_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)")


class NoteRefused(ValueError):
    """The note is not a checkpoint that this key signed."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The checkpoint is refused: {why}; ask the office for the original.")


class BadOrigin(ValueError):
    """The log's name cannot stand in a note."""

    def __init__(self, origin: str) -> None:
        super().__init__(
            f"'{origin}' cannot name a log; set HAIDANG_ADDRESS to an address without spaces or '+'."
        )


@dataclass(frozen=True, slots=True)
class TreeHead:
    """What a checkpoint states: whose log, how many entries, and the root over them in hex."""

    origin: str
    size: int
    root: str


def checkpoint_note(head: TreeHead, key: OfficeKey) -> str:
    """Return the checkpoint of a tree head, signed."""
    if not re.fullmatch(r"[^\s+\x00-\x1f]+", head.origin):
        raise BadOrigin(head.origin)
    text = f"{head.origin}\n{head.size}\n{base64.b64encode(bytes.fromhex(head.root)).decode()}\n"
    signature = base64.b64decode(key.sign(text.encode()))
    signed = base64.b64encode(_key_id(head.origin, key.public_bytes) + signature).decode()
    return f"{text}\n— {head.origin} {signed}\n"


def verify_note(note: str, public_key: bytes) -> TreeHead:
    """Return what the note states if this key signed it under the log's own name. Raises NoteRefused.

    Lines of other keys (witnesses) are passed over, as the format asks.
    """
    if len(note) > MAX_NOTE:
        raise NoteRefused("it is far too long")
    text, blank, signatures = note.rpartition("\n\n")
    body = _BODY.fullmatch(f"{text}\n")
    if not blank or body is None:
        raise NoteRefused("it does not have the form of a checkpoint")
    origin, size, root = body.groups()
    wanted = _key_id(origin, public_key)
    ours = [
        signature for name, key_id, signature in _signatures(signatures) if (name, key_id) == (origin, wanted)
    ]
    if not ours:
        raise NoteRefused("this key did not sign it")
    if not all(
        verify(public_key, f"{text}\n".encode(), base64.b64encode(signature).decode()) for signature in ours
    ):
        raise NoteRefused("its signature does not fit its text")
    return TreeHead(origin, int(size), _decoded(root, HASH_LENGTH).hex())


def _signatures(lines: str) -> Iterator[tuple[str, bytes, bytes]]:
    if not lines.endswith("\n"):
        raise NoteRefused("its last line does not end")
    for line in lines[:-1].split("\n"):
        parts = _SIGNATURE_LINE.fullmatch(line)
        if parts is None:
            raise NoteRefused("a signature line is not well formed")
        data = _decoded(parts[2])
        yield parts[1], data[:_KEY_ID_LENGTH], data[_KEY_ID_LENGTH:]


def _decoded(text: str, length: int | None = None) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise NoteRefused("a part of it is not base64") from None
    if base64.b64encode(data).decode() != text or (length is not None and len(data) != length):
        raise NoteRefused("a part of it is not base64 of the right length")
    return data


def _key_id(name: str, public_key: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public_key).digest()[:_KEY_ID_LENGTH]
