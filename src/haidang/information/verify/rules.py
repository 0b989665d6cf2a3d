"""What a review must have before it may be handed on or signed. Pure: no database, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LANGUAGES = ("vi", "en")
# A reader on a phone sees about 75 characters of a headline; ClaimReview asks for claims under 75.
MAX_HEADLINE = 140


@dataclass(frozen=True, slots=True)
class NoticeText:
    """One language of a notice. Parts after Decree 72/2015/NĐ-CP Art. 10: content, effect, facts."""

    headline: str
    summary: str
    misleading_content: str
    effect: str
    facts: str
    not_known: str = ""
    pending: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceValue:
    stance: str
    primary: bool
    intact: bool


@dataclass(frozen=True, slots=True)
class DraftValue:
    verdict: str
    texts: Mapping[str, NoticeText]
    evidence: Sequence[EvidenceValue]
    other_side: str = ""
    secondary_only_reason: str = ""
    kind: str = "first"
    public_note_vi: str = ""
    public_note_en: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: a code for the page, the field it belongs to."""

    code: str
    field: str


def missing_grounds(draft: DraftValue) -> tuple[Missing, ...]:
    """Everything that keeps this draft from being handed on, in the order of the form; empty when complete."""
    missing = [*_of_verdict(draft), *_of_texts(draft.texts), *_of_evidence(draft)]
    if draft.kind != "first" and not (draft.public_note_vi.strip() and draft.public_note_en.strip()):
        missing.append(Missing("public_note", "public_note_vi"))
    return tuple(missing)


def _of_verdict(draft: DraftValue) -> list[Missing]:
    return [] if draft.verdict else [Missing("verdict", "verdict")]


def _of_texts(texts: Mapping[str, NoticeText]) -> list[Missing]:
    """Vietnamese complete; English complete or marked pending (the page then says so)."""
    missing = []
    for language in LANGUAGES:
        text = texts.get(language)
        if text is None:
            missing.append(Missing("text", f"{language}_headline"))
        elif not (text.pending and language != "vi"):
            missing += [
                Missing(part, f"{language}_{part}")
                for part in ("headline", "summary", "misleading_content", "effect", "facts")
                if not getattr(text, part).strip()
            ]
            if len(text.headline) > MAX_HEADLINE:
                missing.append(Missing("headline_too_long", f"{language}_headline"))
    return missing


def _of_evidence(draft: DraftValue) -> list[Missing]:
    """Evidence with intact captures, a primary source or the reason for none, both sides looked for."""
    if not draft.evidence:
        return [Missing("evidence", "evidence")]
    missing = []
    if not all(item.intact for item in draft.evidence):
        missing.append(Missing("capture_damaged", "evidence"))
    if not any(item.primary for item in draft.evidence) and not draft.secondary_only_reason.strip():
        missing.append(Missing("primary_source", "secondary_only_reason"))
    stances = {item.stance for item in draft.evidence}
    if not {"for", "against"} <= stances and not draft.other_side.strip():
        missing.append(Missing("other_side", "other_side"))
    return missing
