"""Write the part of docs/reference/states.md that the code knows best: the table of steps."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "states.md"
BEGIN = "<!-- written by `make docs` from src/haidang/information/verify/states.py -->"
END = "<!-- end of the written part -->"


def steps_table() -> str:
    """Return the steps of a case as a Markdown table."""
    from haidang.information.verify.models import CaseState
    from haidang.information.verify.states import STEPS

    order = list(CaseState)
    lines = ["| act | from | to | allowed by | does |", "|---|---|---|---|---|"]
    for step in STEPS:
        sources = ", ".join(f"`{state}`" for state in sorted(step.sources, key=order.index))
        target = f"`{step.target}`" if step.target else "where it was"
        who = f"`{step.permission}`" if step.permission else "the worker or a reader"
        lines.append(f"| `{step.act}` | {sources} | {target} | {who} | {step.does} |")
    return "\n".join(lines)


def generated_part(page: str) -> str:
    """Return what stands between the two marks of a page."""
    return page.partition(BEGIN)[2].partition(END)[0].strip()


def renewed(page: str, table: str) -> str:
    before, mark, rest = page.partition(BEGIN)
    return f"{before}{mark}\n\n{table}\n\n{END}{rest.partition(END)[2]}"


def main() -> int:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "haidang.settings.test")
    django.setup()
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), steps_table()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
