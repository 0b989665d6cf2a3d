"""ClaimReview of every verdict is valid; a validator written apart from the code agrees."""

import json
from typing import Any
from urllib.parse import urlsplit

import pytest

from haidang.information.verify.claimreview import claim_review, problems_of
from haidang.information.verify.models import Verdict
from haidang.information.verify.verdicts import BY_CODE
from tests.desk import OFFICE, Desk

DOCUMENT: dict[str, Any] = {
    "number": "2026-0001",
    "version": 1,
    "published_at": "2026-05-12T02:34:00Z",
    "change": {"kind": "first", "vi": "", "en": ""},
    "verdict": {"code": "false"},
    "claim": {
        "text": "Cầu qua rạch Cây Được bị sập một nhịp",
        "language": "vi",
        "appearances": [{"address": "https://tin.example/1", "seen_at": "2026-05-12T00:42:00Z"}],
    },
}


def rules_broken(review: dict[str, Any], *, site: str) -> list[str]:
    """The required and recommended rules of the format, one line each, written from its documentation."""
    rating, item = review["reviewRating"], review["itemReviewed"]
    numbers = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
    rules = {
        "type": review["@type"] == "ClaimReview" and review["@context"] == "https://schema.org",
        "claimReviewed": bool(review["claimReviewed"]),
        "alternateName": bool(rating["alternateName"]),
        "no rating in the claim": rating["alternateName"].lower()
        not in review["claimReviewed"].lower().split(":")[0]
        or ":" not in review["claimReviewed"],
        "url of this site": urlsplit(review["url"]).netloc == urlsplit(site).netloc,
        "author": bool(review["author"]["name"] or review["author"]["url"]),
        "claim without author has a name": item["@type"] == "Claim"
        and ("author" in item or bool(item["name"])),
        "numbers": numbers == [None] * 3
        or (1 <= numbers[0] <= numbers[1] <= numbers[2] and numbers[0] < numbers[2]),
        "appearance is a list of works": all(work["url"] for work in item.get("appearance", [])),
        "nobody is named as author of the claim": "author" not in item,
    }
    return [rule for rule, holds in rules.items() if not holds]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", Verdict.values)
def test_every_verdict_gives_a_valid_claim_review(code: str, language: str) -> None:
    review = claim_review({**DOCUMENT, "verdict": {"code": code}}, language=language, office=OFFICE)
    assert rules_broken(review, site=OFFICE.address) == []
    assert problems_of(review, office=OFFICE) == ()


def test_unproven_and_outdated_have_a_word_and_no_number() -> None:
    review = claim_review({**DOCUMENT, "verdict": {"code": "unproven"}}, language="vi", office=OFFICE)
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Chưa đủ căn cứ"}


def test_a_published_and_corrected_notice_is_valid_and_says_what_changed(desk: Desk) -> None:
    document = json.loads(desk.signed_change(desk.published()).canonical)
    review = claim_review(document, language="en", office=OFFICE)
    assert rules_broken(review, site=OFFICE.address) == []
    assert review["correction"] == {"@type": "CorrectionComment", "text": "The end is 22 May."}
    assert review["url"] == f"http://127.0.0.1:8000/en/notices/{document['number']}/"


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "empty claim": ({"claimReviewed": ""}, "claimReviewed is empty"),
    "rating in the claim": ({"claimReviewed": "Sai: cầu sập"}, "contains the rating"),
    "other site": ({"url": "https://elsewhere.example/1"}, "own site"),
    "no word": ({"reviewRating": {"@type": "Rating"}}, "no alternateName"),
    "half the numbers": ({"reviewRating": {"alternateName": "Sai", "ratingValue": 1}}, "go together"),
    "outside the scale": (
        {"reviewRating": {"alternateName": "Sai", "ratingValue": 9, "bestRating": 5, "worstRating": 1}},
        "outside",
    ),
    "not a claim": ({"itemReviewed": {"@type": "Person"}}, "not a Claim"),
    "nameless claim": ({"itemReviewed": {"@type": "Claim"}}, "needs a name"),
    "nobody answers": ({"author": {}}, "no name"),
}


@pytest.mark.parametrize(("change", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_rule_is_named(change: dict[str, Any], says: str) -> None:
    review = claim_review(DOCUMENT, language="vi", office=OFFICE) | change
    assert any(says in problem for problem in problems_of(review, office=OFFICE))


def test_the_scale_is_that_of_the_reference() -> None:
    assert {code: row.number for code, row in BY_CODE.items()} == {
        "false": 1,
        "mostly_false": 2,
        "misleading": 2,
        "mixed": 3,
        "mostly_true": 4,
        "true": 5,
        "unproven": None,
        "outdated": None,
    }
