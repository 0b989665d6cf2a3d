"""The canonical document of a published version: everything a reader can rely on, and what the office signs."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from haidang.information.screen.models import Appearance
from haidang.information.verify.models import Evidence, Review, ReviewText
from haidang.information.verify.queries import posts_of
from haidang.information.verify.verdicts import BY_CODE

FORMAT = "haidang.review/1"
MAX_APPEARANCES = 50  # addresses listed in a notice; the count is given in full


def instant(moment: datetime) -> str:
    """UTC with seconds, as in the record: 2026-05-12T00:42:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def notice_document(
    review: Review, *, signed_post: str, previous_sha256: str, at: datetime
) -> dict[str, Any]:
    """The document as plain values (strings, integers, lists), ready for canonical JSON. No names of persons."""
    case = review.case
    hands = posts_of(review)
    return {
        "format": FORMAT,
        "number": case.number,
        "version": review.version,
        "change": {"kind": review.kind, "vi": review.public_note_vi, "en": review.public_note_en},
        "previous_sha256": previous_sha256,
        "published_at": instant(at),
        "first_seen_at": instant(case.first_seen_at),
        "claim": _claim(review),
        "selection_reason": case.selection_reason,
        "verdict": _verdict(review.verdict),
        "texts": {text.language: _text(text) for text in review.texts.all()},
        "evidence": [_evidence(item) for item in _standing(review)],
        "other_side": review.other_side,
        "secondary_only_reason": review.secondary_only_reason,
        "hands": {"wrote": hands["wrote"], "read": hands["read"], "signed": [signed_post]},
    }


def _standing(review: Review) -> QuerySet[Evidence]:
    """What the version rests on: evidence withdrawn since it was chosen is not signed."""
    chosen = review.evidence.filter(withdrawn_at__isnull=True)
    return chosen.select_related("capture").order_by("pk")


def _claim(review: Review) -> dict[str, Any]:
    claim = review.case.claim
    shown = Appearance.objects.filter(claim=claim).select_related(
        "revision__publication", "revision__capture"
    )
    return {
        "text": claim.text,
        "language": claim.language,
        "appearances_counted": shown.values("revision__publication").distinct().count(),
        "appearances": [
            {
                "address": item.revision.publication.address,
                "quote": item.quote,
                "seen_at": instant(item.seen_at),
                "warc_sha256": item.revision.capture.warc_sha256,
            }
            for item in shown.order_by("seen_at", "pk")[:MAX_APPEARANCES]
        ],
    }


def _verdict(code: str) -> dict[str, Any]:
    row = BY_CODE[code]
    return {
        "code": code,
        "vi": row.vi,
        "en": row.en,
        "number": row.number,
        "national_label": row.national_label,
    }


def _text(text: ReviewText) -> dict[str, Any]:
    names = ("headline", "summary", "misleading_content", "effect", "facts", "not_known", "pending")
    return {name: getattr(text, name) for name in names}


def _evidence(item: Evidence) -> dict[str, Any]:
    return {
        "title": item.title,
        "passage": item.passage,
        "stance": item.stance,
        "primary": item.primary,
        "note": {"vi": item.note_vi, "en": item.note_en},
        "address": item.capture.address,
        "fetched_at": instant(item.capture.fetched_at),
        "body_sha256": item.capture.body_sha256,
        "warc_sha256": item.capture.warc_sha256,
    }
