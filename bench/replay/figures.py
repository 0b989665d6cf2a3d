"""Figures of a trial: time, memory, sizes, counts, and what the office's own checks say."""

import os
import platform
import resource
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.replay.process import ROOT
from bench.replay.truth import Comparison


@dataclass(frozen=True, slots=True)
class Use:
    """What this process and its finished children have used so far."""

    wall_s: float
    own_cpu_s: float
    children_cpu_s: float

    @classmethod
    def now(cls) -> "Use":
        own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        return cls(time.perf_counter(), own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime)


def machine() -> dict[str, Any]:
    """What a reader needs to judge the figures; nothing that names the machine."""
    return {
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }


def commit_and_day() -> tuple[str, str]:
    return _git("rev-parse", "--short", "HEAD"), _git("log", "-1", "--format=%cs")


def figures(started: Use, ended: Use, comparison: Comparison) -> dict[str, Any]:
    wall = ended.wall_s - started.wall_s
    own = ended.own_cpu_s - started.own_cpu_s
    children = ended.children_cpu_s - started.children_cpu_s
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "wall_s": round(wall, 2),
        "items_per_s": round(comparison.revisions_stored / wall, 1),
        "cpu_s": round(own + children, 2),
        "cpu_s_collector": round(own, 2),
        "cpu_s_parsing": round(children, 2),
        "peak_mb": round(memory / 1024),
        "peak_mb_parsing": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
    }


def sizes(home: Path) -> dict[str, Any]:
    from django.db import connection

    from haidang.base.models import LogEntry
    from haidang.information.collect.models import Capture, Failure, Publication, Revision
    from haidang.information.screen.models import Claim, Story
    from haidang.information.verify.models import Case

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            database = int(cursor.fetchone()[0])
    else:
        database = sum(file.stat().st_size for file in home.glob("haidang.sqlite3*"))
    vault = [file.stat() for file in (home / "vault").rglob("*") if file.is_file()]
    counted = (Publication, Revision, Capture, Failure, Story, Claim, Case, LogEntry)
    return {
        "database_mb": round(database / 2**20, 1),
        "vault_mb": round(sum(file.st_size for file in vault) / 2**20, 1),
        "vault_mb_on_disk": round(sum(file.st_blocks * 512 for file in vault) / 2**20, 1),
        "vault_files": len(vault),
        "rows": {model.__name__: model.objects.count() for model in counted},
        "failures": dict(_failure_codes()),
    }


def _failure_codes() -> list[tuple[str, int]]:
    from django.db.models import Count

    from haidang.information.collect.models import Failure

    rows = Failure.objects.values_list("code").annotate(times=Count("pk")).order_by("-times")
    return [(code, times) for code, times in rows]


def own_checks() -> dict[str, Any]:
    """What the office's own commands say of it."""
    from haidang.base.record import verify_log
    from haidang.commands.doctor import all_checks

    begun = time.perf_counter()
    problems = {check.name: list(check.problems) for check in all_checks() if check.problems}
    doctor_s = time.perf_counter() - begun
    report = verify_log()
    if report.problems:
        problems["verify-log"] = list(report.problems)
    return {"log_size": report.size, "doctor_s": round(doctor_s, 1), "problems": problems}


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""
