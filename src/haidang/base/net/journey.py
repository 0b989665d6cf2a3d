"""From a request to its answer: turns, robots, redirects by hand, and one deadline over all of it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from haidang.base.net.exchange import SUCCESS, Answer, Exchange
from haidang.base.net.location import Location, read_location, redirected
from haidang.base.net.pace import Turn, Turns, TurnTooFar
from haidang.base.net.policy import NetPolicy
from haidang.base.net.resolving import Resolver, SystemResolver
from haidang.base.net.robots import MAX_BYTES as ROBOTS_BYTES
from haidang.base.net.robots import RobotsRules, RobotsStore, read_robots
from haidang.base.net.values import Fetched, FetchFailed, FetchRequest

REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304
NO_ROBOTS = frozenset(range(400, 500))
TRY_LATER = frozenset({429, 503})
MAX_RETRY_AFTER_S = 3600

# When robots.txt cannot be had for one of these reasons, neither can the page.
_HOST_ITSELF = frozenset({"forbidden_address", "forbidden_port", "dns", "refused", "tls", "connection"})


class Budget:
    """The seconds of one fetch: only the time spent on the network counts, not the wait for a turn."""

    def __init__(self, seconds: float) -> None:
        self.left_s = seconds

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Raises TimeoutError when the seconds are used up."""
        clock = asyncio.get_running_loop().time
        begun = clock()
        try:
            async with asyncio.timeout(max(0.0, self.left_s)):
                yield
        finally:
            self.left_s -= clock() - begun


class Traveller:
    """Runs fetches inside one event loop, at most `policy.in_flight` on the network at a time."""

    def __init__(self, policy: NetPolicy, resolver: Resolver | None = None) -> None:
        self._policy = policy
        self._exchange = Exchange(policy, resolver or SystemResolver())
        self._now = asyncio.get_running_loop().time
        self._turns = Turns(patience_s=policy.patience_s, now=self._now)
        self._robots = RobotsStore()
        self._in_flight = asyncio.Semaphore(policy.in_flight)

    async def fetch(self, request: FetchRequest) -> Fetched:
        """Raises FetchFailed, whatever goes wrong."""
        budget = Budget(self._policy.deadline_s)
        location = read_location(request.address, self._policy)
        for _ in range(self._policy.max_redirects + 1):
            answer = await self._hop(location, request, budget)
            if answer.status not in REDIRECTS:
                return _fetched(request, location, answer)
            location = _next_location(location, answer, self._policy)
        limit = self._policy.max_redirects
        sentence = f"{request.address} redirects more than {limit} times."
        raise FetchFailed("redirects", request.address, sentence)

    async def _hop(self, location: Location, request: FetchRequest, budget: Budget) -> Answer:
        try:
            async with self._turns.turn(location.origin) as turn, self._in_flight, budget.running():
                if request.obey_robots:
                    await self._obey_robots(location, budget, turn)
                return await self._ask(location, request, turn)
        except TurnTooFar as error:
            sentence = f"{location.host} is to be left alone for now; ask again later."
            raise FetchFailed("busy", location.address, sentence) from error
        except TimeoutError as error:
            sentence = (
                f"{location.address} did not answer in full within {self._policy.deadline_s:g} seconds."
            )
            raise FetchFailed("deadline", location.address, sentence) from error

    async def _ask(self, location: Location, request: FetchRequest, turn: Turn) -> Answer:
        turn.pause_s = max(turn.pause_s, self._pause_s(location))
        answer = await self._exchange.ask(
            location, accept=request.accept, conditions=_conditions(request), limit=self._policy.max_bytes
        )
        if answer.status in TRY_LATER:
            turn.pause_s = max(turn.pause_s, _retry_after_s(answer))
        return answer

    def _pause_s(self, location: Location) -> float:
        """The demo's own pages on loopback need no manners."""
        if any(location.host == host and location.port == port for host, port in self._policy.open_doors):
            return 0.0
        return self._policy.per_host_pause_s

    async def _obey_robots(self, location: Location, budget: Budget, turn: Turn) -> None:
        """Take the crawl delay that the host asks for. Raises FetchFailed `robots` if we may not fetch."""
        rules = self._robots.get(location.origin, at=self._now())
        if rules is None:
            turn.pause_s = self._pause_s(location)
            rules = await self._robots_of(location, budget)
            self._robots.put(location.origin, rules, at=self._now())
        if refusal := rules.refusal(location.address):
            raise FetchFailed("robots", location.address, f"{location.host} {refusal}.")
        turn.pause_s = max(turn.pause_s, min(rules.crawl_delay_s, self._policy.max_crawl_delay_s))

    async def _robots_of(self, location: Location, budget: Budget) -> RobotsRules:
        """Ask for robots.txt, in half of the time that is left, so that the reason is known."""
        product = self._policy.product
        try:
            async with asyncio.timeout(budget.left_s / 2):
                answer = await self._robots_answer(location)
        except TimeoutError:
            return RobotsRules(product, closed="has a robots.txt that does not come, so nothing is fetched")
        except FetchFailed as failed:
            if failed.code in _HOST_ITSELF:
                raise
            return RobotsRules(product, closed="has a robots.txt that cannot be read, so nothing is fetched")
        if answer.status in SUCCESS:
            return read_robots(answer.body, product)
        if answer.status in (REDIRECTS | NO_ROBOTS) - TRY_LATER:
            return RobotsRules(product)  # RFC 9309, 2.3.1.2 and 2.3.1.3: no robots.txt, no rules
        closed = f"answers {answer.status} for its robots.txt, so nothing is fetched"
        return RobotsRules(product, closed=closed)

    async def _robots_answer(self, location: Location) -> Answer:
        """robots.txt, through the same checks as any page, up to as many redirects."""
        place = redirected(location, "/robots.txt", self._policy)
        answer = await self._ask_for_robots(place)
        for _ in range(self._policy.max_redirects):
            if answer.status not in REDIRECTS:
                break
            place = _next_location(place, answer, self._policy)
            answer = await self._ask_for_robots(place)
        return answer

    async def _ask_for_robots(self, place: Location) -> Answer:
        return await self._exchange.ask(
            place, accept="text/plain, */*;q=0.5", conditions={}, limit=ROBOTS_BYTES, cut=True
        )


def _conditions(request: FetchRequest) -> Mapping[str, str]:
    conditions = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _next_location(location: Location, answer: Answer, policy: NetPolicy) -> Location:
    target = answer.header("location")
    if not target:
        sentence = f"{location.address} redirects without saying where to."
        raise FetchFailed("redirects", location.address, sentence)
    return redirected(location, target, policy)


def _retry_after_s(answer: Answer) -> float:
    """Seconds from Retry-After, at most an hour; its date form is rare and counts as none."""
    text = answer.header("retry-after").strip()
    return float(min(int(text), MAX_RETRY_AFTER_S)) if text.isascii() and text.isdigit() else 0.0


def _fetched(request: FetchRequest, location: Location, answer: Answer) -> Fetched:
    unchanged = answer.status == NOT_MODIFIED and request.conditional
    if answer.status not in SUCCESS and not unchanged:
        sentence = f"The server answered {answer.status} for {location.address}."
        raise FetchFailed(f"http_{answer.status}", location.address, sentence)
    return Fetched(
        asked=request.address,
        address=location.address,
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        fetched_at=datetime.now(UTC),
        peer=answer.peer,
    )
