"""Decide whether an IP address is a place on the public internet. Pure.

Written as our own list because `ipaddress.is_private` of Python 3.11.7 lets 16 of 42 forbidden addresses
through (carrier NAT, NAT64 and 6to4 of loopback, the Azure host address ...). IPv6 is turned round: only
2000::/3 is public, so that blocks given out later stay closed until somebody opens them here.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# IANA IPv4 special-purpose registry, plus what clouds keep for themselves.
_IPV4 = tuple(
    (IPv4Network(network), why)
    for network, why in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "the Azure host address"),
        ("169.254.0.0/16", "link-local, where clouds keep their metadata"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "IETF protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "AS112, answered by the nearest network"),
        ("192.52.193.0/24", "AMT relays, answered by the nearest network"),
        ("192.88.99.0/24", "the retired 6to4 relays"),
        ("192.168.0.0/16", "a private network"),
        ("192.175.48.0/24", "AS112, answered by the nearest network"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved or broadcast"),
    )
)

_IPV6_PUBLIC = IPv6Network("2000::/3")

# Inside 2000::/3.
_IPV6 = tuple(
    (IPv6Network(network), why)
    for network, why in (
        ("2001::/32", "Teredo, which carries IPv4"),
        ("2001::/23", "IETF protocol assignments"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4, which carries IPv4"),
        ("2620:4f:8000::/48", "AS112, answered by the nearest network"),
        ("3ffe::/16", "the closed 6bone"),
        ("3fff::/20", "documentation"),
    )
)

# An IPv4 address in the last 32 bits that the network will really talk to: judged by that address.
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
# Interface identifiers 0000:5efe and 0200:5efe carry IPv4 inside a site (RFC 5214).
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def why_forbidden(text: str) -> str:
    """Why this address must not be connected to; empty for a public address."""
    try:
        address = ip_address(text)
    except ValueError:
        return "not an IP address"
    if isinstance(address, IPv4Address):
        return _why_forbidden_4(address)
    if address.scope_id is not None:
        return "an address with a zone"
    return _why_forbidden_6(address)


def _why_forbidden_4(address: IPv4Address) -> str:
    return next((why for network, why in _IPV4 if address in network), "")


def _why_forbidden_6(address: IPv6Address) -> str:
    if address in _MAPPED or address in _NAT64:
        return _why_forbidden_4(_last_32_bits(address))
    if address not in _IPV6_PUBLIC:
        return "outside the public IPv6 space"
    for network, why in _IPV6:
        if address in network:
            return why
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP and _why_forbidden_4(_last_32_bits(address)):
        return "ISATAP of an address that is not public"
    return ""


def _last_32_bits(address: IPv6Address) -> IPv4Address:
    return IPv4Address(int(address) & 0xFFFFFFFF)
