"""`haidang bench NAME`: measure one figure without database or server; the last line printed is one JSON object."""

import argparse
import importlib
import json
import sys
from pathlib import Path

from haidang.commands import CommandFailed

HELP = "measure one figure on the files named; `haidang bench NAME --help` tells its arguments"
CHECKOUT = Path(__file__).resolve().parents[3]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", help="retrieval, decide, law-retrieval, crosslingual, checkworthy, reading, …"
    )
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="arguments of that figure")


def run(args: argparse.Namespace) -> int:
    if not (CHECKOUT / "bench" / "registry.py").is_file():
        raise CommandFailed(
            "`haidang bench` runs from a checkout of the project; clone it and run `make test` once."
        )
    sys.path.insert(0, str(CHECKOUT))
    scripts: dict[str, str] = importlib.import_module("bench.registry").SCRIPTS
    if args.name not in scripts:
        raise CommandFailed(f"There is no figure '{args.name}'; choose one of: {', '.join(sorted(scripts))}.")
    try:
        script = importlib.import_module(scripts[args.name])
    except ModuleNotFoundError as absent:
        raise CommandFailed(f"The figure '{args.name}' cannot be measured here: {absent}.") from None
    try:
        result = script.main(args.rest)
    except OSError as unreadable:
        named = getattr(unreadable, "filename", None) or "a file"
        raise CommandFailed(
            f"{named} cannot be read ({unreadable.strerror}); name an existing file."
        ) from None
    print(json.dumps(result, ensure_ascii=False), flush=True)
    return 0
