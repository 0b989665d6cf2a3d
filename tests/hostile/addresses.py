"""The table of addresses that must never be connected to, the tricks of writing them, and public ones.

Written from the IANA special-purpose registries and from what clouds document; it shares no code with the
list that it checks.
"""

from ipaddress import IPv4Address

FORBIDDEN_4 = (
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",  # a cloud's metadata, inside carrier NAT
    "100.127.255.254",
    "127.0.0.1",
    "127.0.0.2",
    "127.255.255.254",
    "168.63.129.16",  # Azure's host
    "169.254.0.1",
    "169.254.169.254",  # metadata of most clouds
    "169.254.170.2",  # container credentials
    "172.16.0.1",
    "172.31.255.254",
    "192.0.0.1",
    "192.0.0.9",
    "192.0.0.170",
    "192.0.0.192",  # a cloud's metadata
    "192.0.2.1",
    "192.31.196.1",
    "192.52.193.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.168.255.254",
    "192.175.48.1",
    "198.18.0.1",
    "198.19.255.254",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
)

FORBIDDEN_6 = (
    "::",
    "::1",
    "::7f00:1",  # IPv4-compatible loopback
    "::a9fe:a9fe",
    "::ffff:127.0.0.1",  # mapped
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",  # translated (RFC 2765)
    "64:ff9b::7f00:1",  # NAT64 of loopback
    "64:ff9b::a9fe:a9fe",
    "64:ff9b::a00:1",
    "64:ff9b::a83f:8110",  # NAT64 of Azure's host
    "64:ff9b:1::1",  # NAT64 of one's own
    "64:ff9b:1:7f00:1::",
    "100::1",  # discard
    "100:0:0:1::1",
    "2001::1",  # Teredo
    "2001:0:7f00:1::1",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",  # Teredo, client 10.0.0.1
    "2001:2::1",  # benchmarking
    "2001:10::1",
    "2001:20::1",
    "2001:1ff::1",
    "2001:db8::1",
    "2002:7f00:1::1",  # 6to4 of loopback
    "2002:a9fe:a9fe::1",
    "2002:a00:1::1",
    "2600:1f18::5efe:a00:1",  # ISATAP of 10.0.0.1
    "2600:1f18::200:5efe:7f00:1",
    "2620:4f:8000::1",
    "3ffe::1",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",  # metadata of a cloud
    "fd20:ce::254",
    "fe80::1",
    "fe80::a9fe:a9fe",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
)

FORBIDDEN = FORBIDDEN_4 + FORBIDDEN_6

PUBLIC_4 = (
    "1.1.1.1",
    "8.8.8.8",
    "9.9.9.9",
    "11.0.0.1",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.1",
    "103.1.208.1",
    "113.160.0.1",
    "126.255.255.254",
    "128.0.0.1",
    "168.63.129.15",
    "168.63.129.17",
    "169.253.255.255",
    "169.255.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "191.255.255.254",
    "192.0.1.1",
    "192.0.3.1",
    "192.167.255.255",
    "192.169.0.1",
    "198.17.255.255",
    "198.20.0.1",
    "198.51.99.1",
    "203.0.112.1",
    "203.113.131.1",
    "223.255.255.254",
)

PUBLIC_6 = (
    "2001:200::1",
    "2001:4860:4860::8888",
    "2001:ee0::1",
    "2003::1",
    "2400:cb00::1",
    "2405:4800::1",
    "2606:4700:4700::1111",
    "2620:fe::fe",
    "2600:1f18::5efe:808:808",
    "2a00:1450:4001:80b::200e",
    "2c0f:fb50::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
)

_CIRCLED = dict(zip("0123456789", "⓪①②③④⑤⑥⑦⑧⑨", strict=True))
_WIDE = {chr(ord("0") + digit): chr(0xFF10 + digit) for digit in range(10)} | {".": "。"}


def bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def spellings(address: str) -> dict[str, str]:
    """Ways to write one IPv4 address as the host of a web address."""
    packed = int(IPv4Address(address))
    parts = [int(part) for part in address.split(".")]
    return {
        "whole number": str(packed),
        "hexadecimal": hex(packed),
        "octal number": f"0{packed:o}",
        "octal parts": ".".join(f"0{part:o}" for part in parts),
        "hexadecimal parts": ".".join(hex(part) for part in parts),
        "three parts": f"{parts[0]}.{parts[1]}.{parts[2] * 256 + parts[3]}",
        "two parts": f"{parts[0]}.{packed & 0xFFFFFF}",
        "zeros in front": ".".join(f"{part:03}" for part in parts),
        "dot behind": f"{address}.",
        "circled digits": "".join(_CIRCLED.get(sign, sign) for sign in address),
        "wide digits": "".join(_WIDE[sign] for sign in address),
        "percent signs": "".join(f"%{ord(sign):02x}" for sign in address),
        "user name in front": f"news.example@{address}",
        "backslash": f"news.example\\@{address}",
        "mapped": f"[::ffff:{address}]",
        "mapped, in hexadecimal": f"[::ffff:{packed >> 16:x}:{packed & 0xFFFF:x}]",
        "NAT64": f"[64:ff9b::{packed >> 16:x}:{packed & 0xFFFF:x}]",
        "6to4": f"[2002:{packed >> 16:x}:{packed & 0xFFFF:x}::1]",
        "zone": f"[::ffff:{address}%25lo]",
    }
