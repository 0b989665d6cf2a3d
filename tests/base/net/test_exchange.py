"""TLS: the name in the address is the name in the handshake, the Host header and the certificate."""

import contextlib
import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from haidang.base.net import Fetcher, FetchFailed, FetchRequest, NetPolicy
from tests.fakes.net import FakeNames

NAME = "news.example"


def _certificate(folder: Path) -> Path:
    """A key and a certificate of its own making for the name."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName(NAME), x509.IPAddress(ipaddress.ip_address("127.0.0.2"))]
            ),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path


@dataclass(slots=True)
class TlsServer:
    port: int
    certificate: Path
    names: list[str | None] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)

    @property
    def door(self) -> str:
        return f"127.0.0.1:{self.port}"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TlsServer]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate = _certificate(tmp_path)
    context.load_cert_chain(certificate)
    listener = socket.create_server(("127.0.0.1", 0))
    made = TlsServer(listener.getsockname()[1], certificate)
    context.sni_callback = lambda _, name, __: made.names.append(name)

    def serve() -> None:
        while True:
            try:
                plain, _ = listener.accept()
            except OSError:
                return
            with contextlib.suppress(OSError), plain, context.wrap_socket(plain, server_side=True) as secure:
                head = secure.recv(65536).decode()
                made.hosts.append(head.partition("Host: ")[2].partition("\r\n")[0])
                secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecure")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield made
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def _fetch(server: TlsServer, host: str) -> bytes:
    policy = NetPolicy("Haidang", deadline_s=20, exceptions=frozenset({server.door}))
    names = FakeNames({NAME: ["127.0.0.1"], "other.example": ["127.0.0.1"]})
    with Fetcher(policy, resolve=names) as fetcher:
        return fetcher.fetch(FetchRequest(f"https://{host}:{server.port}/", obey_robots=False)).body


def test_a_trusted_certificate_for_the_name_is_enough(
    server: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
    assert _fetch(server, NAME) == b"secure"
    assert (server.names, server.hosts) == ([NAME], [f"{NAME}:{server.port}"])


def test_a_certificate_that_nobody_vouches_for_is_refused(server: TlsServer) -> None:
    with pytest.raises(FetchFailed, match="a certificate that we trust") as failed:
        _fetch(server, NAME)
    assert failed.value.code == "tls"
    assert server.hosts == []


@pytest.mark.parametrize("host", ["other.example", "127.0.0.1"])
def test_a_certificate_for_another_name_is_refused(
    server: TlsServer, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
    with pytest.raises(FetchFailed) as failed:
        _fetch(server, host)
    assert failed.value.code == "tls"
    assert server.hosts == []
