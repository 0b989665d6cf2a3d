"""Write the answer to a claim: verdict, both languages, chosen evidence. Whoever writes leaves a hand on it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.information.verify.change_case import change_case, locked, note_change
from haidang.information.verify.models import (
    Case,
    Evidence,
    Hand,
    Review,
    ReviewHand,
    ReviewKind,
    ReviewState,
    ReviewText,
    Verdict,
)
from haidang.information.verify.rules import NoticeText
from haidang.information.verify.states import PUBLIC, WrongState

UNPUBLISHED = (ReviewState.DRAFT, ReviewState.READ)


class UnknownVerdict(ValueError):
    """The verdict is not on the scale."""

    def __init__(self) -> None:
        super().__init__(_("Choose a verdict from the scale."))


class OwnWork(Exception):
    """Somebody tried to read, sign or decide what they wrote, or to write what they read or signed."""


class NothingToChange(Exception):
    """There is no published version that could be updated, corrected or retracted."""


def draft_review(
    *,
    case: Case,
    verdict: str,
    texts: Mapping[str, NoticeText],
    evidence: Sequence[Evidence],
    by: User,
    at: datetime,
    other_side: str = "",
    secondary_only_reason: str = "",
    expected_version: int | None = None,
) -> Review:
    """Save the draft of the first version; may be incomplete. Several people may write; each leaves a hand."""
    access.require(by, "review.draft")
    _check_verdict(verdict)
    with transaction.atomic():
        fresh = change_case(case=case, act="draft_review", by=by, at=at, expected_version=expected_version)
        review, _new = Review.objects.get_or_create(
            case=fresh, state=ReviewState.DRAFT, defaults={"version": 1, "drafted_at": at}
        )
        _write(review, verdict, texts, evidence, other_side, secondary_only_reason)
        _leave_hand(review, by, at)
    return review


def draft_change(
    *,
    case: Case,
    kind: str,
    public_note_vi: str,
    public_note_en: str,
    verdict: str,
    texts: Mapping[str, NoticeText],
    evidence: Sequence[Evidence],
    by: User,
    at: datetime,
    other_side: str = "",
    secondary_only_reason: str = "",
    expected_version: int | None = None,
) -> Review:
    """Draft an update, correction or retraction of a published review; the public version stays until it is signed."""
    access.require(by, "review.correct")
    _check_verdict(verdict)
    if kind not in {ReviewKind.UPDATED, ReviewKind.CORRECTED, ReviewKind.RETRACTED}:
        raise NothingToChange(_("Choose update, correction or retraction."))
    with transaction.atomic():
        fresh = locked(case, expected_version=expected_version)
        if fresh.state not in PUBLIC:
            raise WrongState("publish_change", fresh.state)
        review = Review.objects.filter(case=fresh, state__in=UNPUBLISHED).first() or _next_version(fresh, at)
        review.kind = kind
        review.public_note_vi, review.public_note_en = public_note_vi.strip(), public_note_en.strip()
        _write(review, verdict, texts, evidence, other_side, secondary_only_reason)
        _leave_hand(review, by, at)
        body = {"review_version": review.version, "kind": kind}
        note_change(case=fresh, act=f"draft_{kind}", from_state=fresh.state, by=by, at=at, body=body)
    return review


def _next_version(case: Case, at: datetime) -> Review:
    last = case.reviews.exclude(state=ReviewState.DROPPED).aggregate(last=Max("version"))["last"]
    return Review.objects.create(case=case, version=last + 1, drafted_at=at)


def _check_verdict(verdict: str) -> None:
    if verdict and verdict not in Verdict.values:
        raise UnknownVerdict


def _write(
    review: Review,
    verdict: str,
    texts: Mapping[str, NoticeText],
    evidence: Sequence[Evidence],
    other_side: str,
    secondary_only_reason: str,
) -> None:
    review.verdict = verdict
    review.other_side, review.secondary_only_reason = other_side.strip(), secondary_only_reason.strip()
    review.save()
    review.evidence.set(
        [item for item in evidence if item.case_id == review.case_id and not item.withdrawn_at]
    )
    for language, text in texts.items():
        ReviewText.objects.update_or_create(
            review=review,
            language=language,
            defaults={
                "headline": text.headline.strip()[:200],
                "summary": text.summary.strip(),
                "misleading_content": text.misleading_content.strip(),
                "effect": text.effect.strip(),
                "facts": text.facts.strip(),
                "not_known": text.not_known.strip(),
                "pending": text.pending,
            },
        )


def _leave_hand(review: Review, by: User, at: datetime) -> None:
    if review.hands.filter(user=by, hand__in=[Hand.READ, Hand.SIGNED]).exists():
        raise OwnWork(_("You read this version as second reader, so another checker has to change it."))
    ReviewHand.objects.get_or_create(review=review, user=by, hand=Hand.WROTE, defaults={"at": at})
