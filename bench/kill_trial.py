"""`python -m bench.kill_trial --items F`: kill -9 worker and server N times during a replay, then count what is lost.

Each trial starts worker and server, waits for the worker's first acknowledgement and a random moment more, and
kills both. At the end: acknowledged revisions and sources that are not in the database, torn files, rows without
file or log entry. All must be 0.
"""

import argparse
import json
import os
import platform
import random
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.crash.victims import Server, Worker
from bench.replay.process import ROOT, ReplayProcess

FIRST_PROMISE_S = 8.0  # a worker with nothing to collect is killed after this long
ITEMS_A_STEP = 60


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=Path, required=True)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument(
        "--database", default="", help="postgresql://USER@HOST:PORT/NAME of an empty database"
    )
    parser.add_argument("--date", default="")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--no-file", action="store_true")
    options = parser.parse_args()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory(prefix="haidang-kill-") as home:
        result = trial(options, Path(home))
    text = json.dumps(result, indent=1, ensure_ascii=False)
    print(text)
    if not options.no_file:
        (ROOT / "bench" / "results").mkdir(exist_ok=True)
        kind = "postgresql" if options.database else "sqlite"
        (ROOT / "bench" / "results" / f"kill-{kind}-{result['date']}.json").write_text(text + "\n")
    return 0 if result["well"] else 1


def trial(options: argparse.Namespace, home: Path) -> dict[str, Any]:
    limit = options.kills * ITEMS_A_STEP
    arguments = [
        "--items",
        str(options.items),
        "--limit",
        str(limit),
        "--steps",
        str(options.kills),
        "--edit",
        "0.2",
    ]
    began = time.monotonic()
    with ReplayProcess(arguments) as replay:
        cookies, token = open_office_for_trial(home, options.database, replay)
        worker, server = Worker(), Server(_free_port(), cookies, token)
        for number in range(options.kills):
            _one_kill(worker, server)
            replay.advance()
            if number % 20 == 19:
                counts = f"{len(worker.promised)} revisions and {len(server.promised)} sources"
                print(f"{number + 1} kills, {counts} promised", file=sys.stderr, flush=True)
        return {
            "date": options.date or datetime.now(UTC).date().isoformat(),
            "commit": _commit(),
            "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
            "database": "postgresql" if options.database else "sqlite",
            "kills": options.kills,
            "minutes": round((time.monotonic() - began) / 60, 1),
            "first_acknowledgement_after_start_s_median": _median(worker.first_promise_s),
            **count_losses(worker, server),
        }


def open_office_for_trial(home: Path, database: str, replay: ReplayProcess) -> tuple[str, str]:
    """A fresh office that watches the replay; returns the cookies and the token of a signed-in coordinator."""
    os.environ |= {"HAIDANG_HOME": str(home), "HAIDANG_NET_EXCEPTIONS": replay.door, "HAIDANG_DEMO": "1"}
    if database:
        os.environ["HAIDANG_DATABASE"] = database
    from haidang.commands.office import open_office, prepare

    open_office()
    prepare()
    from django.conf import settings
    from django.test import Client

    from haidang.accounts.manage import open_account
    from haidang.information.collect.register_source import register_source

    lead = open_account(
        username="mai", display_name="Mai", post="Lead", password=secrets.token_urlsafe(16), roles=["lead"], by=None,
        at=datetime.now(UTC),
    )  # fmt: skip
    for feed in replay.feeds():
        register_source(
            name=feed["name"],
            address=feed["address"],
            reads_articles=False,
            interval_s=5,
            by=lead,
            at=datetime.now(UTC),
        )
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    client = Client()
    client.force_login(lead)
    token = secrets.token_hex(16)
    return f"sessionid={client.cookies['sessionid'].value}; csrftoken={token}", token


def _one_kill(worker: Worker, server: Server) -> None:
    before = len(worker.promised)
    worker.start()
    server.start()
    end = time.monotonic() + FIRST_PROMISE_S
    while len(worker.promised) == before and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(random.uniform(0, 0.6))
    for victim in random.sample([worker, server], 2):
        victim.kill()


def count_losses(worker: Worker, server: Server) -> dict[str, Any]:
    """What was promised and is not there, and what is there by halves."""
    from haidang.base.vault import office_vault
    from haidang.commands.doctor import all_checks
    from haidang.information.collect.models import Revision, Source

    kept = set(Revision.objects.values_list("pk", "content_sha256"))
    sources = set(Source.objects.values_list("address", flat=True))
    lost = [line for line in worker.promised if (line["revision"], line["content_sha256"]) not in kept]
    lost_sources = [address for address in server.promised if address not in sources]
    vault = office_vault()
    temporary = sum(1 for path in vault.root.rglob("*") if path.is_file() and path.name.startswith("."))
    problems = {check.name: list(check.problems)[:5] for check in all_checks() if check.problems}
    return {
        "acknowledged_revisions": len(worker.promised),
        "acknowledged_sources": len(server.promised),
        "stored_revisions": len(kept),
        "lost_revisions": len(lost),
        "lost_sources": len(lost_sources),
        "harmless_temporary_files": temporary,
        "doctor_problems": problems,
        "well": not (lost or lost_sources or problems) and bool(worker.promised) and bool(server.promised),
    }


def _median(values: list[float]) -> float:
    return round(sorted(values)[len(values) // 2], 2) if values else 0.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
