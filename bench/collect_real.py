"""Collect real items from a replay into a fresh office and measure it: `python -m bench.collect_real --items F`.

Prints one JSON object: what was served and stored, duplicates, items per second, processor time, memory, sizes, and
what `doctor` and `verify-log` say afterwards. Written to bench/results/ too unless --no-file is given.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.replay.figures import Use, commit_and_day, figures, machine, own_checks, sizes
from bench.replay.process import ROOT, ReplayProcess
from bench.replay.rounds import collect_everything
from bench.replay.truth import compare

INTERVAL_S = 600


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Collect real items over loopback HTTP into a fresh office.")
    parser.add_argument("--items", type=Path, help="JSON lines, plain or .xz")
    parser.add_argument("--pages", type=Path, help="folder or tar file with HTML pages, read as articles")
    parser.add_argument("--limit", type=int, default=10_000)
    parser.add_argument("--steps", type=int, default=3, help="in how many parts the items of a day appear")
    parser.add_argument(
        "--edit", type=float, default=0.05, metavar="FRACTION", help="share edited at the end"
    )
    parser.add_argument(
        "--path", choices=["collect", "whole"], default="collect", help="whole: screening and cases too"
    )
    parser.add_argument("--read-pages", action="store_true", help="fetch the page behind every item too")
    parser.add_argument(
        "--database", default="", help="postgresql://USER@HOST:PORT/NAME of an empty database"
    )
    parser.add_argument("--home", type=Path, help="keep the office here (must not exist)")
    parser.add_argument("--date", default="", help="of the result; else the day of the commit")
    parser.add_argument("--no-file", action="store_true")
    return parser


def main() -> int:
    parser = arguments()
    options = parser.parse_args()
    if not options.items and not options.pages:
        parser.error("name a file with --items, or pages with --pages")
    home = options.home or Path(tempfile.mkdtemp(prefix="haidang-collect-")) / "home"
    try:
        result = measure(options, home)
    finally:
        if options.home is None:
            shutil.rmtree(home.parent, ignore_errors=True)
    text = json.dumps(result, ensure_ascii=False, indent=1)
    if not options.no_file:
        kind = "postgresql" if options.database else "sqlite"
        name = f"collect-{options.path}-{kind}-{result['date']}.json"
        (ROOT / "bench" / "results").mkdir(exist_ok=True)
        (ROOT / "bench" / "results" / name).write_text(text + "\n", encoding="utf-8")
    print(text)
    return 0 if result["comparison"]["well"] and not result["problems"] else 1


def measure(options: argparse.Namespace, home: Path) -> dict[str, Any]:
    """One whole trial. Django is set up here, once the replay's address is known."""
    with ReplayProcess(_replay_arguments(options)) as replay:
        _open_fresh_office(home, options.database, replay.door)
        _register(replay.feeds(), read_pages=options.read_pages)
        started = Use.now()
        rounds = collect_everything(replay, whole=options.path == "whole")
        ended = Use.now()
        summary = replay.summary()
    comparison = compare(
        {row["address"]: row["versions"] for row in summary["served"].values()}, _stored_versions()
    )
    return {
        **_setting(options),
        "rounds": rounds,
        "requests": summary["requests"],
        "comparison": comparison.as_json(),
        "pages": {"served": summary["pages"], "read": _pages_read()},
        **figures(started, ended, comparison),
        **sizes(home),
        **own_checks(),
    }


def _replay_arguments(options: argparse.Namespace) -> list[str]:
    found = [f"--limit={options.limit}", f"--steps={options.steps}", f"--edit={options.edit}"]
    for name in ("items", "pages"):
        if path := getattr(options, name):
            found += [f"--{name}", str(path.resolve())]
    return found


def _open_fresh_office(home: Path, database: str, door: str) -> None:
    home.mkdir(parents=True)
    os.environ["HAIDANG_HOME"] = str(home)
    os.environ["HAIDANG_NET_EXCEPTIONS"] = door
    if database:
        os.environ["HAIDANG_DATABASE"] = database
    from haidang.commands.office import open_office, prepare

    open_office()
    if not prepare():
        sys.exit("The database is not empty; name a fresh one, so that the figures mean something.")


def _register(feeds: list[dict[str, Any]], *, read_pages: bool) -> None:
    from haidang.accounts.manage import open_account
    from haidang.information.collect.register_source import register_source

    at = datetime.now(UTC)
    by = open_account(
        username="trial",
        display_name="Trial",
        post="Trial",
        password="a-lighthouse-on-the-cape",  # of an office that lives for minutes
        roles=["lead"],
        by=None,
        at=at,
    )
    for feed in feeds:
        register_source(
            name=feed["name"],
            address=feed["address"],
            language=feed["language"],
            reads_articles=read_pages or feed["name"] == "pages",
            interval_s=INTERVAL_S,
            by=by,
            at=at,
        )


def _stored_versions() -> dict[str, list[str]]:
    """Hashes of the feed entries that were stored, by address, in order; real pages are counted apart."""
    from haidang.information.collect.models import Revision

    rows = Revision.objects.filter(from_page=False).exclude(publication__source__name="pages")
    stored: dict[str, list[str]] = {}
    for address, content in rows.order_by("publication_id", "number").values_list(
        "publication__address", "content_sha256"
    ):
        stored.setdefault(address, []).append(content)
    return stored


def _pages_read() -> int:
    from haidang.information.collect.models import Publication

    return Publication.objects.filter(revisions__from_page=True).distinct().count()


def _setting(options: argparse.Namespace) -> dict[str, Any]:
    commit, day = commit_and_day()
    return {
        "bench": "collect_real",
        "date": options.date or day or f"{datetime.now(UTC):%Y-%m-%d}",
        "commit": commit or "uncommitted",
        "machine": machine(),
        "path": options.path,
        "database": "postgresql" if options.database else "sqlite",
        "limit": options.limit,
        "steps": options.steps,
        "edit": options.edit,
        "read_pages": options.read_pages,
    }


if __name__ == "__main__":
    sys.exit(main())
