"""One spelling for one address, so that a shared link and the plain link are the same publication."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|mc_cid|mc_eid|zarsrc|zanpid|_ga|_gl|"
    r"gidzl|vgo_\w*|ref_src|ref_url|s_cid|cmpid|ncid|__twitter_impression|amp;utm_\w*)",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_WHOLE = ("https://", "http://")
_CLEAN = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+/[^\s?#\x00-\x20\x7f]*\Z"
)  # nothing to drop or to resolve
_SPACES = re.compile(r"[\x00-\x20\x7f]+")


def canonical_address(url: str) -> str:
    """The address without fragment, tracking parameters and default port; host in lower case.

    Nothing else is sorted or dropped. What is no http(s) address comes back trimmed.
    """
    url = _SPACES.sub("", url)
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname
    except ValueError:
        return url
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return url
    return urlunsplit((parts.scheme, _place(parts, host, port), parts.path or "/", _query(parts.query), ""))


def _place(parts: SplitResult, host: str, port: int | None) -> str:
    """Host and port; a user name stays, because dropping it would make another address."""
    user, at, _ = parts.netloc.rpartition("@")
    if ":" in host:
        host = f"[{host}]"
    shown = "" if port is None or port == _DEFAULT_PORTS[parts.scheme] else f":{port}"
    return f"{user}{at}{host}{shown}"


def _query(query: str) -> str:
    kept = [pair for pair in query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0])]
    return "&".join(kept)


def absolute(base: str, link: str) -> str:
    """The link against its base; most links of feeds are absolute already."""
    return link if link.startswith(_WHOLE) and "[" not in link else urljoin(base, link)


def resolved(address: str, link: str) -> str:
    """A link as found on a page or in a feed, made absolute and canonical; empty if it leads nowhere on the web."""
    if _CLEAN.match(link):
        return link
    try:
        joined = canonical_address(absolute(address, _SPACES.sub("", link))) if link.strip() else ""
    except ValueError:
        return ""
    return joined if joined.startswith(_WHOLE) else ""
