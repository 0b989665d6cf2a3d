"""Hold the branch coverage of `base` and `information` to 90 %, from what `make test` left."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GATE = 90.0
GATED = ("src/haidang/base/", "src/haidang/information/")
SHOWN = ("src/haidang/engine/", "src/haidang/accounts/", "src/haidang/web/", "src/haidang/")


def branch_share(files: Mapping[str, Any], prefix: str) -> tuple[float, float]:
    """Return the share of branches and of statements covered below a folder, in percent."""
    totals = [entry["summary"] for name, entry in files.items() if name.startswith(prefix)]
    branches = sum(total["num_branches"] for total in totals)
    statements = sum(total["num_statements"] for total in totals)
    taken = sum(total["covered_branches"] for total in totals)
    run = sum(total["covered_lines"] for total in totals)
    return (100 * taken / branches if branches else 100.0, 100 * run / statements if statements else 100.0)


def weakest(files: Mapping[str, Any], prefix: str, count: int = 8) -> list[str]:
    """Name the modules below a folder with the most branches not taken."""
    missing = {
        name: entry["summary"]["num_branches"] - entry["summary"]["covered_branches"]
        for name, entry in files.items()
        if name.startswith(prefix)
    }
    worst = sorted((name for name in missing if missing[name]), key=lambda name: -missing[name])
    return [f"{name}: {missing[name]} branches not taken" for name in worst[:count]]


def measured_files() -> dict[str, Any] | None:
    """Read the coverage data through coverage's own report; None when there is none."""
    if not (ROOT / ".coverage").exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(report)]
        if subprocess.run(command, check=False, cwd=ROOT, stdout=subprocess.DEVNULL).returncode != 0:
            return None
        files: dict[str, Any] = json.loads(report.read_text())["files"]
        return files


def main() -> int:
    files = measured_files()
    if files is None:
        print("  NOT coverage: there is nothing measured; run 'make test' first.")
        return 1
    met = True
    for prefix in GATED + SHOWN:
        branches, statements = branch_share(files, prefix)
        gated = prefix in GATED
        ok = not gated or branches >= GATE
        goal = f"goal {GATE:.0f} %" if gated else ""
        shares = f"branches {branches:5.1f} %  lines {statements:5.1f} %"
        print(f"  {'ok ' if ok else 'NOT'} {prefix:<26} {shares}  {goal}")
        if not ok:
            met = False
            print(*(f"        {line}" for line in weakest(files, prefix)), sep="\n")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
