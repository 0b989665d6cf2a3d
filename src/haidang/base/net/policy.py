"""What the office allows itself on the network: limits, manners, and the few loopback exceptions."""

import ipaddress
from dataclasses import dataclass, field
from importlib.metadata import version


class BadException(ValueError):
    """An exception in the policy that is not a loopback address with a port."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"The network exception {text!r} is not a loopback address with a port; write 127.0.0.1:8801."
        )


@dataclass(frozen=True, slots=True)
class NetPolicy:
    """Limits of one fetch, and manners towards one host."""

    user_agent: str
    deadline_s: float = 15.0
    max_bytes: int = 5 * 2**20
    max_redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443})
    exceptions: frozenset[str] = frozenset()
    per_host_pause_s: float = 1.0
    in_flight: int = 32
    max_crawl_delay_s: float = 30.0
    patience_s: float = 60.0
    """The longest that a request waits for its host's turn; waiting is not part of the deadline."""

    open_doors: frozenset[tuple[str, int]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "open_doors", frozenset(map(loopback_door, self.exceptions)))

    @property
    def product(self) -> str:
        """The name by which robots.txt addresses us."""
        return self.user_agent.partition("/")[0].strip()

    def allows_port(self, port: int) -> bool:
        return port in self.ports or any(port == opened for _, opened in self.open_doors)


def loopback_door(text: str) -> tuple[str, int]:
    """`127.0.0.1:8801` or `[::1]:8801` as address and port. Raises BadException for all else."""
    host, _, port = text.rpartition(":")
    try:
        address = ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
        number = int(port)
    except ValueError as error:
        raise BadException(text) from error
    if not address.is_loopback or not 0 < number < 2**16:
        raise BadException(text)
    return str(address), number


def policy_from_settings() -> NetPolicy:
    """The policy of this installation: who we say we are, and the demo's exceptions."""
    from django.conf import settings

    return NetPolicy(
        user_agent=f"Haidang/{version('haidang')} (+{settings.HAIDANG_ADDRESS})",
        exceptions=frozenset(settings.HAIDANG_NET_EXCEPTIONS),
    )
