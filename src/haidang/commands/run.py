"""`haidang run`: serve the desk and the public site and run the worker, on loopback unless told otherwise."""

import argparse
import os
import secrets
import socket
import sys
from datetime import UTC, datetime

from haidang.commands import CommandFailed
from haidang.commands.supervise import Part, supervise

HELP = "serve the desk and run the worker"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)


def run(args: argparse.Namespace) -> int:
    from haidang.commands.office import open_office, prepare

    check_port(args.host, args.port)
    os.environ.setdefault("HAIDANG_ADDRESS", f"http://{args.host}:{args.port}")
    open_office()
    prepare()
    first = first_administrator()
    return supervise(
        server_and_worker(args.host, args.port), environment={}, ready=lambda: welcome(args, first)
    )


def check_port(host: str, port: int) -> None:
    """Say at once, in one sentence, when somebody else has the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            message = f"Port {port} on {host} is in use; stop the other program or add --port {port + 1}."
            raise CommandFailed(message) from None


def server_and_worker(host: str, port: int) -> tuple[Part, ...]:
    server = (
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *(
            "--workers",
            "1",
            "--blocking-threads",
            "4",
            "--backpressure",
            "64",
            "--no-ws",
            "--log-level",
            "warning",
        ),
        "haidang.web.wsgi:application",
    )
    worker = (sys.executable, "-m", "haidang", "worker")
    return (Part("server", server, vital=True), Part("worker", worker, vital=False))


def first_administrator() -> str:
    """On an empty office make the first account; returns its one-time words to print, or ''."""
    from django.db import transaction

    from haidang.accounts.manage import open_account
    from haidang.accounts.models import Role, User
    from haidang.accounts.profile import current_profile
    from haidang.commands.profile_rows import seed_profile

    if User.objects.exists():
        return ""
    password, at = secrets.token_urlsafe(12), datetime.now(UTC)
    with transaction.atomic():
        administrator = open_account(
            username="quantri",
            display_name="Quản trị",
            post="Quản trị hệ thống",
            password=password,
            roles=[Role.ADMINISTRATOR, Role.LEAD],
            by=None,
            at=at,
        )
        seed_profile(current_profile(), by=administrator, at=at)
    return password


def welcome(args: argparse.Namespace, first_password: str) -> None:
    print(f"Hải Đăng: http://{args.host}:{args.port}/ (desk: /desk/). Stop with Ctrl+C.", flush=True)
    if first_password:
        print(f"First account, shown this once: quantri / {first_password}", flush=True)
