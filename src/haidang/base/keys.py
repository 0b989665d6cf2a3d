"""The office's signing key (Ed25519): made once, readable by one user; verifying needs no Django."""

import base64
import binascii
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from haidang.base.vault.durable import OWNER_ONLY, make_folder_durably, sync_folder, write_durably

FILE_NAME = "office-ed25519.pem"


class KeyUnreadable(Exception):
    """The key file is there but is not an Ed25519 key."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not an Ed25519 private key in PEM; restore it from the key's second holder."
        )


@dataclass(frozen=True, slots=True)
class OfficeKey:
    """The key that the office signs with. `key_id` is the SHA-256 of the raw public key, in hex."""

    private: Ed25519PrivateKey = field(repr=False)
    public_bytes: bytes
    key_id: str

    @classmethod
    def of(cls, private: Ed25519PrivateKey) -> "OfficeKey":
        public = private.public_key().public_bytes_raw()
        return cls(private, public, hashlib.sha256(public).hexdigest())

    def sign(self, data: bytes) -> str:
        """The signature over `data`, in base64."""
        return base64.b64encode(self.private.sign(data)).decode()


def office_key() -> OfficeKey:
    """The key in HAIDANG_HOME, made on first use."""
    from django.conf import settings

    return read_key(ensure_keys(Path(settings.HAIDANG_HOME)))


def sign(data: bytes) -> str:
    """The office's signature over `data`, in base64."""
    return office_key().sign(data)


def verify(public_bytes: bytes, data: bytes, signature_b64: str) -> bool:
    """Whether the holder of this public key signed these bytes; false for anything malformed."""
    try:
        signature = base64.b64decode(signature_b64, validate=True)
        Ed25519PublicKey.from_public_bytes(public_bytes).verify(signature, data)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def ensure_keys(home: Path) -> Path:
    """Make the office's key in `home` if there is none, and return its file.

    Two processes that start together end with the same key: the second finds the first one's file.
    """
    folder = home / "keys"
    path = folder / FILE_NAME
    if path.exists():
        return path
    make_folder_durably(folder)
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        write_durably(path, pem, mode=OWNER_ONLY, replace=False)
    except FileExistsError:
        sync_folder(folder)
    return path


def read_key(path: Path) -> OfficeKey:
    """Read a private key from its PEM file. Raises KeyUnreadable."""
    try:
        private = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as cause:
        raise KeyUnreadable(path) from cause
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyUnreadable(path)
    return OfficeKey.of(private)
