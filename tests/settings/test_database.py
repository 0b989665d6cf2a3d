"""One address names the database; SQLite is opened so that nothing written is lost and nobody is turned away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import OperationalError, connections, transaction
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from haidang.settings.database import UnknownDatabase, database_from_address


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("sqlite:////srv/haidang/haidang.sqlite3", "/srv/haidang/haidang.sqlite3"),
        ("sqlite:///var/haidang.sqlite3", "var/haidang.sqlite3"),
        ("sqlite:////srv/h%E1%BA%A3i%20%C4%91%C4%83ng.sqlite3", "/srv/hải đăng.sqlite3"),
    ],
)
def test_a_file_is_named_by_its_whole_path_or_from_here(address: str, file: str) -> None:
    database = database_from_address(address)
    assert (database["ENGINE"], database["NAME"]) == ("django.db.backends.sqlite3", file)


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("postgresql://lan:a%40b@db.example:6432/haidang", ("haidang", "lan", "a@b", "db.example", "6432")),
        ("postgres://lan@[::1]/haidang", ("haidang", "lan", "", "::1", "")),
        ("postgresql:///haidang", ("haidang", "", "", "", "")),
    ],
)
def test_a_server_is_named_with_what_it_needs(address: str, parts: tuple[str, ...]) -> None:
    database = database_from_address(address)
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert tuple(database[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == parts


@pytest.mark.parametrize(
    ("address", "scheme"), [("mysql://root@h/x", "mysql"), ("/srv/x.sqlite3", ""), ("", "")]
)
def test_any_other_database_is_refused_with_the_two_that_work(address: str, scheme: str) -> None:
    with pytest.raises(UnknownDatabase) as refused:
        database_from_address(address)
    assert str(refused.value) == (
        f"HAIDANG_DATABASE starts with '{scheme}:'; write sqlite:///FILE or postgresql://USER@HOST:PORT/NAME."
    )


@pytest.fixture
def two_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Connections "one" and "two" to one file, as two programs would open it; neither waits for the other."""
    opened = database_from_address(f"sqlite:///{tmp_path / 'haidang.sqlite3'}")
    opened["OPTIONS"]["timeout"] = 0
    handler = ConnectionHandler({"default": {}, "one": opened, "two": opened})
    with django_db_blocker.unblock():
        for name in ("one", "two"):
            monkeypatch.setitem(connections.settings, name, handler.settings[name])
            connections[name].ensure_connection()
        yield
        for name in ("one", "two"):
            connections[name].close()
            del connections[name]


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
def test_a_commit_is_on_the_disk_readers_do_not_wait_and_links_hold(
    two_programs: None, pragma: str, value: object
) -> None:
    with connections["one"].cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_who_begins_to_write_is_alone_until_the_commit(two_programs: None) -> None:
    with (
        transaction.atomic(using="one"),
        pytest.raises(OperationalError, match="locked"),
        transaction.atomic(using="two"),
    ):
        pass
    with transaction.atomic(using="two"), connections["two"].cursor() as cursor:
        cursor.execute("CREATE TABLE later (id INTEGER)")
