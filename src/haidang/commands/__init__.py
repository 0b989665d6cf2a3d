"""One module per command-line verb: `haidang VERB`. Each has HELP, arguments(parser) and run(args)."""

import argparse
import importlib
import sys
from types import ModuleType

# Verb -> module. A new verb is a copy of its neighbour, one line here and a section in docs/reference/commands.md.
VERBS: dict[str, str] = {
    "demo": "demo",
    "run": "run",
    "worker": "worker",
    "doctor": "doctor",
    "verify-log": "verify_log",
    "verify-evidence": "verify_evidence",
    "bench": "bench",
}
BAD_INPUT = 2


class CommandFailed(Exception):
    """A verb cannot go on; the sentence says what to do. Exit code 2."""


def main(argv: list[str] | None = None) -> int:
    """Run one verb; returns the exit code: 0 well, 1 problems found, 2 bad input."""
    parser = argparse.ArgumentParser(
        prog="haidang", description="The working desk of an external-information office."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    modules = {verb: _module(name) for verb, name in VERBS.items()}
    for verb, module in modules.items():
        module.arguments(verbs.add_parser(verb, help=module.HELP, description=module.HELP))
    args = parser.parse_args(argv)
    try:
        return int(modules[args.verb].run(args))
    except CommandFailed as failed:
        print(failed, file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return 130


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"haidang.commands.{name}")
