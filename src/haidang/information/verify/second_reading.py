"""A second reader gives a verdict before seeing the first: equal goes on to signature, different goes back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base.vault import Vault
from haidang.information.verify.change_case import change_case
from haidang.information.verify.draft_review import OwnWork, UnknownVerdict
from haidang.information.verify.models import (
    Case,
    Hand,
    Review,
    ReviewHand,
    ReviewState,
    ReviewText,
    Verdict,
)
from haidang.information.verify.queries import draft_value, review_in_work
from haidang.information.verify.rules import Missing, missing_grounds


class ReviewIncomplete(Exception):
    """The draft lacks something; `missing` says what, field by field."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        self.missing = missing
        super().__init__(_("The draft is not complete yet; the fields that lack something are marked."))


def ask_second_reader(
    *, case: Case, by: User, at: datetime, vault: Vault, expected_version: int | None = None
) -> Case:
    """Hand a complete draft to a second reader. Raises `ReviewIncomplete`."""
    access.require(by, "review.draft")
    if missing := missing_grounds(draft_value(review_in_work(case), vault=vault)):
        raise ReviewIncomplete(missing)
    return change_case(case=case, act="ask_second_reader", by=by, at=at, expected_version=expected_version)


def give_blind_verdict(
    *, case: Case, verdict: str, by: User, at: datetime, note: str = "", expected_version: int | None = None
) -> bool:
    """Record the second reader's verdict; True when it equals the first. Both are kept either way."""
    access.require(by, "review.read_second")
    if verdict not in Verdict.values:
        raise UnknownVerdict
    with transaction.atomic():
        review = review_in_work(case)
        if review.hands.filter(user=by, hand=Hand.WROTE).exists():
            raise OwnWork(_("You wrote this draft, so somebody else has to read it."))
        agrees = review.verdict == verdict
        change_case(
            case=case,
            act="agree_blind" if agrees else "differ_blind",
            by=by,
            at=at,
            expected_version=expected_version,
            note=note,
            body={"blind_verdict": verdict, "first_verdict": review.verdict},
        )
        ReviewHand.objects.create(review=review, user=by, hand=Hand.READ, at=at, blind_verdict=verdict)
        if agrees:
            review.state = ReviewState.READ
            review.save(update_fields=["state"])
        else:
            draft_again(review, at=at)
    return agrees


def draft_again(review: Review, *, at: datetime) -> None:
    """Drop a version in work and copy its words and writers to a fresh draft; the dropped one keeps its hands."""
    review.state = ReviewState.DROPPED
    review.save(update_fields=["state"])
    texts, evidence = list(review.texts.all()), list(review.evidence.all())
    writers = list(review.hands.filter(hand=Hand.WROTE))
    again = Review.objects.create(
        case=review.case,
        version=review.version,
        kind=review.kind,
        verdict=review.verdict,
        other_side=review.other_side,
        secondary_only_reason=review.secondary_only_reason,
        drafted_at=at,
    )
    again.evidence.set(evidence)
    for text in texts:
        text.pk, text.review = None, again
    for hand in writers:
        hand.pk, hand.review = None, again
    ReviewText.objects.bulk_create(texts)
    ReviewHand.objects.bulk_create(writers)
