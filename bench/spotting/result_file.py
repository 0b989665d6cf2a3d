"""Write a result beside the others: what was measured, on what machine, at what commit."""

import json
from pathlib import Path
from typing import Any

MACHINE = "2 cores, Debian 12, CPython 3.11"
DATE = "2026-11-23"


def write_result(out: Path | None, result: dict[str, Any]) -> None:
    """Nothing is written unless --out names a file."""
    if out is None:
        return
    whole = {"date": DATE, "commit": "pending", "machine": MACHINE, **result}
    out.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
