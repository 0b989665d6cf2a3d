"""The published weights."""

import re
from pathlib import Path

import pytest

from haidang.engine.spotting.weights import CHECKABLE_AT, WEIGHTS, Factor, factor

DOCS = Path(__file__).parents[3] / "docs" / "explanation"


@pytest.mark.parametrize("page", ["why-a-claim-is-in-the-queue.md", "why-a-claim-is-in-the-queue.vi.md"])
def test_the_published_table_is_the_table_that_is_used(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    printed = dict(re.findall(r"^\| `(\w+)` \| ([+−]\d+)", text, flags=re.MULTILINE))
    assert printed == {
        code: f"{'−' if weight.points < 0 else '+'}{abs(weight.points)}" for code, weight in WEIGHTS.items()
    }
    assert f"**{CHECKABLE_AT}**" in text


def test_a_factor_has_the_published_points() -> None:
    assert factor("harm", "sập") == Factor("harm", 3, "sập")
    assert factor("official_source", "") == Factor("official_source", -2, "")


def test_a_factor_with_steps_has_its_points_once_a_step() -> None:
    assert factor("spread", "15", times=3) == Factor("spread", 3, "15")


def test_a_factor_without_published_points_cannot_be_made() -> None:
    with pytest.raises(KeyError):
        factor("popularity", "")


def test_what_only_spreads_gives_a_sentence_no_points_of_its_own() -> None:
    assert {code for code, weight in WEIGHTS.items() if not weight.in_sentence} == {
        "spread",
        "fast",
        "novelty",
        "official_source",
    }
