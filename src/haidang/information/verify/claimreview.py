"""A published document as schema.org ClaimReview, and the validator of its rules. Pure: documents in, values out.

Rules: reference of ClaimReview (required claimReviewed, reviewRating.alternateName, url on the page's own site;
1 <= worst <= value <= best, worst < best; the claim must not contain the rating). A rumour nobody signed has no
claim author: it is left out, which is also our principle.
"""

from typing import Any
from urllib.parse import urlsplit

from haidang.information.verify.office import Office
from haidang.information.verify.verdicts import BEST, BY_CODE, WORST

MAX_CLAIM = 300  # 75 is the aim for display; a quotation is cut no shorter than its meaning


def claim_review(document: dict[str, Any], *, language: str, office: Office) -> dict[str, Any]:
    """The JSON-LD of one page. A retracted notice carries no rating any more and has none."""
    verdict = BY_CODE[document["verdict"]["code"]]
    own = office.notice_address(document["number"], language=language)
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": verdict.vi if language == "vi" else verdict.en,
    }
    if verdict.number is not None:
        rating |= {"ratingValue": verdict.number, "bestRating": BEST, "worstRating": WORST}
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": own,
        "url": own,
        "inLanguage": language,
        "claimReviewed": document["claim"]["text"][:MAX_CLAIM],
        "datePublished": document["published_at"],
        "author": {
            "@type": "GovernmentOrganization",
            "name": office.name_in(language),
            "url": f"{office.address}/",
        },
        "reviewRating": rating,
        "itemReviewed": _claim(document),
        "version": str(document["version"]),
    }
    if document["change"]["kind"] != "first":
        review["dateModified"] = document["published_at"]
        review["correction"] = {"@type": "CorrectionComment", "text": document["change"][language]}
    return review


def _claim(document: dict[str, Any]) -> dict[str, Any]:
    claim = document["claim"]
    seen = [{"@type": "CreativeWork", "url": item["address"]} for item in claim["appearances"]]
    item: dict[str, Any] = {
        "@type": "Claim",
        "name": claim["text"][:MAX_CLAIM],
        "inLanguage": claim["language"],
    }
    if seen:
        item |= {
            "firstAppearance": seen[0],
            "appearance": seen,
            "datePublished": claim["appearances"][0]["seen_at"],
        }
    return item


def problems_of(review: dict[str, Any], *, office: Office) -> tuple[str, ...]:
    """Every rule that this ClaimReview breaks, in words; empty when it is valid."""
    return (*_of_claim(review), *_of_url(review, office), *_of_rating(review))


def _of_claim(review: dict[str, Any]) -> list[str]:
    problems = []
    claimed = review.get("claimReviewed", "")
    if not claimed:
        problems.append("claimReviewed is empty")
    rating = review.get("reviewRating", {}).get("alternateName", "")
    if rating and claimed.casefold().startswith(f"{rating.casefold()}:"):
        problems.append("claimReviewed contains the rating")
    item = review.get("itemReviewed", {})
    if item.get("@type") != "Claim":
        problems.append("itemReviewed is not a Claim")
    elif "author" not in item and not item.get("name"):
        problems.append("a claim without author needs a name")
    if not review.get("author", {}).get("name"):
        problems.append("author has no name")
    return problems


def _of_url(review: dict[str, Any], office: Office) -> list[str]:
    page, site = urlsplit(review.get("url", "")), urlsplit(office.address)
    if not page.hostname or page.hostname != site.hostname:
        return ["url is not on the office's own site"]
    return []


def _of_rating(review: dict[str, Any]) -> list[str]:
    rating = review.get("reviewRating", {})
    problems = [] if rating.get("alternateName") else ["reviewRating has no alternateName"]
    numbers = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
    if any(number is not None for number in numbers):
        if not all(isinstance(number, int) for number in numbers):
            problems.append("ratingValue, bestRating and worstRating go together")
        elif not (1 <= numbers[0] <= numbers[1] <= numbers[2] and numbers[0] < numbers[2]):
            problems.append("ratingValue is outside worstRating and bestRating")
    return problems
