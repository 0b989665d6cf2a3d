"""Write a result file: the figures, and what they were measured on."""

import json
from pathlib import Path

MACHINE = "2 cores, Debian 12, CPython 3.11"


def write_report(out: Path | None, result: dict[str, object]) -> None:
    if out is not None:
        whole = {"commit": "pending", "machine": MACHINE, **result}
        out.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
