"""The site's secret key: made once at install time, readable by one user, never committed."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """Return the key kept in `folder`, making it on first use; safe when two processes start together."""
    path = folder / "django-secret"
    try:
        return path.read_text()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / f".django-secret.{os.getpid()}"
    fresh.write_text(secrets.token_urlsafe(50))
    fresh.chmod(0o600)
    try:
        os.link(fresh, path)  # unlike rename, link never replaces a key another process has just made
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return path.read_text()
