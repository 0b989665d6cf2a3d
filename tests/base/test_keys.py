"""The office has one signing key; others can check what it signed."""

import base64
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from haidang.base import keys
from haidang.base.keys import KeyUnreadable, OfficeKey, ensure_keys, office_key, read_key, verify

KEY = OfficeKey.of(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))


def test_the_key_is_made_once_and_kept(own_home: Path) -> None:
    first = office_key()
    assert office_key().public_bytes == first.public_bytes
    assert first.key_id == sha256(first.public_bytes).hexdigest()
    path = own_home / "keys" / "office-ed25519.pem"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o007 == 0
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_what_the_office_signed_can_be_checked_by_anybody() -> None:
    signature = keys.sign(b"explanatory notice")
    assert verify(office_key().public_bytes, b"explanatory notice", signature)
    assert not verify(office_key().public_bytes, b"another notice", signature)
    assert not verify(KEY.public_bytes, b"explanatory notice", signature)


def test_the_published_signature_of_rfc_8032_comes_out() -> None:
    secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    key = OfficeKey.of(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)))
    assert key.public_bytes.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert base64.b64decode(key.sign(b"")).hex() == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )


def test_a_key_does_not_print_its_secret() -> None:
    assert "private" not in repr(KEY)


@given(st.binary(), st.binary(max_size=40), st.text())
def test_anything_malformed_is_simply_not_signed(data: bytes, public: bytes, signature: str) -> None:
    assert not verify(KEY.public_bytes, data, signature)
    assert not verify(public, data, KEY.sign(data))


def test_processes_that_start_together_end_with_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(ensure_keys, [tmp_path / "home"] * 8))
    assert len({read_key(path).public_bytes for path in paths}) == 1
    assert len(list((tmp_path / "home" / "keys").iterdir())) == 1


def test_the_second_of_two_finds_the_first_ones_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_key(ensure_keys(tmp_path))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "exists", lambda path: False)  # as it looked a moment before
        assert read_key(ensure_keys(tmp_path)).public_bytes == first.public_bytes


def other_kind_of_key() -> bytes:
    return generate_private_key(SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def locked_key() -> bytes:
    return KEY.private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"word"),
    )


@pytest.mark.parametrize("content", [b"", b"not a key", other_kind_of_key(), locked_key()])
def test_a_file_that_is_no_signing_key_is_named(tmp_path: Path, content: bytes) -> None:
    path = ensure_keys(tmp_path)
    path.write_bytes(content)
    with pytest.raises(KeyUnreadable, match=r"office-ed25519\.pem is not an Ed25519 private key"):
        read_key(path)
