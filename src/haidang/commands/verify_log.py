"""`haidang verify-log`: prove that no act in the record was changed, removed or added afterwards."""

import argparse
import json
from pathlib import Path

from haidang.commands import CommandFailed

HELP = "check every act in the record against its signed checkpoints"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--checkpoint", type=Path, action="append", default=[], help="a checkpoint kept outside"
    )
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    from haidang.commands.office import open_office

    try:
        outside = [path.read_text() for path in args.checkpoint]
    except (OSError, UnicodeDecodeError) as unreadable:
        raise CommandFailed(
            f"The checkpoint cannot be read ({unreadable}); name the text file you kept."
        ) from None
    open_office()
    from haidang.base import record

    report = record.verify_log(outside=outside)
    if args.json:
        print(json.dumps({"size": report.size, "root": report.root, "problems": list(report.problems)}))
    else:
        for problem in report.problems:
            print(f"✕ {problem}")
        checked = f"{report.size} acts, {report.checkpoints_checked} checkpoints, root {report.root}"
        print(f"{'The record is whole' if not report.problems else 'THE RECORD IS NOT WHOLE'}: {checked}")
    return 1 if report.problems else 0
