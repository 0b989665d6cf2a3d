"""Reads of cases and reviews; each asks the database a fixed number of times, however many rows there are."""

from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from haidang.base.vault import Damaged, Vault
from haidang.base.vault import Missing as MissingBytes
from haidang.information.screen.models import Match
from haidang.information.verify.models import Case, CaseState, Hand, Review, ReviewState
from haidang.information.verify.rules import DraftValue, EvidenceValue, NoticeText
from haidang.information.verify.states import EXITS, OPEN

IN_WORK = (ReviewState.DRAFT, ReviewState.READ)


def review_in_work(case: Case) -> Review:
    """The version being written, read or signed. Raises `Review.DoesNotExist` when there is none."""
    return Review.objects.select_related("case").get(case=case, state__in=IN_WORK)


def draft_value(review: Review, *, vault: Vault) -> DraftValue:
    """The draft as a value for rules.py; every capture is read and re-hashed."""
    evidence = review.evidence.select_related("capture").filter(withdrawn_at__isnull=True)
    return DraftValue(
        verdict=review.verdict,
        texts={text.language: notice_text(text) for text in review.texts.all()},
        evidence=[
            EvidenceValue(item.stance, item.primary, _intact(vault, item.capture.warc_sha256))
            for item in evidence
        ],
        other_side=review.other_side,
        secondary_only_reason=review.secondary_only_reason,
        kind=review.kind,
        public_note_vi=review.public_note_vi,
        public_note_en=review.public_note_en,
    )


def notice_text(row: object) -> NoticeText:
    """A ReviewText row as a value."""
    return NoticeText(**{name: getattr(row, name) for name in NoticeText.__slots__})


def _intact(vault: Vault, sha256: str) -> bool:
    try:
        vault.get(sha256)
    except (Damaged, MissingBytes):
        return False
    return True


def _with_claim(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with what a list row shows: claim, story, number of places, best match."""
    matches = Match.objects.select_related("known").order_by("-score")
    return (
        cases.select_related("claim", "claim__story", "assignee", "answered_by")
        .annotate(places=Count("claim__appearances__revision__publication", distinct=True))
        .prefetch_related(Prefetch("claim__matches", queryset=matches))
    )


def cases_awaiting_triage() -> QuerySet[Case]:
    """What the screeners look at, most urgent claim first."""
    waiting = Case.objects.filter(state=CaseState.TRIAGE)
    return _with_claim(waiting).order_by("-claim__priority", "first_seen_at", "pk")


def cases_already_answered() -> QuerySet[Case]:
    return _with_claim(Case.objects.filter(state=CaseState.ALREADY_REVIEWED)).order_by("-triaged_at", "-pk")


def cases_not_ours() -> QuerySet[Case]:
    """Left the queue: not checkable, out of scope or duplicate, with the reason."""
    left = Case.objects.filter(state__in=EXITS - {CaseState.ALREADY_REVIEWED})
    return _with_claim(left).order_by("-triaged_at", "-pk")


def cases_in_work() -> QuerySet[Case]:
    """From queued to waiting for signature, the next due first."""
    states = (OPEN | {CaseState.ON_HOLD}) - {CaseState.RECEIVED, CaseState.TRIAGE}
    return _with_claim(Case.objects.filter(state__in=states)).order_by("answer_by", "pk")


def cases_published() -> QuerySet[Case]:
    states = [
        CaseState.PUBLISHED,
        CaseState.MONITORING,
        CaseState.APPEALED,
        CaseState.UNDER_REVIEW,
        CaseState.CLOSED,
    ]
    return _with_claim(Case.objects.filter(state__in=states)).order_by("-published_at", "-pk")


def cases_with_changes_to_sign() -> QuerySet[Case]:
    """Published cases with an update, correction or retraction waiting for the approver."""
    return _with_claim(Case.objects.filter(reviews__state__in=IN_WORK, published_at__isnull=False)).order_by(
        "pk"
    )


def cases_late(*, at: datetime) -> QuerySet[Case]:
    """Past the time to acknowledge (in triage) or to answer (in work); late is derived, never stored."""
    in_work = OPEN - {CaseState.RECEIVED, CaseState.TRIAGE}
    late = Q(state=CaseState.TRIAGE, acknowledge_by__lt=at) | Q(state__in=in_work, answer_by__lt=at)
    return _with_claim(Case.objects.filter(late)).order_by("acknowledge_by", "pk")


def published_reviews() -> QuerySet[Review]:
    """What the public sees now: the newest published version of each case, newest first."""
    return (
        Review.objects.filter(state=ReviewState.PUBLISHED)
        .select_related("case", "case__claim")
        .prefetch_related("texts")
        .order_by("-published_at", "-pk")
    )


def public_versions(case: Case) -> QuerySet[Review]:
    """Every version that was ever public, oldest first, with texts and evidence."""
    return (
        case.reviews.filter(state__in=[ReviewState.PUBLISHED, ReviewState.SUPERSEDED])
        .select_related("case", "case__claim")
        .prefetch_related("texts", "evidence__capture", "hands__user")
        .order_by("version")
    )


def public_changes() -> QuerySet[Review]:
    """The register of updates, corrections and retractions, newest first."""
    return (
        Review.objects.filter(state__in=[ReviewState.PUBLISHED, ReviewState.SUPERSEDED])
        .exclude(kind="first")
        .select_related("case")
        .prefetch_related("texts")
        .order_by("-published_at")
    )


def posts_of(review: Review) -> dict[str, list[str]]:
    """Posts, not names, of those whose hands touched a version: {"wrote": [...], "read": [...], "signed": [...]}."""
    posts: dict[str, list[str]] = {hand.value: [] for hand in Hand}
    for row in review.hands.select_related("user").order_by("at", "pk"):
        posts[row.hand].append(row.user.post or row.user.get_username())
    return posts
