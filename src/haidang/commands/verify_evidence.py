"""`haidang verify-evidence`: prove a published notice from its downloaded bundle alone, offline."""

import argparse
import json
from pathlib import Path

from haidang.commands import CommandFailed

HELP = "prove a published notice from its downloaded bundle alone, offline"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", type=Path, help="the ZIP file from the notice's page")
    parser.add_argument(
        "--key", default="", help="fingerprint of the office's key, from its page 'How to verify'"
    )
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    from haidang.information.verify.bundle_check import NotABundle, check_bundle

    try:
        report = check_bundle(args.bundle.read_bytes(), trusted_key_id=args.key)
    except OSError as unreadable:
        raise CommandFailed(
            f"{args.bundle} cannot be read ({unreadable.strerror}); name the downloaded file."
        ) from None
    except NotABundle as refused:
        raise CommandFailed(str(refused)) from None
    if args.json:
        findings = [{"holds": finding.holds, "says": finding.says} for finding in report.findings]
        print(
            json.dumps(
                {"proven": report.proven, "notice": report.number, "findings": findings}, ensure_ascii=False
            )
        )
    else:
        for finding in report.findings:
            print(f"{'✓' if finding.holds else '✕'} {finding.says}")
        print(
            f"Notice {report.number}, version {report.version}: {'PROVEN' if report.proven else 'NOT PROVEN'}"
        )
    return 0 if report.proven else 1
