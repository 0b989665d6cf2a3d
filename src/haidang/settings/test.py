"""Settings of the tests: a throwaway home, cheap password hashing, PostgreSQL when HAIDANG_TEST_DATABASE says so."""

import os
import tempfile
from pathlib import Path

_home = os.environ.setdefault("HAIDANG_HOME", tempfile.mkdtemp(prefix="haidang-test-"))
os.environ["HAIDANG_DATABASE"] = os.environ.get(
    "HAIDANG_TEST_DATABASE", f"sqlite:///{Path(_home) / 'test.sqlite3'}"
)

from haidang.settings.base import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
