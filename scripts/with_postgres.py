"""Run a command beside a throwaway PostgreSQL: `python -m scripts.with_postgres COMMAND ...`.

The command finds the server's address in HAIDANG_TEST_DATABASE. Nothing is left behind when it ends.
"""

import contextlib
import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

INSTALLED = Path("/usr/lib/postgresql")  # where Debian keeps every version
OLDEST = 15
START_WITHIN_S = 60
PR_SET_PDEATHSIG = 1
ROLE = "haidang"


class NoPostgres(Exception):
    """No usable PostgreSQL was found; the message says what to install."""


def find_programs() -> Path:
    """Return the folder of `postgres` and `initdb`: the newest installed, else the one on the path."""
    debian = [p for p in INSTALLED.glob("*/bin") if p.parent.name.isdigit()]
    fit = [p for p in debian if int(p.parent.name) >= OLDEST and (p / "initdb").exists()]
    if fit:
        return max(fit, key=lambda p: int(p.parent.name))
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    raise NoPostgres(
        f"PostgreSQL {OLDEST} or newer is not installed (sudo apt-get install -y postgresql-{OLDEST})."
    )


def unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: return whom to run it as, or None when we are nobody special."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise NoPostgres("PostgreSQL refuses to run as root and there is no user 'postgres' or 'nobody'.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _die_with_parent() -> None:
    """Ask Linux to stop the server if this process is killed outright (kill -9 runs no clean-up)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _as(who: pwd.struct_passwd | None) -> dict[str, Any]:
    """Return the arguments that make a program run as that user."""
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []} if who else {}


def _make_cluster(bin_folder: Path, home: Path, who: pwd.struct_passwd | None) -> str:
    """Write an empty cluster below `home` and return the password of its one role."""
    password = secrets.token_hex(16)  # loopback is shared with every user of the machine
    (home / "password").write_text(password)
    if who:
        for path in (home, home / "password"):
            os.chown(path, who.pw_uid, who.pw_gid)
    command = [
        *(str(bin_folder / "initdb"), "-D", str(home / "data"), "-U", ROLE, "--no-sync"),
        *("--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={home / 'password'}"),
    ]
    made = subprocess.run(command, check=False, capture_output=True, cwd=home, **_as(who))
    if made.returncode != 0:
        raise NoPostgres(f"initdb failed: {made.stderr.decode(errors='replace')[-2000:]}")
    return password


def _start(bin_folder: Path, home: Path, port: int, who: pwd.struct_passwd | None) -> subprocess.Popen[bytes]:
    command = [
        *(str(bin_folder / "postgres"), "-D", str(home / "data")),
        *("-p", str(port), "-h", "127.0.0.1", "-k", str(home)),
        # The server's own durability is not under test; the processes that tests kill are ours.
        *("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=100"),
    ]
    with (home / "log").open("wb") as log:
        return subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            cwd=home,
            start_new_session=True,  # Ctrl-C at the terminal reaches the tests first, the server last
            preexec_fn=_die_with_parent,  # noqa: PLW1509  this program has one thread
            **_as(who),
        )


def _wait_until_ready(bin_folder: Path, home: Path, port: int, server: subprocess.Popen[bytes]) -> None:
    ready = [str(bin_folder / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    end = time.monotonic() + START_WITHIN_S
    while time.monotonic() < end and server.poll() is None:
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.1)
    said = (home / "log").read_text(errors="replace")[-2000:]
    raise NoPostgres(f"PostgreSQL did not start within {START_WITHIN_S} s: {said}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, no choice
        if server.poll() is None:
            server.send_signal(how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(timeout=10)
            return


@contextlib.contextmanager
def throwaway_server() -> Iterator[str]:
    """Yield the address of a fresh, empty server; stop it and remove its files afterwards."""
    bin_folder, who, port = find_programs(), unprivileged(), free_port()
    home = Path(tempfile.mkdtemp(prefix="haidang-postgres-"))
    server: subprocess.Popen[bytes] | None = None
    try:
        password = _make_cluster(bin_folder, home, who)
        server = _start(bin_folder, home, port, who)
        _wait_until_ready(bin_folder, home, port, server)
        yield f"postgresql://{ROLE}:{password}@127.0.0.1:{port}/postgres"
    finally:
        if server is not None:
            _stop(server)
        shutil.rmtree(home, ignore_errors=True)


def main(command: list[str]) -> int:
    def leave(signum: int, _frame: object) -> None:
        sys.exit(128 + signum)  # SystemExit runs the `finally` above

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGHUP, leave)
    try:
        with throwaway_server() as address:
            environment = {**os.environ, "HAIDANG_TEST_DATABASE": address}
            return subprocess.run(command, check=False, env=environment).returncode
    except NoPostgres as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
