"""Run the tests on SQLite, then on PostgreSQL; say plainly what was skipped and why.

HAIDANG_CI=1 makes a skip of PostgreSQL or Chromium an error. Extra words go to pytest as they are.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from scripts.with_postgres import NoPostgres, find_programs

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NOTHING_COLLECTED = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one part of the run."""

    part: str
    result: str
    failed: bool = False


def must_run_all() -> bool:
    return os.environ.get("HAIDANG_CI") == "1"


def find_chromium() -> str:
    """Return the path of a Chromium, or an empty string."""
    asked = os.environ.get("HAIDANG_CHROMIUM", "")
    return next((found for name in (asked, *CHROMIUM_NAMES) if name and (found := shutil.which(name))), "")


def pytest_command(marker: str, extra: list[str]) -> list[str]:
    """Two workers: the office machine and CI have two cores. A file stays whole, so its fixtures do too."""
    workers = [] if any(word == "-n" or word.startswith("-n=") for word in extra) else ["-n", "2"]
    selected = ["-m", marker] if marker else []
    return [sys.executable, "-m", "pytest", "-q", "-rs", *workers, "--dist", "loadfile", *selected, *extra]


def run(part: str, command: list[str], environment: dict[str, str]) -> Outcome:
    """Run one part with its output on the screen."""
    print(f"\n=== {part} ===", flush=True)
    began = time.monotonic()
    code = subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode
    took = f"{time.monotonic() - began:.0f} s"
    if code == NOTHING_COLLECTED:
        return Outcome(part, "no such tests", failed=must_run_all())
    return Outcome(part, f"{'passed' if code == 0 else 'FAILED'} in {took}", failed=code != 0)


def run_all(extra: list[str], home: str) -> list[Outcome]:
    """Run the parts that this machine can run, in order, and return one outcome for each."""
    environment = {**os.environ, "HAIDANG_HOME": home}
    environment.pop("HAIDANG_TEST_DATABASE", None)
    measured = {
        **environment,
        "COVERAGE_PROCESS_START": str(ROOT / "pyproject.toml"),
        "COVERAGE_FILE": str(ROOT / ".coverage"),
    }
    outcomes = [run("SQLite", pytest_command("not browser", extra), measured)]

    if chromium := find_chromium():
        # playwright keeps an event loop in the test's thread, where Django would refuse the database
        browser = {**environment, "HAIDANG_CHROMIUM": chromium, "DJANGO_ALLOW_ASYNC_UNSAFE": "true"}
        outcomes.append(run("Chromium", pytest_command("browser", extra), browser))
    else:
        why = "skipped: Chromium is not installed (sudo apt-get install -y chromium)"
        outcomes.append(Outcome("Chromium", why, failed=must_run_all()))

    try:
        find_programs()
    except NoPostgres as error:
        outcomes.append(Outcome("PostgreSQL", f"skipped: {error}", failed=must_run_all()))
    else:
        beside = [sys.executable, "-m", "scripts.with_postgres"]
        command = [*beside, *pytest_command("not browser and not slow", extra)]
        outcomes.append(run("PostgreSQL", command, measured))
    return outcomes


def combine_coverage() -> None:
    """Join what the processes measured into one file, for `make check`."""
    subprocess.run(
        [sys.executable, "-m", "coverage", "combine", "--quiet"],
        check=False,
        cwd=ROOT,
        env={**os.environ, "COVERAGE_FILE": str(ROOT / ".coverage")},
    )


def main(extra: list[str]) -> int:
    for old in ROOT.glob(".coverage*"):
        old.unlink()
    try:
        with tempfile.TemporaryDirectory(prefix="haidang-test-") as home:
            outcomes = run_all(extra, home)
    except KeyboardInterrupt:
        return 130
    combine_coverage()
    print("\n=== Summary ===")
    for outcome in outcomes:
        print(f"  {outcome.part:<11} {outcome.result}")
    return 1 if any(outcome.failed for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
