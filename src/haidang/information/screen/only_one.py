"""Let one worker screen at a time: what one finds must be seen by the next before it compares."""

from django.db import connection

# A number that means "screening" among PostgreSQL's advisory locks: the letters of "hdscreen".
SCREENING = int.from_bytes(b"hdscreen", "big")


def this_worker_screens() -> bool:
    """Whether the open transaction may screen; the right ends with it, also when the worker is killed.

    On SQLite a transaction is IMMEDIATE: whoever has it is alone already.
    """
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [SCREENING])
        row = cursor.fetchone()
    return bool(row and row[0])
