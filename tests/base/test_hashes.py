"""SHA-256 as text."""

from haidang.base.hashes import sha256_hex


def test_the_empty_text_has_its_known_hash() -> None:
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
