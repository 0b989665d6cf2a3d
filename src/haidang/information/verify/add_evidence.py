"""Put a passage of a stored capture into a case, for or against the claim; or withdraw it, visibly."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base.vault import Vault
from haidang.information.collect.models import Capture, Publication
from haidang.information.verify.change_case import locked, note_change
from haidang.information.verify.models import Case, Evidence, Stance
from haidang.information.verify.states import OPEN, PUBLIC, WrongState

MAX_TITLE = 300  # characters, as the column
MAX_PASSAGE = 2000  # characters; a longer quotation is no passage, and readers must find the words


class EvidenceIncomplete(ValueError):
    """Title, passage or stance is missing or too long; the sentence says which."""


def add_evidence(
    *,
    case: Case,
    capture: Capture,
    publication: Publication | None,
    title: str,
    passage: str,
    stance: str,
    primary: bool,
    by: User,
    at: datetime,
    vault: Vault,
    note_vi: str = "",
    note_en: str = "",
    expected_version: int | None = None,
) -> Evidence:
    """Add evidence to an open or published case. Raises `EvidenceIncomplete`, `vault.Damaged`, `vault.Missing`."""
    access.require(by, "evidence.add")
    _check_words(title, passage, stance)
    vault.get(capture.warc_sha256)  # evidence before row: the bytes must be there, and whole, right now
    with transaction.atomic():
        fresh = locked(case, expected_version=expected_version)
        if fresh.state not in OPEN | PUBLIC:
            raise WrongState("draft_review", fresh.state)
        evidence = Evidence.objects.create(
            case=fresh,
            capture=capture,
            publication=publication,
            title=title.strip(),
            passage=passage.strip(),
            stance=stance,
            primary=primary,
            note_vi=note_vi.strip(),
            note_en=note_en.strip(),
            added_by=by,
            added_at=at,
        )
        body = {"evidence": evidence.pk, "warc_sha256": capture.warc_sha256, "stance": stance}
        note_change(
            case=fresh, act="add_evidence", from_state=fresh.state, by=by, at=at, note=title, body=body
        )
    return evidence


def withdraw_evidence(*, evidence: Evidence, by: User, at: datetime, reason: str) -> None:
    """Take a passage out of the next draft; the row stays, with its reason in the time line."""
    access.require(by, "evidence.add")
    if not reason.strip():
        raise EvidenceIncomplete(_("Say why this evidence no longer counts."))
    with transaction.atomic():
        case = locked(evidence.case, expected_version=None)
        evidence.withdrawn_at = at
        evidence.save(update_fields=["withdrawn_at"])
        body = {"evidence": evidence.pk}
        note_change(
            case=case,
            act="withdraw_evidence",
            from_state=case.state,
            by=by,
            at=at,
            note=reason.strip(),
            body=body,
        )


def _check_words(title: str, passage: str, stance: str) -> None:
    if not title.strip() or len(title) > MAX_TITLE:
        raise EvidenceIncomplete(_("Give the evidence a title of at most 300 characters."))
    if not passage.strip() or len(passage) > MAX_PASSAGE:
        raise EvidenceIncomplete(_("Copy the passage that matters, at most 2,000 characters."))
    if stance not in Stance.values:
        raise EvidenceIncomplete(
            _("Choose whether the passage supports or contradicts the claim, or gives context.")
        )
