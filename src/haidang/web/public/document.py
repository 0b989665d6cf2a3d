"""A published version as its page shows it: read from the signed document itself, so that page and proof are one."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from haidang.information.verify.models import Review


@dataclass(frozen=True, slots=True)
class Notice:
    """One version in one language. `text` falls back to Vietnamese while a translation is pending."""

    number: str
    version: int
    kind: str
    verdict: str
    change_note: str
    published_at: datetime
    first_seen_at: datetime
    answer_took: timedelta
    text: dict[str, Any]
    text_language: str
    pending: bool
    claim: dict[str, Any]
    evidence: list[dict[str, Any]]
    selection_reason: str
    hands: dict[str, list[str]]
    sha256: str

    @property
    def retracted(self) -> bool:
        return self.kind == "retracted"

    @property
    def two_people(self) -> bool:
        return bool(self.hands["wrote"] and self.hands["signed"])


def document_of(review: Review) -> dict[str, Any]:
    """The canonical document of a published version."""
    document: dict[str, Any] = json.loads(review.canonical)
    return document


def notice_of(review: Review, language: str) -> Notice:
    document = document_of(review)
    texts = document["texts"]
    wanted = texts.get(language, {"pending": True})
    pending = bool(wanted.get("pending")) or not wanted.get("headline")
    shown = "vi" if pending else language
    seen, published = _moment(document["first_seen_at"]), _moment(document["published_at"])
    first = review.case.published_at or published
    return Notice(
        number=document["number"],
        version=document["version"],
        kind=document["change"]["kind"],
        verdict=document["verdict"]["code"],
        change_note=document["change"].get(language, ""),
        published_at=published,
        first_seen_at=seen,
        answer_took=first - seen,
        text=texts[shown],
        text_language=shown,
        pending=pending,
        claim=document["claim"],
        evidence=[_evidence(item, language) for item in document["evidence"]],
        selection_reason=document["selection_reason"],
        hands=document["hands"],
        sha256=review.canonical_sha256,
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _evidence(item: dict[str, Any], language: str) -> dict[str, Any]:
    return item | {"fetched_at": _moment(item["fetched_at"]), "note": item["note"].get(language, "")}


def words_of(notice: Notice) -> list[tuple[str, str]]:
    """The parts of a notice as (part, text), in reading order, for comparing two versions."""
    parts = ("headline", "summary", "misleading_content", "effect", "facts", "not_known")
    return [(part, notice.text.get(part, "")) for part in parts]
