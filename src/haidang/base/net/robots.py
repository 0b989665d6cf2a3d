"""What robots.txt asks of us (RFC 9309), read by Protego; kept for a while, for so many hosts."""

import re
from collections import OrderedDict
from dataclasses import dataclass

from protego import Protego

MAX_BYTES = 512 * 1024  # RFC 9309 asks for at least 500 KiB; what follows is not read
MAX_ORIGINS = 2048
KEEP_S = 24 * 3600.0
KEEP_UNREADABLE_S = 600.0

_USER_AGENT_LINE = re.compile(r"\s*user[-\s]*agent\s*:?\s*(?P<names>[^#]*)", re.IGNORECASE)
_NOT_US = "another-robot"


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of one origin: `closed` says why nothing may be fetched, `rules` None allows all."""

    product: str
    rules: Protego | None = None
    closed: str = ""

    def refusal(self, address: str) -> str:
        """Why this address is left alone; empty when it may be fetched."""
        if self.closed:
            return self.closed
        if self.rules is not None and not self.rules.can_fetch(address, self.product):
            return "asks robots to leave this page alone"
        return ""

    @property
    def crawl_delay_s(self) -> float:
        if self.rules is None:
            return 0.0
        return self.rules.crawl_delay(self.product) or 0.0


def read_robots(body: bytes, product: str) -> RobotsRules:
    """Rules from the bytes of a robots.txt; what is not a rule is passed over."""
    text = body.decode("utf-8-sig", "replace")
    lines = (_only_our_groups(line, product.lower()) for line in text.splitlines())
    return RobotsRules(product=product, rules=Protego.parse("\n".join(lines)))


def _only_our_groups(line: str, product: str) -> str:
    """Give all groups that do not mean us one name.

    Protego keeps each rule once per name: 3,000 names over 3,000 rules (90 kB) took it 10.7 s.
    """
    named = _USER_AGENT_LINE.match(line)
    if named is None:
        return line
    name = named["names"].strip().lower()
    ours = name.replace("*", "")
    if name and not ours:
        return "User-agent: *"
    return f"User-agent: {ours if ours and ours in product else _NOT_US}"


class RobotsStore:
    """The rules known at the moment, oldest forgotten first; `at` is any clock that only goes forward."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[float, RobotsRules]] = OrderedDict()

    def get(self, origin: str, *, at: float) -> RobotsRules | None:
        known = self._known.get(origin)
        if known is None or known[0] <= at:
            return None
        return known[1]

    def put(self, origin: str, rules: RobotsRules, *, at: float) -> None:
        keep_s = KEEP_UNREADABLE_S if rules.closed else KEEP_S
        self._known[origin] = (at + keep_s, rules)
        self._known.move_to_end(origin)
        while len(self._known) > MAX_ORIGINS:
            self._known.popitem(last=False)
