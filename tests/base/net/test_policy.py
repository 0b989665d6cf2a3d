"""What the office allows itself on the network."""

import pytest
from django.test import override_settings

from haidang.base.net import NetPolicy, policy_from_settings
from haidang.base.net.policy import BadException


@override_settings(
    HAIDANG_ADDRESS="https://desk.example", HAIDANG_NET_EXCEPTIONS=frozenset({"127.0.0.1:8801"})
)
def test_the_settings_give_our_name_and_the_open_doors() -> None:
    policy = policy_from_settings()
    assert policy.user_agent.startswith("Haidang/")
    assert policy.user_agent.endswith("(+https://desk.example)")
    assert policy.product == "Haidang"
    assert policy.open_doors == {("127.0.0.1", 8801)}


def test_ports_are_those_of_the_web_and_of_the_open_doors() -> None:
    policy = NetPolicy("Haidang", exceptions=frozenset({"127.0.0.1:8801", "[::1]:8802"}))
    assert [port for port in (22, 80, 443, 8801, 8802, 8803) if policy.allows_port(port)] == [
        80,
        443,
        8801,
        8802,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "10.0.0.1:80",
        "169.254.169.254:80",
        "news.example:80",
        "127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:0",
        ":80",
        "127.0.0.1:70000",
        "localhost:80",
        "8.8.8.8:80",
        "",
    ],
)
def test_a_door_opens_to_loopback_only(text: str) -> None:
    with pytest.raises(BadException, match="not a loopback address with a port"):
        NetPolicy("Haidang", exceptions=frozenset({text}))
