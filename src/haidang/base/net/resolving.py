"""Turn a host name into the addresses that may be connected to: asked once, every answer checked."""

import asyncio
import contextlib
import ipaddress
import socket
import threading
from collections.abc import Sequence
from typing import Protocol

from haidang.base.net.addresses import why_forbidden
from haidang.base.net.location import Location
from haidang.base.net.policy import NetPolicy
from haidang.base.net.values import FetchFailed

# A lookup that hangs keeps its thread until the system gives up (30 s is common).
MAX_LOOKUPS = 256


class Resolver(Protocol):
    """Whoever knows the IP addresses of a host name; raises OSError when there are none."""

    async def resolve(self, host: str, port: int) -> Sequence[str]: ...


class SystemResolver:
    """Asks the operating system, each time in its own thread, so that one dead name server blocks nobody.

    The threads are daemons: unlike those of an executor, they do not hold up the end of the program.
    """

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(MAX_LOOKUPS)

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        if not self._free.acquire(blocking=False):
            raise OSError(f"{MAX_LOOKUPS} name lookups are under way already")
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[str]] = loop.create_future()

        def look_up() -> None:
            found: list[str] | OSError
            try:
                entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                found = [str(entry[4][0]) for entry in entries]
            except (OSError, UnicodeError) as error:
                found = OSError(f"{host} cannot be looked up: {error}")
            finally:
                self._free.release()
            with contextlib.suppress(RuntimeError):  # the loop ended while we looked
                loop.call_soon_threadsafe(_settle, answer, found)

        threading.Thread(target=look_up, name=f"lookup {host}", daemon=True).start()
        return await answer


def _settle(answer: "asyncio.Future[list[str]]", found: list[str] | OSError) -> None:
    """Hand a lookup's outcome to its future, unless nobody waits for it any more."""
    if answer.done():
        return
    if isinstance(found, OSError):
        answer.set_exception(found)
    else:
        answer.set_result(found)


async def checked_addresses(location: Location, resolver: Resolver, policy: NetPolicy) -> tuple[str, ...]:
    """The addresses of a location that may be connected to.

    One forbidden answer refuses the whole name: a name that points inside at all is not to be trusted.
    Raises FetchFailed `dns` or `forbidden_address`.
    """
    found: Sequence[str] = (location.host,)
    if not location.is_ip:
        try:
            found = await resolver.resolve(location.host, location.port)
        except OSError as error:
            raise _unknown(location) from error
    if not found:
        raise _unknown(location)
    return tuple(dict.fromkeys(_checked(address, location, policy) for address in found))


def _checked(address: str, location: Location, policy: NetPolicy) -> str:
    why = why_forbidden(address)
    if not why and location.port in policy.ports:
        return str(ipaddress.ip_address(address))
    if (address, location.port) in policy.open_doors:
        return address
    why = why or f"not ours to ask on port {location.port}"
    raise FetchFailed(
        "forbidden_address",
        location.address,
        f"{location.host} leads to {address} ({why}), which is not a place that we fetch from.",
    )


def _unknown(location: Location) -> FetchFailed:
    sentence = f"The name {location.host} has no address; check how the source's address is written."
    return FetchFailed("dns", location.address, sentence)
