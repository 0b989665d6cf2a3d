"""Sign a version in the office's name and publish it; or return a draft. The last of the two people acts here."""

import json
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base import record
from haidang.base.hashes import sha256_hex
from haidang.base.keys import office_key
from haidang.base.vault import Vault
from haidang.information.screen.known import add_known, withdraw_known
from haidang.information.verify.change_case import change_case
from haidang.information.verify.claimreview import claim_review, problems_of
from haidang.information.verify.draft_review import OwnWork
from haidang.information.verify.models import (
    Case,
    Hand,
    Review,
    ReviewHand,
    ReviewKind,
    ReviewState,
)
from haidang.information.verify.notice import notice_document
from haidang.information.verify.office import Office
from haidang.information.verify.queries import draft_value, review_in_work
from haidang.information.verify.rules import missing_grounds
from haidang.information.verify.second_reading import ReviewIncomplete, draft_again
from haidang.information.verify.triage import ReasonMissing


class NotRead(Exception):
    """No second reader has agreed to this version yet."""


class MarkupInvalid(Exception):
    """The ClaimReview of this version breaks a rule of the format; `problems` lists them."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(
            _("The open data of this notice is not valid: %(what)s") % {"what": "; ".join(problems)}
        )


def sign_review(
    *,
    case: Case,
    officer: User,
    at: datetime,
    vault: Vault,
    office: Office,
    expected_version: int | None = None,
) -> Review:
    """Sign and publish the version in work: one transaction for signature, rows, record and checkpoint.

    Raises `access.NotAllowed`, `OwnWork`, `NotRead`, `ReviewIncomplete` (also for a damaged capture),
    `MarkupInvalid`, `WrongState`, `CaseChanged`.
    """
    access.require(officer, "review.sign")
    with transaction.atomic():
        review = review_in_work(case)
        first = review.kind == ReviewKind.FIRST
        fresh = change_case(
            case=case,
            act="sign_review" if first else "publish_change",
            by=officer,
            at=at,
            expected_version=expected_version,
            body={"review_version": review.version, "kind": review.kind},
            fields={"published_at": case.published_at or at},
        )
        review.case = fresh
        _check(review, officer=officer, vault=vault)
        _publish(review, officer=officer, at=at, office=office)
        _tell_the_matcher(review, at=at, office=office)
        record.make_checkpoint(at)
    return review


def return_draft(
    *, case: Case, officer: User, at: datetime, comment: str, expected_version: int | None = None
) -> Case:
    """Send a draft back to its writers with a comment."""
    if not comment.strip():
        raise ReasonMissing(_("Say what has to change."))
    with transaction.atomic():
        fresh = change_case(
            case=case,
            act="return_draft",
            by=officer,
            at=at,
            expected_version=expected_version,
            note=comment.strip(),
        )
        draft_again(review_in_work(fresh), at=at)
    return fresh


def _check(review: Review, *, officer: User, vault: Vault) -> None:
    if review.hands.filter(user=officer, hand=Hand.WROTE).exists():
        raise OwnWork(_("You wrote this version, so somebody else has to sign it."))
    if review.kind == ReviewKind.FIRST and review.state != ReviewState.READ:
        raise NotRead(_("A second reader has to agree before this can be signed."))
    if missing := missing_grounds(draft_value(review, vault=vault)):
        raise ReviewIncomplete(missing)


def _publish(review: Review, *, officer: User, at: datetime, office: Office) -> None:
    previous = Review.objects.filter(case=review.case, state=ReviewState.PUBLISHED).first()
    document = notice_document(
        review,
        signed_post=officer.post or officer.get_username(),
        previous_sha256=previous.canonical_sha256 if previous else "",
        at=at,
    )
    if problems := problems_of(claim_review(document, language="vi", office=office), office=office):
        raise MarkupInvalid(problems)
    if previous:
        previous.state = ReviewState.SUPERSEDED
        previous.save(update_fields=["state"])
    _leave_signature(review, officer, at)
    key = office_key()
    review.canonical = record.canonical_json(document)
    review.canonical_sha256 = sha256_hex(review.canonical.encode())
    review.signature, review.key_id = key.sign(review.canonical.encode()), key.key_id
    entry = record.append(
        act="review.published",
        subject=("verify.review", f"{review.case.number}/{review.version}"),
        by=officer,
        at=at,
        body={
            "canonical_sha256": review.canonical_sha256,
            "signature": review.signature,
            "key_id": review.key_id,
        },
    )
    review.log_index, review.published_at, review.state = entry.index, at, ReviewState.PUBLISHED
    review.save()


def _leave_signature(review: Review, officer: User, at: datetime) -> None:
    """The database refuses a signature by a writer, whoever asks and however."""
    try:
        with transaction.atomic():
            ReviewHand.objects.create(review=review, user=officer, hand=Hand.SIGNED, at=at)
    except IntegrityError as refused:
        raise OwnWork(_("You wrote this version, so somebody else has to sign it.")) from refused


def _tell_the_matcher(review: Review, *, at: datetime, office: Office) -> None:
    """The published answer becomes something known, in both languages; a retraction withdraws it."""
    number = review.case.number
    if review.kind == ReviewKind.RETRACTED:
        withdraw_known(kind="review", key=number, at=at)
        return
    document = json.loads(review.canonical)
    for text in review.texts.filter(pending=False):
        add_known(
            kind="review",
            key=number,
            language=text.language,
            claim=document["claim"]["text"]
            if text.language == document["claim"]["language"]
            else text.headline,
            title=text.headline,
            verdict=review.verdict,
            address=office.notice_address(number, language=text.language),
            at=at,
        )
