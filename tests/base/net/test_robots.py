"""What robots.txt asks is done; what is no rule is passed over."""

import pytest

from haidang.base.net import robots
from haidang.base.net.robots import RobotsRules, RobotsStore, read_robots

PAGE = "http://a.example/tin/1"


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("<!doctype html><p>User-agent: nobody", True),
        ("User-agent: *\nDisallow: /", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("user-agent:*\ndisallow:/tin", False),
        ("User-agent: *\nDisallow: /tin\nAllow: /tin/1", True),
        ("User-agent: *\nDisallow: /*/1$", False),
        ("User-agent: *\nDisallow: /*/2$", True),
        ("User-agent: Haidang\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: HAIDANG # us\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: Haidang*\nDisallow: /", False),
        ("User-agent: other\nUser-agent: *\nDisallow: /", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: other\nDisallow: /\n\nUser-agent: *\nAllow: /", True),
        ("User-agent:\nDisallow: /", True),
        ("User agent other\nDisallow: /", True),
    ],
)
def test_rules_are_read(text: str, allowed: bool) -> None:
    assert (read_robots(text.encode(), "Haidang").refusal(PAGE) == "") == allowed


def test_a_page_that_is_left_alone_says_so() -> None:
    rules = read_robots(b"User-agent: *\nDisallow: /", "Haidang")
    assert rules.refusal(PAGE) == "asks robots to leave this page alone"


def test_bytes_that_are_no_text_are_survived() -> None:
    assert read_robots(b"\xff\xfe\x00User-agent: *\nDisallow: /", "Haidang").refusal(PAGE) == ""


@pytest.mark.parametrize(
    ("text", "delay_s"),
    [("User-agent: *\nCrawl-delay: 2.5", 2.5), ("User-agent: *\nCrawl-delay: many", 0.0), ("", 0.0)],
)
def test_the_crawl_delay_is_read(text: str, delay_s: float) -> None:
    assert read_robots(text.encode(), "Haidang").crawl_delay_s == delay_s


def test_thousands_of_robots_named_over_thousands_of_rules_cost_little() -> None:
    """As Protego would have it: 9 million rules."""
    names = "".join(f"User-agent: robot{number}*\n" for number in range(3000))
    rules = "".join(f"Disallow: /{number}\n" for number in range(3000))
    read = read_robots((names + rules).encode(), "Haidang")
    assert read.rules is not None
    assert list(read.rules._user_agents) == ["another-robot"]
    assert read.refusal(PAGE) == ""


def test_a_closed_host_has_its_reason_and_no_delay() -> None:
    rules = RobotsRules("Haidang", closed="answers 500")
    assert (rules.refusal(PAGE), rules.crawl_delay_s) == ("answers 500", 0.0)


def test_rules_are_kept_for_a_day_and_failures_for_minutes() -> None:
    store = RobotsStore()
    good, closed = RobotsRules("Haidang"), RobotsRules("Haidang", closed="no")
    store.put("a", good, at=0)
    store.put("b", closed, at=0)
    assert (store.get("a", at=robots.KEEP_S - 1), store.get("a", at=robots.KEEP_S)) == (good, None)
    assert store.get("b", at=robots.KEEP_UNREADABLE_S - 1) == closed
    assert store.get("b", at=robots.KEEP_UNREADABLE_S) is None
    assert store.get("c", at=0) is None


def test_the_oldest_rules_are_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robots, "MAX_ORIGINS", 2)
    store, rules = RobotsStore(), RobotsRules("Haidang")
    for origin in ("a", "b", "a", "c"):
        store.put(origin, rules, at=0)
    assert [store.get(origin, at=1) for origin in "abc"] == [rules, None, rules]
