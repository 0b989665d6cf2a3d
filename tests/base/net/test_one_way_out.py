"""Only `haidang.base.net` speaks to the network: read from the source itself, imports inside functions included."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import haidang

SOURCE = Path(haidang.__file__).parent
THE_WAY_OUT = SOURCE / "base" / "net"

NETWORK = frozenset(
    {
        "aiohappyeyeballs",
        "aiohttp",
        "asyncore",
        "boto3",
        "botocore",
        "dns",
        "ftplib",
        "grpc",
        "http.client",
        "http.cookiejar",
        "http.server",
        "httpcore",
        "httplib2",
        "httpx",
        "httpx2",
        "imaplib",
        "nntplib",
        "paramiko",
        "poplib",
        "pycurl",
        "requests",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
        "telnetlib",
        "tornado",
        "trio",
        "twisted",
        "urllib.request",
        "urllib.robotparser",
        "urllib3",
        "uvloop",
        "websocket",
        "websockets",
        "xmlrpc.client",
        "xmlrpc.server",
        "yarl",
    }
)
# Doors in libraries that we use for other things.
NETWORK_CALLS = frozenset(
    {
        "create_connection",
        "create_unix_connection",
        "fetch_response",
        "fetch_url",
        "fetch_urls",
        "getaddrinfo",
        "open_connection",
        "sock_connect",
        "urlopen",
        "urlretrieve",
    }
)

# These listen, or look for a free port, on this machine; none of them calls out.
LISTENERS = {"commands/demo_sites.py": ("http.server",), "commands/run.py": ("socket",)}

MODULES = sorted(path for path in SOURCE.rglob("*.py") if THE_WAY_OUT not in path.parents)


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Call) and _name(node.func) in {"import_module", "__import__"} and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _doors(source: str) -> list[str]:
    tree = ast.parse(source)
    libraries = [
        name
        for name in _imported(tree)
        if any(name == library or name.startswith(f"{library}.") for library in NETWORK)
    ]
    calls = [_name(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return libraries + [name for name in calls if name in NETWORK_CALLS]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_other_module_opens_a_door(path: Path) -> None:
    known = LISTENERS.get(path.relative_to(SOURCE).as_posix(), ())
    assert [door for door in _doors(path.read_text()) if not door.startswith(known or "\0")] == []


def test_the_list_of_listeners_is_no_longer_than_needed() -> None:
    assert [path for path in LISTENERS if not (SOURCE / path).exists()] == []


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import aiohttp.web",
        "import os, http.client",
        "from urllib import request",
        "from urllib.request import urlopen",
        "def f():\n    import ssl",
        "importlib.import_module('requests')",
        "__import__('httpx')",
        "trafilatura.fetch_url(address)",
        "asyncio.open_connection('a', 1)",
    ],
)
def test_the_reader_of_sources_sees_doors(source: str) -> None:
    assert _doors(source)


@pytest.mark.parametrize(
    "source",
    [
        "from urllib.parse import urlsplit",
        "import http",
        "from . import socket",
        "import_module(name)",
        "f()()",
    ],
)
def test_the_reader_of_sources_sees_no_ghosts(source: str) -> None:
    assert _doors(source) == []


def test_the_way_out_itself_would_be_seen() -> None:
    assert _doors((THE_WAY_OUT / "door.py").read_text())
