"""The last door: a socket is opened only towards an address that was checked for this very request.

aiohttp hands every (family, type, protocol, name, sockaddr) to `socket_factory` just before it connects
that socket to that sockaddr; refusing here holds whatever the text of the address, the resolver or a
later release of a library made of it.
"""

import socket
from collections.abc import Sequence
from ipaddress import ip_address

from aiohttp import AddrInfoType, TraceConfig
from aiohttp.abc import AbstractResolver, ResolveResult


class LastDoor:
    """Opens the sockets of one request; remembers which of them was used."""

    def __init__(self, approved: Sequence[str], port: int) -> None:
        self._approved = frozenset((ip_address(address), port) for address in approved)
        self._opened: list[socket.socket] = []
        self.refused = ""
        self.peer = ""

    def open(self, info: AddrInfoType) -> socket.socket:
        """A socket for this sockaddr. Raises PermissionError for one that was not checked."""
        family, kind, protocol, _, sockaddr = info
        host, port = sockaddr[0], sockaddr[1]
        if (ip_address(host), port) not in self._approved:
            self.refused = f"{host} port {port}"
            raise PermissionError(f"{self.refused} was not checked for this request")
        opened = socket.socket(family, kind, protocol)
        self._opened.append(opened)
        return opened

    def watch(self) -> TraceConfig:
        """A trace that notes the peer as soon as the connection stands: of several sockets one is left."""
        trace = TraceConfig()

        async def connected(*_: object) -> None:
            for one in self._opened:
                if one.fileno() != -1:
                    self.peer = str(one.getpeername()[0])

        trace.on_connection_create_end.append(connected)
        return trace


class CheckedNames(AbstractResolver):
    """Gives aiohttp the addresses that were checked, and never asks anybody."""

    def __init__(self, approved: Sequence[str]) -> None:
        self._approved = approved

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 - aiohttp's signature
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for address in self._approved
        ]

    async def close(self) -> None:
        """Nothing is held open."""
