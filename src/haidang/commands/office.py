"""Open the office for a command: settings, database, tables, keys, first rows."""

import os


def open_office(*, settings: str = "haidang.settings.dev") -> None:
    """Configure Django once; `DJANGO_SETTINGS_MODULE` from outside wins."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django

    django.setup()


def prepare() -> bool:
    """Bring tables up to date, make keys, write first rows; True when the database was new. Safe to repeat."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from haidang.base.keys import ensure_keys
    from haidang.base.legal import seed_legal_parameters

    settings.HAIDANG_HOME.mkdir(parents=True, exist_ok=True)
    new = "django_migrations" not in connection.introspection.table_names()
    call_command("migrate", interactive=False, verbosity=0)
    ensure_keys(settings.HAIDANG_HOME)
    seed_legal_parameters()
    return new
