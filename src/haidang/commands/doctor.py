"""`haidang doctor`: prove that files, rows, log and keys agree, and say what to do where they do not."""

import argparse
import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HELP = "check database, vault, record, notices, keys and disk"
LOW_DISK = 0.05  # share of the disk; below it collecting should pause


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    problems: tuple[str, ...]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    from haidang.commands.office import open_office

    open_office()
    checks = list(all_checks())
    if args.json:
        print(json.dumps({check.name: list(check.problems) for check in checks}, ensure_ascii=False))
    else:
        for check in checks:
            print(f"{'✓' if not check.problems else '✕'} {check.name}")
            for problem in check.problems:
                print(f"    {problem}")
    return 1 if any(check.problems for check in checks) else 0


def all_checks() -> Iterator[Check]:
    """Every check in the order in which a repair would go."""
    from haidang.base import record
    from haidang.base.vault import office_vault
    from haidang.information.collect.check_collect import check_collect
    from haidang.information.verify.check_reviews import problems_of_reviews

    tables = tuple(_tables())
    yield Check("tables are up to date", tables)
    if tables:
        return
    vault = office_vault()
    yield Check("keys can be read by their owner only", tuple(_keys()))
    yield Check("files in the vault are whole", tuple(str(problem) for problem in vault.check()))
    yield Check("what was collected has its files and log entries", _all(check_collect(vault)))
    yield Check("published notices stand", _all(problems_of_reviews(vault=vault)))
    yield Check("the record is whole", tuple(record.verify_log().problems))
    yield Check("there is room on the disk", tuple(_disk()))


def _all(problems: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(problem) for problem in problems)


def _tables() -> Iterator[str]:
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except OperationalError as closed:
        yield f"The database does not answer ({closed}); start it, or correct HAIDANG_DATABASE."
        return
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "The tables are older than the program; run `haidang run` once, or restore the newer program."


def _keys() -> Iterator[str]:
    from django.conf import settings

    for path in (settings.HAIDANG_HOME / "keys").glob("*"):
        if path.stat().st_mode & 0o077 and path.suffix != ".pub":
            yield f"Others can read {path}; run `chmod 600 {path}`."


def _disk() -> Iterator[str]:
    from django.conf import settings

    usage = shutil.disk_usage(settings.HAIDANG_HOME)
    if usage.free < LOW_DISK * usage.total:
        yield f"Only {usage.free // 2**20} MB are free; make room before collecting goes on."
