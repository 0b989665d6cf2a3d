"""`haidang demo`: an office with a past, invented sites on loopback, the desk and the worker, in one command."""

import argparse
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from haidang.commands import CommandFailed
from haidang.commands.run import check_port, server_and_worker
from haidang.commands.supervise import Part, supervise

HELP = "show the whole desk with invented data, offline, on loopback"
HOST = "127.0.0.1"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--sites-port", type=int, default=8801, help="port of the invented sites")
    parser.add_argument("--home", type=Path, default=Path("var/demo"), help="folder of the demo's data")
    parser.add_argument("--sites-only", action="store_true", help="serve only the invented sites")


def run(args: argparse.Namespace) -> int:
    if args.sites_only:
        return _serve_sites(args)
    for port in (args.port, args.sites_port):
        check_port(HOST, port)
    os.environ |= {
        "HAIDANG_DEMO": "1",
        "HAIDANG_HOME": str(args.home.resolve()),
        "HAIDANG_ADDRESS": f"http://{HOST}:{args.port}",
        "HAIDANG_NET_EXCEPTIONS": f"{HOST}:{args.sites_port}",
    }
    from haidang.commands.office import open_office, prepare

    open_office()
    print("Preparing the demo office …", flush=True)
    prepare()
    from haidang.commands.demo_content import DemoContentInvalid
    from haidang.commands.demo_office import seed_demo

    started_at = _started_at(args.home)
    try:
        seed_demo(at=started_at, sites=f"http://{HOST}:{args.sites_port}")
    except DemoContentInvalid as invalid:
        raise CommandFailed(str(invalid)) from None
    sites = (sys.executable, "-m", "haidang", "demo", "--sites-only", "--sites-port", str(args.sites_port))
    parts = (
        Part("sites", (*sites, "--home", str(args.home)), vital=True),
        *server_and_worker(HOST, args.port),
    )
    return supervise(parts, environment={}, ready=lambda: _welcome(args.port))


def _started_at(home: Path) -> datetime:
    from haidang.commands.demo_sites import demo_started_at

    try:
        return demo_started_at(home, at=datetime.now(UTC))
    except ValueError:
        raise CommandFailed(
            f"The demo's start time is damaged; delete the folder {home} to begin anew."
        ) from None


def _serve_sites(args: argparse.Namespace) -> int:
    from haidang.commands.demo_sites import PortTaken, serve_sites

    try:
        with serve_sites(port=args.sites_port, started_at=_started_at(args.home)):
            while True:
                time.sleep(3600)
    except PortTaken as taken:
        raise CommandFailed(str(taken)) from None


def _welcome(port: int) -> None:
    from haidang.commands.demo_office import DEMO_PASSWORD, DEMO_STAFF

    address = f"http://{HOST}:{port}"
    print("\n  Hải Đăng, demo (dữ liệu hư cấu / invented data)\n")
    print(f"  {address}/        public site\n  {address}/desk/   desk\n")
    print(f"  Accounts (password of all: {DEMO_PASSWORD}):")
    for person in DEMO_STAFF:
        print(f"    {person.username:8} {person.post}")
    print("\n  Stop with Ctrl+C; a second start goes on where it was.", flush=True)
