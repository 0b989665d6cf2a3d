"""SHA-256 as the hexadecimal text that rows, files and the record carry."""

import hashlib


def sha256_hex(data: bytes) -> str:
    """64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
