"""Judging one IP address; the large table is in tests/hostile."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.base.net.addresses import why_forbidden
from tests.hostile.addresses import FORBIDDEN, PUBLIC_4, PUBLIC_6


@pytest.mark.parametrize("address", FORBIDDEN)
def test_every_address_of_the_table_is_forbidden_with_a_reason(address: str) -> None:
    assert why_forbidden(address)


@pytest.mark.parametrize("address", PUBLIC_4 + PUBLIC_6)
def test_public_addresses_are_not(address: str) -> None:
    assert why_forbidden(address) == ""


@pytest.mark.parametrize(
    "text", ["", "news.example", "127.1", "0177.0.0.1", "2130706433", "::ffff:127.0.0.1%lo"]
)
def test_what_is_no_plain_address_is_forbidden(text: str) -> None:
    assert why_forbidden(text)


@given(st.ip_addresses(v=4))
def test_ipv4_inside_ipv6_is_judged_as_the_ipv4_that_it_is(inner: IPv4Address) -> None:
    for prefix in ("::ffff:0:0", "64:ff9b::"):
        outer = IPv6Address(int(IPv6Address(prefix)) | int(inner))
        assert why_forbidden(str(outer)) == why_forbidden(str(inner))


@given(st.ip_addresses(v=4))
def test_retired_ways_of_carrying_ipv4_are_closed_whatever_they_carry(inner: IPv4Address) -> None:
    assert why_forbidden(str(IPv6Address(int(inner))))
    assert why_forbidden(str(IPv6Address(int(IPv6Address("2002::")) | int(inner) << 80)))
    assert why_forbidden(str(IPv6Address(int(IPv6Address("2001::")) | int(inner) ^ 0xFFFFFFFF)))


@given(st.ip_addresses())
def test_python_s_own_idea_of_private_is_always_included(address: IPv4Address | IPv6Address) -> None:
    if address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified:
        assert why_forbidden(str(address))
