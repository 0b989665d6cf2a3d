"""The one way out to the network."""

from haidang.base.net.fetcher import Fetcher
from haidang.base.net.policy import NetPolicy, policy_from_settings
from haidang.base.net.resolving import Resolver
from haidang.base.net.values import Fetched, FetchFailed, FetchRequest

__all__ = [
    "FetchFailed",
    "FetchRequest",
    "Fetched",
    "Fetcher",
    "NetPolicy",
    "Resolver",
    "policy_from_settings",
]
