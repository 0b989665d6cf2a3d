"""READ THIS FIRST: one round of the whole path of information, nothing but the steps in order.

A public source -> Publications with Captures -> Stories and Claims -> Cases, which people work on -> the record.
The worker runs this round after round; several workers may run side by side (base/lease.py).
"""

from dataclasses import dataclass, field
from datetime import datetime

from haidang.base.net import Fetcher
from haidang.base.record.sealing import seal_if_due
from haidang.base.sandbox import Sandbox
from haidang.base.vault import Vault
from haidang.information.collect.jobs import fetch_due_pages, look_at_due_sources
from haidang.information.collect.models import Publication, Source
from haidang.information.collect.under_way import UnderWay
from haidang.information.collect.values import Looked, Stored, nobody
from haidang.information.screen.jobs import close_old_stories, screen_new_revisions
from haidang.information.screen.memory import Memory
from haidang.information.screen.values import Screened
from haidang.information.verify.jobs import Verified, move_cases


@dataclass(frozen=True)
class Tools:
    """What the path needs from outside: the one way out, a child to parse in, the vault, whom to tell; what is
    under way, so that a slow source holds up neither the others nor the round; and what screening remembers.
    """

    fetcher: Fetcher
    sandbox: Sandbox
    vault: Vault
    stored: Stored = nobody
    sources: UnderWay[Source] = field(default_factory=UnderWay)
    pages: UnderWay[Publication] = field(default_factory=UnderWay)
    memory: Memory = field(default_factory=Memory)


@dataclass(frozen=True, slots=True)
class Round:
    looked: Looked
    pages: Looked
    screened: Screened
    verified: Verified
    under_way: int

    @property
    def idle(self) -> bool:
        """Nothing came in, nothing moved, nothing is under way: the worker may rest."""
        came_in = self.looked + self.pages
        moved = self.screened.revisions + self.verified.received
        return came_in == Looked() and not moved and not self.under_way


def one_round(tools: Tools, *, at: datetime, limit: int = 100, wait: bool = False) -> Round:
    """Look at due sources, read due pages, screen what is new, open cases, seal the record."""
    fetcher, sandbox, vault, stored = tools.fetcher, tools.sandbox, tools.vault, tools.stored
    looked = look_at_due_sources(
        fetcher=fetcher, sandbox=sandbox, vault=vault, stored=stored,
        under_way=tools.sources, at=at, limit=limit, wait=wait,
    )  # fmt: skip
    pages = fetch_due_pages(
        fetcher=fetcher, sandbox=sandbox, vault=vault, stored=stored,
        under_way=tools.pages, at=at, limit=limit, wait=wait,
    )  # fmt: skip
    screened = screen_new_revisions(at=at, limit=limit * 5, memory=tools.memory)
    close_old_stories(at=at)
    verified = move_cases(at=at)
    seal_if_due(at)
    return Round(looked, pages, screened, verified, under_way=len(tools.sources) + len(tools.pages))
