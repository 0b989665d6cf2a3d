"""A web server that misbehaves: one behaviour, one port on loopback, one thread for each connection."""

import contextlib
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator

Behaviour = Callable[["Visit"], None]


class Visit:
    """One connection: what was asked, and ways to answer that no library would offer."""

    def __init__(self, connection: socket.socket, stop: threading.Event) -> None:
        self.connection = connection
        self._stop = stop
        self.head = b""

    @property
    def path(self) -> str:
        return self.head.split(b" ", 2)[1].decode("latin-1") if b" " in self.head else ""

    def header(self, name: str) -> str:
        for line in self.head.decode("latin-1").split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return ""

    def read_head(self) -> None:
        while b"\r\n\r\n" not in self.head:
            data = self.connection.recv(65536)
            if not data:
                return
            self.head += data

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def answer(self, body: bytes = b"", *headers: str, status: str = "200 OK") -> None:
        """A proper answer, with its length."""
        lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
        self.send("\r\n".join(lines).encode() + body)

    def wait(self, seconds: float) -> bool:
        """Do nothing for a while; False when the test is over."""
        return not self._stop.wait(seconds)

    def for_ever(self, data: bytes, *, every_s: float = 0.0) -> None:
        """Send the same again and again, until the other side has had enough."""
        while self.wait(every_s) if every_s else not self._stop.is_set():
            self.send(data)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.stop = threading.Event()
        self.visits: list[Visit] = []
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        visit = Visit(self.request, self.server.stop)
        with contextlib.suppress(OSError):
            visit.read_head()
            self.server.visits.append(visit)
            self.server.behaviour(visit)


class HostileServer:
    """Serves one behaviour on a port of loopback."""

    def __init__(self, behaviour: Behaviour) -> None:
        self._server = _Server(behaviour)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def door(self) -> str:
        """As the policy's exceptions write it."""
        return f"127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [visit.path for visit in self._server.visits]

    @property
    def visits(self) -> list[Visit]:
        return self._server.visits

    def address(self, path: str = "/") -> str:
        return f"http://{self.door}{path}"

    def close(self) -> None:
        self._server.stop.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextlib.contextmanager
def serving(behaviour: Behaviour) -> Iterator[HostileServer]:
    server = HostileServer(behaviour)
    try:
        yield server
    finally:
        server.close()
