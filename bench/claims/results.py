"""Write what was measured, with where and from which commit."""

import json
from collections.abc import Mapping
from pathlib import Path

MACHINE = "2 cores, Debian 12, CPython 3.11"


def write(result: Mapping[str, object], out: Path | None) -> dict[str, object]:
    """The result as it is; to a file too when one is named."""
    if out is not None:
        whole = {"commit": "pending", "machine": MACHINE, **result}
        out.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return dict(result)
