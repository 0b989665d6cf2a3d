"""Decide when a source or page is looked at next, and which reading is news. Pure: no database, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

FAILING_AFTER = 3
MOST_TRIES = 3
LONGEST_PAUSE = timedelta(hours=6)
JITTER = 0.2
# A page is visited again 1, 6, 36 and 144 intervals after it was first seen: with the usual interval of
# 10 minutes that is 10 min, 1 h, 6 h and 24 h, when most silent edits happen.
VISITS = (1, 6, 36, 144)
# Trying again cannot help here: the site says no, or the address is one that we never connect to.
FINAL_CODES = frozenset({"robots", "forbidden_address", "bad_address"})


def next_look(*, at: datetime, interval_s: int, failures: int, key: int) -> datetime:
    """The next look at a source: its interval after a success, else an exponential pause with cap and jitter.

    The jitter comes from the key, so that sources that failed together do not come back together, and the
    same failure always gives the same time.
    """
    if failures == 0:
        return at + timedelta(seconds=interval_s)
    longest = max(LONGEST_PAUSE.total_seconds(), float(interval_s))
    pause = min(interval_s * 2.0 ** min(failures, 20), longest)
    return at + timedelta(seconds=pause * (1 + JITTER * _share(key)))


def next_visit(*, first_seen_at: datetime, at: datetime, interval_s: int) -> datetime | None:
    """The next visit to a page, to see whether it was edited; None when it has been seen often enough."""
    visits = (first_seen_at + timedelta(seconds=interval_s * step) for step in VISITS)
    return next((visit for visit in visits if visit > at), None)


def next_try(*, at: datetime, interval_s: int, failures: int, code: str, key: int) -> datetime | None:
    """When to try a failed page again; None after the third failure in a row or when trying cannot help."""
    if failures >= MOST_TRIES or code in FINAL_CODES:
        return None
    return next_look(at=at, interval_s=interval_s, failures=failures, key=key)


def _share(key: int) -> float:
    """A number from 0 to 1 that is always the same for a key."""
    return sha256(str(key).encode()).digest()[0] / 255


@dataclass(frozen=True, slots=True)
class Strands:
    """What is stored of one publication: whose it is, its last number, and the last hash of each strand.

    A publication is read in two ways, as a feed entry and as a page, and each is compared with itself only:
    a page is longer than the summary in the feed, and that is no edit.
    """

    source: int
    number: int = 0
    last: Mapping[bool, str] | None = None  # from_page -> content_sha256

    def is_news(self, *, source: int, from_page: bool, content_sha256: str) -> bool:
        """Whether a reading makes a new revision.

        Of the feeds, only the one that brought the publication first counts: two feeds may print different
        summaries for one address, and taking turns they would look like endless edits.
        """
        if not from_page and source != self.source:
            return False
        return (self.last or {}).get(from_page) != content_sha256
